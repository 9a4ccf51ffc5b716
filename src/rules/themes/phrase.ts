/**
 * The notation of the phrase tables, made for people who read tags rather than code:
 *
 *     self-harm            one word, with hyphen or with space
 *     (child|minor) death  either word
 *     [major] character    the word may be missing
 *     @kin                 any word of that class of words.json
 *     _                    any one word
 *     ...                  up to four words of any kind
 *     *                    everything up to the next stop
 *     ^                    the name, or a part of it, begins or ends here
 */

/** One step of a phrase: a word or one of the signs below. */
export type Step = string;

export const ONE = '_';
export const ANY = '...';
export const REST = '*';
export const EDGE = '^';

/** Classes of words.json by name; a member may itself be a phrase. */
export type Classes = Readonly<Record<string, readonly string[]>>;

/**
 * All sequences of steps that a phrase stands for.
 * @throws Error on an unbalanced bracket or an unknown class; the tables are checked by a test.
 */
export function stepsOf(phrase: string, classes: Classes): Step[][] {
  if (/^[a-z ]+$/.test(phrase)) return [phrase.split(' ')];
  const parts = phrase.match(/\.\.\.|\^|@[a-z]+|[()[\]|]|[^\s()[\]|^@]+/g) ?? [];
  let at = 0;

  const sequence = (): Step[][] => {
    let sequences: Step[][] = [[]];
    for (;;) {
      const part = parts[at];
      if (part === undefined || part === ')' || part === ']' || part === '|') return sequences;
      at++;
      sequences = append(sequences, element(part));
    }
  };

  const alternatives = (closing: string): Step[][] => {
    const all = sequence();
    while (parts[at] === '|') {
      at++;
      all.push(...sequence());
    }
    if (parts[at++] !== closing) throw new Error(`Phrase "${phrase}": "${closing}" is missing`);
    return all;
  };

  const element = (part: string): Step[][] => {
    if (part === '(') return alternatives(')');
    if (part === '[') return [[], ...alternatives(']')];
    if (part.startsWith('@')) {
      const name = part.slice(1);
      const members = Object.hasOwn(classes, name) ? classes[name] : undefined;
      if (members === undefined) throw new Error(`Phrase "${phrase}": no class ${part}`);
      return members.flatMap((member) => stepsOf(member, classes));
    }
    if (!part.includes('-')) return [[part]];
    return [part.split('-'), [part.replaceAll('-', '')]];
  };

  const all = sequence();
  if (at < parts.length) throw new Error(`Phrase "${phrase}": unexpected "${parts[at]}"`);
  return all;
}

const append = (heads: readonly Step[][], tails: readonly Step[][]): Step[][] =>
  tails.length === 1 ? heads.map((head) => [...head, ...tails[0]!]) : heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
