/** A word of prose, and where it stands. */
export interface Word {
  word: string;
  /** From 1 on. */
  line: number;
}

/** Blanks out, so that lines keep their numbers. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Without code in a line, addresses and HTML. */
const withoutCode = (text: string): string => text.replace(/(`+)[\s\S]*?\1|\]\([^)\n]*\)|<[^>\n]*>|https?:\S+/g, blank);

/** Prose of a Markdown page: without code, addresses and HTML. */
export const proseOfMarkdown = (page: string): string => withoutCode(page.replace(/^(```|~~~)[\s\S]*?^\1|^ {4}.*$/gm, blank));

/** A comment, or a string, in which nothing is one: `'A/*'` is a value of a rule. */
const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|(?<=^|[\s;{},)])\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\\n]|\\.)*`/g;

/** Comments of a script or style sheet; everything else is blank. */
export function proseOfComments(code: string): string {
  let prose = '';
  let last = 0;
  for (const match of code.matchAll(COMMENT_OR_STRING)) {
    if (!match[0].startsWith('/')) continue;
    prose += blank(code.slice(last, match.index)) + match[0].replace(/@(param|throws|returns|typedef|type|template)\b( \{[^}\n]*\})?( `?\w+)?/g, blank);
    last = match.index + match[0].length;
  }
  return withoutCode(prose + blank(code.slice(last))).replace(/'[^'\n]{1,80}'(?!\w)/g, (quoted) => (/^'\w+ /.test(quoted) ? quoted : blank(quoted)));
}

/** What readers see, from a file of messages; the keys are blank. */
export const proseOfMessages = (json: string): string =>
  json
    .replace(/^(?!\s*"message":).*$/gm, blank)
    .replace(/"message":/g, blank)
    .replace(/\$\w+\$|\\[nt"]/g, blank);

/** Words that a dictionary can know: no names of code, no abbreviations, no numbers. */
export function wordsOf(prose: string): Word[] {
  return prose.split('\n').flatMap((text, index) =>
    [...text.replace(/[\w$.-]*(?:[_$\d]|[a-z][A-Z]|\w\.\w|\w\/\w)[\w$./-]*/g, ' ').matchAll(/(?<![\p{L}\w@#/-])\p{L}[\p{L}'’]*(?![\w/])/gu)]
      .map(([word]) => word.replace(/’/g, "'").replace(/'s?$/, ''))
      .filter((word) => word.length > 3 && !/^[\p{Lu}']+s?$/u.test(word) && /^[A-Za-z']+$/.test(word))
      .map((word) => ({ word, line: index + 1 })),
  );
}
