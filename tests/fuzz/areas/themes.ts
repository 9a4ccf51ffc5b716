import fc from 'fast-check';
import { isTheme, themesOfTag } from '../../../src/rules/themes/recognise';
import { damaged, sample, type Area } from '../area';

/** Every kind of tag in which themes are looked for. */
export const KINDS = ['freeform', 'relationship', 'character', 'fandom', 'warning', 'category'] as const;
const WORDS = [
  'no',
  'not',
  'rape',
  'non',
  'con',
  '-',
  '/',
  '(',
  ')',
  'past',
  'death',
  'die',
  'Reader',
  'x',
  '&',
  '*',
  'r*pe',
  '___',
  '!',
  '…',
  "'",
  'beta',
  'we',
  'of',
  'the',
  '\u200b',
  'é',
  '🍇',
  '__proto__',
  '.',
  ':',
  'suicide',
  'mentions',
  'implied',
  'is not',
];
/** Names out of the words that matter, glued with everything that separates them. */
export const anyTagName = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));
const tag = fc.record({
  text: fc.oneof(anyTagName, anyTagName.chain(damaged), fc.string({ unit: 'binary', maxLength: 300 })),
  kind: fc.constantFrom(...KINDS),
});

/** Names of tags, in which themes are recognised. */
export const themes: Area = {
  name: 'themes',
  most: 10_000_000,
  runs: 4,
  run(seed) {
    for (const { text, kind } of sample(tag, seed, 100)) {
      for (const { theme, level, words } of themesOfTag(text, kind)) {
        if (!isTheme(theme) || !['present', 'referenced', 'negated'].includes(level) || words.join() !== text)
          throw new Error(`${JSON.stringify(text)} is ${theme} ${level}`);
      }
    }
  },
};
