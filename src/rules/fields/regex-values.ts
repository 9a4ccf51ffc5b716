import type { Budget, Facts } from '../facts';
import { Matcher, OutOfSteps } from '../regex/matcher';
import { checkSize, makeProgram } from '../regex/program';
import { requiredTexts } from '../regex/required';
import { BadRegex, readRegexSyntax, type Node } from '../regex/syntax';
import type { RegexValue } from '../rule';
import { MOST_CHARACTERS, type RawValue } from '../text/raw-value';
import type { Trouble } from '../text/read-error';
import { WEIGHT, type Filing } from './field';

/* `/expression/` as a value of names and texts: matches anywhere in the text as the page spells it. */

/** Reads and checks an expression, so that one that cannot run is refused where it is typed. */
export function readRegex(raw: RawValue): RegexValue | Trouble {
  if (raw.regex === null || raw.bare !== '') return { trouble: 'stray_text', expected: [',', 'and', 'unless'] };
  if (raw.synonyms) return { trouble: 'synonyms_not_here' };
  const { source, flags } = raw.regex;
  if (source.length > MOST_CHARACTERS) return { trouble: 'regex_too_large' };
  // A rule is one line.
  if (/[\r\n]/.test(source)) return { trouble: 'regex_syntax' };
  if (!/^[ciu]*$/.test(flags)) return { trouble: 'regex_flag', expected: ['c'] };
  const value: RegexValue = flags.includes('c') ? { type: 'regex', source, caseSensitive: true } : { type: 'regex', source };
  const trouble = troubleOf(value);
  return trouble ?? value;
}

function troubleOf(value: RegexValue): Trouble | null {
  try {
    checkSize(syntaxOf(value));
    return null;
  } catch (error) {
    if (error instanceof BadRegex) return { trouble: error.code, at: error.at + 1 };
    throw error;
  }
}

/** Reading, filing and running an expression follow each other, so the last one is kept. */
let last: { source: string; syntax: Node } | null = null;

function syntaxOf({ source }: RegexValue): Node {
  if (last?.source !== source) last = { source, syntax: readRegexSyntax(composed(source)) };
  return last.syntax;
}

/** A slash ends the expression unless it is escaped or in a class. */
export const writeRegex = (value: RegexValue): string =>
  `/${value.source.replace(/\\[^]|\[(?:\\[^]|[^\]\\])*\]|\//g, (part) => (part === '/' ? '\\/' : part))}/${value.caseSensitive === true ? 'c' : ''}`;

/** Composed characters on both sides, since an accent is typed as one character and may be stored as two. */
const composed = (text: string): string => text.normalize('NFC');

/** Longest part of a text that is quoted as the reason. */
const LONGEST_QUOTE = 60;

/** A text that an expression is held against, as written and folded. */
export interface RegexText {
  text: string;
  folded: string;
}

/** Tests items by one of their texts. Letters that every match contains are looked for first, which is quick. When the page's steps are used up the expression is left out, and counted. */
export function testRegex<Item>(value: RegexValue, textOf: (item: Item) => RegexText | null, quoted = false): (item: Item, facts: Facts) => boolean | string {
  const syntax = syntaxOf(value);
  const matcher = new Matcher(makeProgram(syntax), value.caseSensitive === true);
  const required = requiredTexts(syntax);
  return (item, { budget }) => {
    const found = textOf(item);
    if (found === null || !required.every((texts) => texts.some((text) => found.folded.includes(text)))) return false;
    const text = composed(found.text);
    const end = findEnd(matcher, text, budget);
    if (end < 0) return false;
    return quoted ? quoteUpTo(text, end) : true;
  };
}

function findEnd(matcher: Matcher, text: string, budget: Budget): number {
  try {
    return matcher.endOfMatch(text, budget);
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
    budget.refused++;
    return -1;
  }
}

/** The words that lead up to the end of a match, whole ones where they fit. */
function quoteUpTo(text: string, end: number): string {
  const close = /^[\p{L}\p{N}\p{M}]*/u.exec(text.slice(end, end + LONGEST_QUOTE))?.[0].length ?? 0;
  const before = text.slice(Math.max(0, end - LONGEST_QUOTE / 2), end);
  const open = end - before.length > 0 ? before.replace(/^\S*\s/, '') : before;
  return (open + text.slice(end, end + close)).replace(/\s+/g, ' ').trim();
}

export function fileRegex(value: RegexValue, drawer: 'names' | 'texts'): Filing[][] | null {
  const ways = requiredTexts(syntaxOf(value));
  return ways.length === 0
    ? null
    : ways.map((texts) => {
        const also = ways.filter((other) => other !== texts);
        return texts.map((text) => ({ drawer, text, weight: text.length < 4 ? WEIGHT.shortPiece : WEIGHT.piece, also }));
      });
}
