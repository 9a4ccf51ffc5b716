import fc from 'fast-check';
import { otw } from '../../src/archives/otw';
import type { Work } from '../../src/domain/work';
import { renderListingPage, type ItemSpec, type ListingName, type RenderOptions, type UserSpec, type WorkSpec } from '../../tools/demo-archive/markup';

/** Specs, pages and what should be read from them, for the tests of this folder. */

export const NOW = new Date('2026-11-20T12:00:00Z');
export const HOST = 'https://archiveofourown.org';

/** A name as a page shows it: with single blanks inside and none around, and whatever else people or attackers think of. */
export const anyName = fc
  .oneof(fc.constantFrom('__proto__', 'constructor', '<script>', '"\'&'), fc.string({ minLength: 1 }))
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

export const ana: UserSpec = { id: 101, login: 'ana' };
export const bo: UserSpec = { id: 202, login: 'bo_b', pseud: 'Bo Peep' };
export const zed: UserSpec = { id: 909, login: 'zed' };

export function workSpec(over: Partial<WorkSpec> = {}): WorkSpec {
  return {
    id: 4711,
    title: 'The Long Way Round',
    authors: [ana],
    fandoms: ['Teen Wolf (TV)'],
    rating: 'teen',
    warnings: ['none'],
    categories: ['mm'],
    complete: true,
    relationships: ['Derek Hale/Stiles Stilinski'],
    characters: ['Derek Hale', 'Stiles Stilinski'],
    freeforms: ['Slow Burn'],
    summary: 'They walk.',
    language: { code: 'en', name: 'English' },
    words: 1234,
    chapters: { posted: 1, planned: 1 },
    hits: 12,
    published: '2026-01-05',
    updated: '2026-01-05',
    ...over,
  };
}

export const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

export function itemsOf(html: string, path = '/works'): Work[] {
  const url = new URL(path, HOST);
  return [...parse(html).querySelectorAll(otw.items)].map((item) => otw.readItem(item, url, NOW));
}

const LIST: Record<ItemSpec['kind'], ListingName> = {
  work: 'works',
  gift: 'gifts',
  reading: 'history',
  'deleted-reading': 'history',
  bookmark: 'user-bookmarks',
  'deleted-bookmark': 'user-bookmarks',
  bookmarkable: 'tag-bookmarks',
  'short-bookmark': 'item-bookmarks',
  series: 'series-list',
  external: 'external-works',
  prompt: 'prompts',
  'collection-item': 'collection-items',
  mystery: 'works',
  collection: 'collections',
  user: 'people',
};

/** Everything that is read from an item on a page of its kind, nested items included. */
export const readAll = (item: ItemSpec, options: RenderOptions = {}): Work[] =>
  itemsOf(renderListingPage({ listing: LIST[item.kind], items: [item], path: '/works' }, options));

/** What is read from an item, without the items nested in it. */
export function read(item: ItemSpec, options: RenderOptions = {}): Work {
  const [first] = readAll(item, options);
  if (first === undefined) throw new Error(`no item found for ${item.kind}`);
  return first;
}

export const readWork = (over: Partial<WorkSpec>, options: RenderOptions = {}): Work => read({ kind: 'work', work: workSpec(over) }, options);
