import type { CollectionSpec, ExternalSpec, PromptSpec, UserSpec, WorkSpec } from '../markup/spec';
import { seeded } from '../random';
import { ODD_WORKS } from './odd-works';
import { makePeople } from './people';
import { makeSeries, type Series } from './series';
import { makeBookmarks, makeCollections, makeExternals, makePrompts, ODDITIES, SECRETS, type Shelved } from './shelves';
import { makeWork } from './works';

export interface WorldOptions {
  /** The same seed gives the same archive. */
  seed?: number;
  /** How many works; the rest grows with it. */
  works?: number;
}

/** Everything that the demo archive holds. */
export interface World {
  people: UserSpec[];
  /** The last updated first. */
  works: WorkSpec[];
  series: Series[];
  collections: CollectionSpec[];
  externals: ExternalSpec[];
  /** The newest first. */
  bookmarks: Shelved[];
  prompts: PromptSpec[];
  /** Works whose collection has not revealed them: nobody sees what they are. */
  unrevealed: Set<number>;
}

const DEFAULT_SEED = 20_261_121;

export function makeWorld({ seed = DEFAULT_SEED, works: count = 4_000 }: WorldOptions = {}): World {
  const random = seeded(seed);
  const people = makePeople(random, Math.max(20, Math.floor(count / 8)));
  const collections = makeCollections();
  const open = collections.filter((collection) => collection !== ODDITIES && collection !== SECRETS);
  const works = Array.from({ length: count }, (_, index) => makeWork(random, index, count, people, open));
  // One odd work about every two pages, so that browsing meets them.
  ODD_WORKS.forEach((odd, at) => {
    const index = (at * Math.max(1, Math.floor(count / ODD_WORKS.length / 2)) + 3) % count;
    const work = works[index];
    if (work !== undefined) Object.assign(work, { authors: work.authors.slice(0, 1), anonymous: false }, odd, { collections: [ODDITIES] });
  });
  const unrevealed = new Set<number>();
  for (const work of works) {
    if (work.collections?.includes(ODDITIES) === true || !random.chance(0.005)) continue;
    work.collections = [SECRETS];
    unrevealed.add(work.id);
  }
  const seen = works.filter((work) => !unrevealed.has(work.id));
  const series = makeSeries(random, seen);
  const externals = makeExternals(random, Math.max(5, Math.floor(count / 80)));
  const bookmarks = makeBookmarks(random, Math.max(40, Math.floor(count / 4)), { works: seen, series, externals, people, collections: open });
  const prompts = makePrompts(random, Math.max(6, Math.floor(count / 50)), seen, open);
  return { people, works, series, collections, externals, bookmarks, prompts, unrevealed };
}
