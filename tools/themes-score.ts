/**
 * Prints how well themes are recognised: precision and recall per theme and overall, for the part of the corpus that phrases are
 * written against and for the part that is only measured. `--faults` also lists the disagreements of the build part.
 */
import { THEMES } from '../src/rules/themes/recognise';
import { readCorpus, scoreOf, type Part, type Tally } from '../tests/themes/corpus';

const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);

const line = (name: string, tally: Tally): string =>
  [
    name.padEnd(20),
    percent(tally.precision),
    percent(tally.recall),
    String(tally.hits + tally.misses).padStart(6),
    String(tally.falseAlarms).padStart(6),
    String(tally.misses).padStart(6),
    percent(tally.hits === 0 ? 1 : tally.rightLevel / tally.hits),
    `${tally.quietOnNegated}/${tally.negated}`.padStart(8),
  ].join(' ');

function print(part: Part): void {
  const corpus = readCorpus(part);
  const { overall, byTheme, faults } = scoreOf(corpus);
  const clean = corpus.filter(({ themes }) => themes.size === 0).length;
  console.log(`\n${part}: ${corpus.length} tags, ${clean} of them clean`);
  console.log('theme                  prec. recall labels false+ missed  level  negated');
  for (const theme of THEMES) console.log(line(theme, byTheme.get(theme)!));
  console.log(line('overall', overall));
  if (part === 'build' && process.argv.includes('--faults')) console.log(`\n${faults.join('\n')}`);
}

print('build');
print('held-out');
