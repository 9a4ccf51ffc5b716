import fc from 'fast-check';

/** One door of Foldaway through which anything may come in. */
export interface Area {
  name: string;
  /** Takes a handful of inputs that the seed stands for. Throws when a promise is broken; the same for the same seed. */
  run(seed: number): void | Promise<void>;
  /** More steps (see steps.ts) than any seed has needed so far, several times over; a hang or a square shows as more. */
  most: number;
  /** Seeds of a run in continuous integration. */
  runs: number;
}

/** What breaks readers of text: openings, ends, invisible and turning characters, keys of prototypes, and too much of something. */
const ODD = [
  '"',
  "'",
  '<',
  '>',
  '</li>',
  '<li class="work blurb">',
  '<!--',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '*',
  '\\',
  '||',
  '&#0;',
  '&amp;',
  '\n',
  '\t',
  '\u0000',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ud800',
  '\ufeff',
  '’',
  '__proto__',
  'constructor',
  'null',
  '-1',
  '1e999',
  '9'.repeat(400),
  'x'.repeat(30_000),
  '('.repeat(3000),
  'a*'.repeat(2000),
  ' '.repeat(5000),
];

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.nat(300),
  how: fc.constantFrom('cut', 'put', 'replace', 'repeat', 'move'),
  odd: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ODD) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) }),
});

/** A text, damaged in one to four places. */
export const damaged = (text: string): fc.Arbitrary<string> =>
  fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) =>
    changes.reduce((so, { at, length, how, odd }) => {
      const start = Math.floor(at * so.length);
      const [before, piece, after] = [so.slice(0, start), so.slice(start, start + length), so.slice(start + length)];
      if (how === 'cut') return before + after;
      if (how === 'put') return before + odd + piece + after;
      if (how === 'replace') return before + odd + after;
      return how === 'repeat' ? before + piece.repeat(20) + after : piece + before + after;
    }, text),
  );

/** So many values of an arbitrary as the seed gives them. */
export const sample = <T>(arbitrary: fc.Arbitrary<T>, seed: number, count: number): T[] => fc.sample(arbitrary, { seed, numRuns: count });
