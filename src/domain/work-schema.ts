import * as z from 'zod/mini';
import type { Work } from './work';
import type { Category, Rating, Warning } from './vocabulary';

/*
 * The shape of a work at the background's door. Kept apart from work.ts so that pages do not ship a validator.
 * Limits are far above what archives allow (150 characters a tag name, 75 tags) and keep a hostile page from
 * filling the worker. What is longer is cut, never refused: a work must not escape being judged by its tags because
 * one of them is a megabyte long.
 */
const text = (most: number) => z.string().check(z.overwrite((value) => value.slice(0, most)));
const list = <Item extends z.ZodMiniType>(item: Item, most: number) => z.array(item).check(z.overwrite((items) => items.slice(0, most)));

const name = text(1000);
const names = list(name, 2000);
const longText = z.nullable(text(20_000));
const count = z.nullable(z.number().check(z.nonnegative()));
const shortText = z.nullable(text(2000));

const creator = z.object({ name, login: z.nullable(name), pseud: z.nullable(name), id: z.nullable(name) });

const rating: z.ZodMiniType<Rating> = z.enum(['not-rated', 'general', 'teen', 'mature', 'explicit', 'other']);
const warning: z.ZodMiniType<Warning> = z.enum(['cntw', 'none', 'violence', 'death', 'noncon', 'underage', 'other']);
const category: z.ZodMiniType<Category> = z.enum(['ff', 'fm', 'gen', 'mm', 'multi', 'other']);

const bookmark = z.object({
  id: shortText,
  bookmarker: z.nullable(creator),
  tags: names,
  collections: names,
  notes: longText,
  date: shortText,
  private: z.boolean(),
  rec: z.boolean(),
  own: z.boolean(),
});

/** Validates one work that a page reports. */
export const workSchema: z.ZodMiniType<Work> = z.object({
  kind: z.enum([
    'work',
    'gift',
    'reading',
    'bookmark',
    'bookmarkable',
    'short-bookmark',
    'series',
    'external',
    'prompt',
    'collection-item',
    'mystery',
    'deleted',
  ]),
  subject: z.nullable(z.enum(['work', 'series', 'external'])),
  id: shortText,
  url: shortText,
  title: shortText,
  creators: list(creator, 500),
  creatorIds: names,
  anonymous: z.boolean(),
  recipients: names,
  fandoms: names,
  ratings: list(rating, 20),
  warnings: list(warning, 50),
  categories: list(category, 50),
  complete: z.nullable(z.boolean()),
  relationships: names,
  characters: names,
  freeforms: names,
  otherTags: names,
  withheld: list(z.enum(['warnings', 'freeforms']), 2),
  summary: longText,
  language: shortText,
  languageName: shortText,
  words: count,
  chapters: z.nullable(z.object({ posted: z.number(), planned: z.nullable(z.number()) })),
  series: list(z.object({ id: name, title: name, position: count }), 500),
  collections: names,
  kudos: count,
  hits: count,
  comments: count,
  bookmarks: count,
  published: shortText,
  updated: shortText,
  genres: names,
  own: z.boolean(),
  restricted: z.boolean(),
  bookmark: z.nullable(bookmark),
});
