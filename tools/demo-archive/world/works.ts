import type { CollectionSpec, UserSpec, WorkSpec } from '../markup/spec';
import type { Random } from '../random';
import { orphan } from './people';
import { LANGUAGES, makeTags } from './tags';
import { makeSummary, makeTitle } from './titles';

/** The day that the demo archive believes it is, so that the same seed gives the same pages tomorrow. */
export const TODAY = Date.UTC(2026, 10, 20);
const DAY = 86_400_000;
const FIRST_WORK = 70_000_001;

export const isoDay = (daysAgo: number): string => new Date(TODAY - daysAgo * DAY).toISOString().slice(0, 10);

/** A work of the demo archive. Series are added when all works are there. */
export function makeWork(random: Random, index: number, count: number, people: readonly UserSpec[], collections: readonly CollectionSpec[]): WorkSpec {
  const { people: cast, ...tags } = makeTags(random);
  const chapters = makeChapters(random);
  const readers = Math.floor(random.next() ** 4 * 40_000);
  const age = Math.floor((index / count) ** 2 * 3_000);
  return {
    id: FIRST_WORK + index,
    title: makeTitle(random),
    ...makeAuthors(random, people),
    ...(random.chance(0.06) ? { recipients: [makeRecipient(random, people)] } : {}),
    ...tags,
    ...chapters,
    summary: makeSummary(random, cast),
    language: random.chance(0.01) ? null : random.chance(0.82) ? LANGUAGES[0] : random.pick(LANGUAGES),
    words: random.chance(0.01) ? 0 : Math.floor(chapters.chapters.posted * (100 + random.next() ** 2 * 9_000)),
    kudos: Math.floor(readers / random.int(8, 40)),
    hits: readers,
    comments: Math.floor(readers / random.int(60, 400)),
    bookmarks: Math.floor(readers / random.int(50, 300)),
    ...(random.chance(0.08) ? { collections: [random.pick(collections)] } : {}),
    published: isoDay(age + (chapters.chapters.posted > 1 ? random.int(10, 700) : 0)),
    updated: isoDay(age),
    ...(random.chance(0.05) ? { restricted: true } : {}),
  };
}

function makeAuthors(random: Random, people: readonly UserSpec[]): Pick<WorkSpec, 'authors' | 'anonymous' | 'importedFrom'> {
  const draw = random.next();
  if (draw < 0.03) return { authors: [random.pick(people)], anonymous: true };
  if (draw < 0.06) return { authors: [orphan(random.chance(0.4) ? `formerly ${random.pick(people).login}` : undefined)] };
  if (draw < 0.07) return { authors: [random.pick(people)], importedFrom: [`old name ${random.int(1, 99)}`] };
  if (draw < 0.13) return { authors: random.several(people, random.int(2, 5)) };
  return { authors: [random.popular(people)] };
}

const makeRecipient = (random: Random, people: readonly UserSpec[]): NonNullable<WorkSpec['recipients']>[number] =>
  random.chance(0.7) ? random.pick(people) : { name: `my best friend who asked for ${random.int(2, 20)} of these` };

function makeChapters(random: Random): Pick<WorkSpec, 'chapters' | 'complete'> {
  if (random.chance(0.62)) return { chapters: { posted: 1, planned: 1 }, complete: true };
  const posted = Math.ceil(random.next() ** 3 * 60);
  const draw = random.next();
  if (draw < 0.45) return { chapters: { posted, planned: posted }, complete: true };
  // The symbol and the count may disagree, as they do on the archive.
  if (draw < 0.9) return { chapters: { posted, planned: null }, complete: random.chance(0.02) };
  return { chapters: { posted, planned: posted + random.int(1, 40) }, complete: false };
}
