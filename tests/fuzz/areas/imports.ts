import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { ExchangeError, formats, previewImport } from '../../../src/exchange/index';
import { FIXTURES, fixture } from '../../exchange/read-fixture';
import { damaged, sample, type Area } from '../area';

const files = readdirSync(FIXTURES).map((name) => ({ name, text: fixture(name) }));
const keys = [
  'tagBlacklist',
  'conditionalTagBlacklist',
  'maxCrossovers',
  'hideCompletelyRules',
  'option.rules',
  'option.workMarks',
  'option.hideTags',
  'hidelistWarnings',
  'ficdict',
  'prefs',
  'works',
  'ao3h.x.hideTags',
  'userBlocker:list',
  'filters',
  'marks',
  'items',
  'value',
  'name',
  'block',
  '__proto__',
];
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('json'), { maxKeys: 4 }),
  ),
}));
const input = fc.record({
  file: fc.constantFrom(...files).chain(({ name, text }) =>
    fc
      .oneof(
        damaged(text),
        json.map((value) => JSON.stringify(value)),
      )
      .map((changed) => ({ name, text: changed })),
  ),
  format: fc.option(fc.constantFrom(...formats.map(({ id }) => id)), { nil: undefined }),
});

/** Files of other blockers, and of our own, as a preview reads them. */
export const imports: Area = {
  name: 'imports',
  most: 40_000_000,
  runs: 4,
  run(seed) {
    for (const { file, format } of sample(input, seed, 25)) {
      try {
        const { counts, rules } = previewImport(file.text, file.name, format);
        if (counts.rules !== rules.length) throw new Error(`${counts.rules} rules are ${rules.length}`);
      } catch (error) {
        if (!(error instanceof ExchangeError)) throw error;
      }
    }
  },
};
