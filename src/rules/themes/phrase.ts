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
export type Step = { kind: 'word'; word: string } | { kind: 'either'; sequences: readonly Steps[] } | { kind: 'one' | 'any' | 'rest' | 'edge' };

export type Steps = readonly Step[];

/** Classes of words.json by name; a member may itself be a phrase. */
export type Classes = Readonly<Record<string, readonly string[]>>;

const SIGNS: Readonly<Record<string, Step>> = { _: { kind: 'one' }, '...': { kind: 'any' }, '*': { kind: 'rest' }, '^': { kind: 'edge' } };

const PART = /\.\.\.|[\^*|()[\]]|@[a-z]+|[^\s()[\]|^*@]+/g;

const wordStep = (word: string): Step => ({ kind: 'word', word });

/**
 * A phrase read into steps.
 * @throws Error on an unbalanced bracket or an unknown class; a test reads every phrase of the tables.
 */
export function readPhrase(phrase: string, classes: Classes): Steps {
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
    return { kind: 'either', sequences };
  };

  const element = (part: string): Steps => {
    if (part === '(') return [alternatives(')', [])];
    if (part === '[') return [alternatives(']', [[]])];
    if (Object.hasOwn(SIGNS, part)) return [SIGNS[part]!];
    if (part.startsWith('@')) {
      const name = part.slice(1);
      if (!Object.hasOwn(classes, name)) throw new Error(`Phrase "${phrase}": no class ${part}`);
      return [{ kind: 'either', sequences: classes[name]!.map((member) => readPhrase(member, classes)) }];
    }
    if (part.endsWith('-') && parts[at] !== undefined) return prefixed(part.slice(0, -1), element(parts[at++]!));
    const words = part.split(/[-/.]/).filter((word) => word !== '');
    if (!part.includes('-')) return words.map(wordStep);
    return [{ kind: 'either', sequences: [words.map(wordStep), [wordStep(words.join(''))]] }];
  };

  const steps = sequence();
  if (at < parts.length) throw new Error(`Phrase "${phrase}": unexpected "${parts[at]}"`);
  return steps;
}

/** "step-(brother|sister)": the first part apart from or joined to each word that can follow. */
function prefixed(prefix: string, [following, ...others]: Steps): Steps {
  const sequences = following?.kind === 'either' ? following.sequences : [following === undefined ? [] : [following]];
  const joined = sequences.flatMap(([first, ...rest]) => (first?.kind === 'word' ? [[wordStep(prefix + first.word), ...rest]] : []));
  return [{ kind: 'either', sequences: [...sequences.map((sequence) => [wordStep(prefix), ...sequence]), ...joined] }, ...others];
}

/** All words of a phrase. */
export function wordsOf(steps: Steps): string[] {
  return steps.flatMap((step) => (step.kind === 'word' ? [step.word] : step.kind === 'either' ? step.sequences.flatMap(wordsOf) : []));
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

/** The words with which a phrase can begin; `undefined` when it can begin with any word. */
export function firstWords(steps: Steps): Set<string> | undefined {
  const words = new Set<string>();
  for (const step of steps) {
    if (step.kind === 'edge') continue;
    if (step.kind === 'word') return words.add(step.word);
    if (step.kind !== 'either') return undefined;
    for (const sequence of step.sequences) {
      const first = firstWords(sequence);
      if (first === undefined) return undefined;
      for (const word of first) words.add(word);
    }
    if (!step.sequences.some((sequence) => sequence.length === 0)) return words;
  }
  return words;
}
