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
export type Step = string | ReadonlySet<string> | readonly Steps[];

/** A word or sign, one of several words, or one of several phrases. */
export type Steps = readonly Step[];

/** Classes of words.json by name; a member may itself be a phrase. */
export type Classes = Readonly<Record<string, readonly string[]>>;

export const ONE = '_';
export const ANY = '...';
export const REST = '*';
export const EDGE = '^';

const SIGNS: ReadonlySet<string> = new Set([ONE, ANY, REST, EDGE]);

const PART = /\.\.\.|[\^*|()[\]]|@[a-z]+|[^\s()[\]|^*@]+/g;

const isWord = (step: Step | undefined): step is string => typeof step === 'string' && !SIGNS.has(step);

/**
 * A phrase read into steps.
 * @throws Error on an unbalanced bracket or an unknown class; a test reads every phrase of the tables.
 */
export function readPhrase(phrase: string, classes: Classes): Steps {
  if (/^[a-z0-9 ]+$/.test(phrase)) return phrase.split(' ');
  const parts = phrase.match(PART) ?? [];
  let at = 0;

  const sequence = (): Step[] => {
    const steps: Step[] = [];
    for (let part = parts[at]; part !== undefined && part !== ')' && part !== ']' && part !== '|'; part = parts[at]) {
      at++;
      steps.push(...element(part));
    }
    return steps;
  };

  const alternatives = (closing: string, first: Steps[]): Step => {
    const sequences = [...first, sequence()];
    while (parts[at] === '|') {
      at++;
      sequences.push(sequence());
    }
    if (parts[at++] !== closing) throw new Error(`Phrase "${phrase}": "${closing}" is missing`);
    return eitherOf(sequences);
  };

  const element = (part: string): Steps => {
    if (part === '(') return [alternatives(')', [])];
    if (part === '[') return [alternatives(']', [[]])];
    if (SIGNS.has(part)) return [part];
    if (part.startsWith('@')) {
      const name = part.slice(1);
      if (!Object.hasOwn(classes, name)) throw new Error(`Phrase "${phrase}": no class ${part}`);
      return [eitherOf(classes[name]!.map((member) => readPhrase(member, classes)))];
    }
    if (part.endsWith('-') && (parts[at] === '(' || parts[at]?.startsWith('@') === true)) return prefixed(part.slice(0, -1), element(parts[at++]!));
    const words = part.split(/[-/.]/).filter((word) => word !== '');
    return part.includes('-') ? [[words, [words.join('')]]] : words;
  };

  const steps = sequence();
  if (at < parts.length) throw new Error(`Phrase "${phrase}": unexpected "${parts[at]}"`);
  return steps;
}

/** Alternatives; the single words among them as one set. */
function eitherOf(sequences: readonly Steps[]): Step {
  const words = new Set<string>();
  const others: Steps[] = [];
  for (const steps of sequences) {
    const [only] = steps;
    if (steps.length === 1 && isWord(only)) words.add(only);
    else others.push(steps);
  }
  if (others.length === 0) return words;
  return words.size === 0 ? others : [...others, [words]];
}

/** "step-(brother|sister)": the first part apart from or joined to each word that can follow. */
function prefixed(prefix: string, [following, ...others]: Steps): Steps {
  const sequences = sequencesOf(following ?? prefix);
  const joined = sequences.flatMap(([first, ...rest]) => (isWord(first) ? [[prefix + first, ...rest]] : []));
  return [eitherOf([...sequences.map((sequence) => [prefix, ...sequence]), ...joined]), ...others];
}

/** A step as the list of what it can stand for. */
const sequencesOf = (step: Step): Steps[] =>
  typeof step === 'string' ? [[step]] : step instanceof Set ? [...step].map((word) => [word]) : (step as readonly Steps[]).flatMap(expand);

const expand = (steps: Steps): Steps[] => (steps.length === 1 && steps[0] instanceof Set ? sequencesOf(steps[0]) : [steps]);

/** The fewest words that a phrase can stand for. */
export function leastWords(steps: Steps): number {
  let least = 0;
  for (const step of steps) {
    if (typeof step === 'string') least += step === ONE || !SIGNS.has(step) ? 1 : 0;
    else least += step instanceof Set ? 1 : Math.min(...(step as readonly Steps[]).map(leastWords));
  }
  return least;
}

/** All words of a phrase. */
export function wordsOf(steps: Steps): string[] {
  return steps.flatMap((step) =>
    sequencesOf(step).flatMap((sequence) => {
      if (sequence.length === 1 && isWord(sequence[0])) return [sequence[0]];
      return sequence.every((part) => typeof part === 'string') ? sequence.filter(isWord) : wordsOf(sequence);
    }),
  );
}

/** The words with which a phrase can begin; `undefined` when it can begin with any word. */
export function firstWords(steps: Steps): Set<string> | undefined {
  const words = new Set<string>();
  for (const step of steps) {
    if (step === EDGE) continue;
    if (isWord(step)) return words.add(step);
    if (typeof step === 'string') return undefined;
    const sequences = sequencesOf(step);
    for (const sequence of sequences) {
      const first = firstWords(sequence);
      if (first === undefined) return undefined;
      for (const word of first) words.add(word);
    }
    if (!sequences.some((sequence) => sequence.length === 0)) return words;
  }
  return words;
}

/** A phrase taken apart at its beginning: an edge, a group without groups inside, or a class. */
const START = /^(?:(\^ )|([([])([^()[\]@^]*)[)\]] ?|@([a-z]+))/;

/** A first word, alone or in parts ("self-harm", "n/c"). */
const FIRST = /^[a-z0-9]+(?:[-/.][a-z0-9]+)*(?= |$)/;

/**
 * The words with which a phrase can begin, found without reading all of it; `undefined` when it can begin with any word or is too
 * involved for a glance.
 */
export function glanceAtStart(phrase: string, classes: Classes): string[] | undefined {
  if (FIRST.test(phrase)) return startsOf(phrase);
  const match = START.exec(phrase);
  if (match === null) return undefined;
  const [all, edge, bracket, group, name] = match;
  const rest = phrase.slice(all.length);
  if (edge !== undefined) return glanceAtStart(rest, classes);
  if (name !== undefined) return (Object.hasOwn(classes, name) ? classes[name]! : []).flatMap(startsOf);
  if (rest.startsWith('-') || group === undefined) return undefined;
  const words = group.split('|').flatMap(startsOf);
  if (bracket === '(') return words;
  const following = glanceAtStart(rest, classes);
  return following === undefined ? undefined : [...words, ...following];
}

/** "self-harm scars": self, selfharm. "n/c": n. */
function startsOf(text: string): string[] {
  const space = text.indexOf(' ');
  const word = space === -1 ? text : text.slice(0, space);
  const end = word.search(/[-/.]/);
  if (end === -1) return [word];
  return word.includes('-') ? [word.slice(0, end), word.replaceAll('-', '')] : [word.slice(0, end)];
}
