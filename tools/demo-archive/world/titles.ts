import type { Random } from '../random';
import { ADJECTIVES, NOUNS, PLACES, VERBS } from './words';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A made-up title; some in lower case, some counted, as titles on the archive are. */
export function makeTitle(random: Random): string {
  const adjective = random.pick(ADJECTIVES);
  const noun = random.pick(NOUNS);
  const other = random.pick(NOUNS);
  const shapes: (() => string)[] = [
    () => `The ${capital(adjective)} ${capital(noun)}`,
    () => `${adjective} ${noun}, ${random.pick(ADJECTIVES)} ${other}`,
    () => `${capital(noun)} and ${capital(other)}`,
    () => `a ${noun} for ${random.pick(PLACES)}`,
    () => `${capital(adjective)}`,
    () => `what the ${noun} said to the ${other}`,
    () => `${capital(noun)}s, or: How to Keep a ${capital(adjective)} ${capital(other)}`,
    () => `(${adjective}) ${noun}`,
    () => `${random.int(3, 9)} Times the ${capital(noun)} Was ${capital(adjective)}`,
  ];
  return random.pick(shapes)();
}

/** One or two invented sentences about the given people, or null: some writers give no summary. */
export function makeSummary(random: Random, people: readonly string[]): string | null {
  if (random.chance(0.03)) return null;
  const one = people[0] ?? 'Somebody';
  const two = people[1] ?? 'a stranger';
  const sentences: (() => string)[] = [
    () => `${one} ${random.pick(VERBS)} ${two} at ${random.pick(PLACES)}, and nothing goes to plan.`,
    () => `It starts with a ${random.pick(NOUNS)}. It was never only about the ${random.pick(NOUNS)}.`,
    () => `"You kept the ${random.pick(NOUNS)}," ${one} said.\n"Of course I did."`,
    () => `In which ${one} owns a ${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}, and ${two} would like a word.`,
    () => `Written for a friend who wanted more ${random.pick(NOUNS)}s. Updates on Sundays, probably.`,
    () => ':)',
  ];
  const first = random.pick(sentences)();
  return random.chance(0.45) ? `${first}\n${random.pick(sentences)()}` : first;
}

/** Paragraphs of a chapter: enough text to scroll, about nothing. */
export function makeChapter(random: Random, people: readonly string[]): string[] {
  return Array.from({ length: random.int(6, 14) }, () =>
    Array.from({ length: random.int(2, 5) }, () => {
      const who = people.length === 0 ? 'Nobody' : random.pick(people);
      return `${who} ${random.pick(VERBS)} the ${random.pick(ADJECTIVES)} ${random.pick(NOUNS)} near ${random.pick(PLACES)}.`;
    }).join(' '),
  );
}
