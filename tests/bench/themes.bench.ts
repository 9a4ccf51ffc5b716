/**
 * What themes cost: `npx tsx tests/bench/themes.bench.ts`. A page is 20 works of 30 tags out of the corpus, every fifth of which is
 * about a theme. "New" tags were never seen, "known" ones were on a page before.
 */
import { emptyWork, type Work } from '../../src/domain/work';
import { languages } from '../../src/rules/themes/data/index';
import { judgeTag } from '../../src/rules/themes/judge-tag';
import { recogniseThemes } from '../../src/rules/themes/recognise';
import { compileTable } from '../../src/rules/themes/table';
import { readCorpus } from '../themes/corpus';

const WORKS = 20;
const FREEFORMS = 22;
const NAMES = 4;

const tags = [...readCorpus('build'), ...readCorpus('held-out')];

/** One themed tag to four clean ones. */
function ofKind(kind: string): string[] {
  const all = tags.filter((tag) => tag.kind === kind);
  const themed = all.filter(({ themes }) => themes.size > 0).map(({ tag }) => tag);
  const clean = all.filter(({ themes }) => themes.size === 0).map(({ tag }) => tag);
  return clean.flatMap((tag, i) => (i % 4 === 0 && themed.length > 0 ? [tag, themed[(i / 4) % themed.length]!] : [tag]));
}

const pools = { freeform: ofKind('freeform'), relationship: ofKind('relationship'), character: ofKind('character') };

function pageOf(page: number): Work[] {
  const take = (pool: readonly string[], count: number, work: number): string[] =>
    Array.from({ length: count }, (_, i) => pool[((page * WORKS + work) * count + i) % pool.length]!);
  return Array.from({ length: WORKS }, (_, work) => ({
    ...emptyWork('work'),
    warnings: ['violence' as const],
    fandoms: ['Good Omens (TV)'],
    relationships: take(pools.relationship, NAMES, work),
    characters: take(pools.character, NAMES, work),
    freeforms: take(pools.freeform, FREEFORMS, work),
  }));
}

function median(run: (i: number) => void, times: number): number {
  const taken = Array.from({ length: times }, (_, i) => {
    const start = performance.now();
    run(i);
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[times >> 1]!;
}

const line = (what: string, ms: number): void => console.log(`${what.padEnd(46)} ${ms.toFixed(2).padStart(8)} ms`);

const started = performance.now();
compileTable(languages);
line('tables, first time (cold)', performance.now() - started);
line(
  'tables, again',
  median(() => void compileTable(languages), 30),
);

const table = compileTable(languages);
const judge = (work: Work): void => {
  for (const name of work.freeforms) judgeTag(name, 'freeform', table);
  for (const name of work.relationships) judgeTag(name, 'relationship', table);
  for (const name of work.characters) judgeTag(name, 'character', table);
};
line(
  'page of new tags, first page of a session',
  median(() => pageOf(0).forEach(judge), 1),
);
line(
  'page of new tags',
  median((i) => pageOf(i).forEach(judge), 60),
);

const page = pageOf(0);
page.forEach((work) => recogniseThemes(work));
line(
  'page of known tags',
  median(() => page.forEach((work) => recogniseThemes(work)), 200),
);

const long = 'no beta we die '.repeat(70_000);
line(
  'a name of 1 MB',
  median(() => void judgeTag(long, 'freeform', table), 20),
);
