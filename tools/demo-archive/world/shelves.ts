import type { BookmarkedSpec, BookmarkSpec, CollectionSpec, ExternalSpec, PromptSpec, UserSpec, WorkSpec } from '../markup/spec';
import type { Random } from '../random';
import { BOOKMARK_TAGS } from './freeforms';
import type { Series } from './series';
import { LANGUAGES, makeTags } from './tags';
import { makeSummary, makeTitle } from './titles';
import { COLLECTION_NAMES } from './words';
import { isoDay } from './works';

/** A bookmark and the thing it is of. */
export interface Shelved {
  bookmark: BookmarkSpec;
  of: BookmarkedSpec;
}

const NOTES = [
  'Reread every winter.',
  'The fox. The FOX.',
  'ok this one hurt (see the tags on Mara Venn/Tobias Kell)',
  'Bring tissues, then bring more tissues.',
];

export const ODDITIES: CollectionSpec = { name: 'Oddities', title: 'Oddities: one of every strange thing' };
export const SECRETS: CollectionSpec = { name: 'SecretLanterns', title: 'Secret Lanterns (unrevealed)' };

export const makeCollections = (): CollectionSpec[] => [
  ODDITIES,
  SECRETS,
  ...COLLECTION_NAMES.map((title) => ({ name: title.replace(/[^A-Za-z0-9]+/g, '_'), title })),
];

export function makeExternals(random: Random, count: number): ExternalSpec[] {
  return Array.from({ length: count }, (_, index) => {
    const tags = makeTags(random);
    return {
      id: 900_001 + index,
      title: makeTitle(random),
      author: `writer elsewhere ${random.int(1, 60)}`,
      url: `https://stories.example/${index + 1}`,
      fandoms: random.chance(0.1) ? [] : tags.fandoms,
      rating: random.chance(0.2) ? null : tags.rating,
      categories: tags.categories,
      relationships: tags.relationships,
      characters: tags.characters,
      summary: makeSummary(random, tags.people),
      language: random.chance(0.5) ? LANGUAGES[0] : null,
      bookmarks: random.int(1, 30),
      updated: isoDay(random.int(5, 2_500)),
    };
  });
}

/** Bookmarks, newest first; mostly of works, some of series, of external works and of what is not revealed. */
export function makeBookmarks(
  random: Random,
  count: number,
  from: {
    works: readonly WorkSpec[];
    series: readonly Series[];
    externals: readonly ExternalSpec[];
    people: readonly UserSpec[];
    collections: readonly CollectionSpec[];
  },
): Shelved[] {
  return Array.from({ length: count }, (_, index) => {
    const bookmark: BookmarkSpec = {
      id: 2_100_000_000 + count - index,
      bookmarker: random.popular(from.people),
      tags: random.chance(0.6) ? random.several(BOOKMARK_TAGS, random.int(1, 3)) : [],
      ...(random.chance(0.1) ? { collections: [random.pick(from.collections)] } : {}),
      notes: random.chance(0.4) ? random.pick(NOTES) : null,
      date: isoDay(Math.floor((index / count) * 900)),
      ...(random.chance(0.08) ? { rec: true } : {}),
      ...(random.chance(0.04) ? { private: true } : {}),
    };
    return { bookmark, of: makeBookmarked(random, from) };
  });
}

function makeBookmarked(random: Random, from: { works: readonly WorkSpec[]; series: readonly Series[]; externals: readonly ExternalSpec[] }): BookmarkedSpec {
  const draw = random.next();
  if (draw < 0.07) return { kind: 'series', series: random.pick(from.series).spec };
  if (draw < 0.12) return { kind: 'external', external: random.pick(from.externals) };
  if (draw < 0.14) return { kind: 'mystery', id: 69_000_000 + random.int(1, 999) };
  return { kind: 'work', work: random.popular(from.works) };
}

export function makePrompts(random: Random, count: number, works: readonly WorkSpec[], collections: readonly CollectionSpec[]): PromptSpec[] {
  return Array.from({ length: count }, (_, index) => {
    const { people, ...tags } = makeTags(random);
    const fills = random.chance(0.35) ? [random.pick(works)] : [];
    return {
      id: 300_001 + index,
      collection: random.pick(collections).name,
      ...(random.chance(0.5) ? { title: makeTitle(random) } : {}),
      by: random.chance(0.3) ? null : `prompter${random.int(1, 80)}`,
      ...tags,
      ...(random.chance(0.3) ? { any: ['Character'] } : {}),
      ...(random.chance(0.3) ? { optional: ['Fluff', 'Time Travel'] } : {}),
      summary: makeSummary(random, people),
      fulfilled: fills.length > 0,
      fills,
      date: isoDay(random.int(1, 300)),
    };
  });
}
