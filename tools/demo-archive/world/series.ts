import type { Rating } from '../../../src/domain/vocabulary';
import type { SeriesSpec, WorkSpec } from '../markup/spec';
import type { Random } from '../random';
import { makeTitle } from './titles';

export interface Series {
  spec: SeriesSpec;
  works: WorkSpec[];
}

const FIRST_SERIES = 4_000_001;
const SEVEREST_FIRST: readonly Rating[] = ['explicit', 'mature', 'teen', 'general', 'not-rated'];

/** Puts some works of each busy creator into series, and says so on the works. */
export function makeSeries(random: Random, works: readonly WorkSpec[]): Series[] {
  const byAuthor = new Map<string, WorkSpec[]>();
  for (const work of works) {
    const author = work.authors[0];
    if (author === undefined || work.anonymous === true) continue;
    byAuthor.set(author.login, [...(byAuthor.get(author.login) ?? []), work]);
  }
  const groups = [...byAuthor.values()].filter((group) => group.length >= 4);
  return groups.map((group, index) => {
    const members = group.filter(() => random.chance(0.5)).slice(0, 24);
    if (members.length === 0) members.push(...group.slice(0, 2));
    members.reverse(); // works come newest first, the parts of a series do not
    const title = random.chance(0.2) ? `${makeTitle(random)} :)))` : makeTitle(random);
    members.forEach((work, at) => {
      work.series = [...(work.series ?? []), { id: FIRST_SERIES + index, title, position: at + 1 }];
    });
    return { spec: describe(FIRST_SERIES + index, title, members, random), works: members };
  });
}

/** What the archive shows of a series: the union of what its works state. */
function describe(id: number, title: string, works: readonly WorkSpec[], random: Random): SeriesSpec {
  const union = <T>(of: (work: WorkSpec) => readonly T[]): T[] => [...new Set(works.flatMap(of))];
  const ratings = union((work) => (work.rating === null ? [] : [work.rating]));
  const dates = works.map((work) => work.updated).sort();
  return {
    id,
    title,
    authors: works[0]?.authors ?? [],
    fandoms: union((work) => work.fandoms),
    ratings: SEVEREST_FIRST.filter((rating) => ratings.includes(rating)),
    warnings: union((work) => work.warnings),
    categories: union((work) => work.categories),
    complete: random.chance(0.4),
    relationships: union((work) => work.relationships),
    characters: union((work) => work.characters),
    freeforms: union((work) => work.freeforms),
    summary: random.chance(0.7) ? `Stories about ${works[0]?.characters[0] ?? 'nobody in particular'}, in order.` : null,
    words: works.reduce((sum, work) => sum + (work.words ?? 0), 0),
    works: works.length,
    bookmarks: random.int(0, 90),
    begun: dates[0] ?? works[0]?.updated ?? '',
    updated: dates.at(-1) ?? '',
  };
}
