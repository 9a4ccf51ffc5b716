// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { ERAS, type BookmarkSpec, type ExternalSpec, type PromptSpec, type RenderOptions, type SeriesSpec } from '../../tools/demo-archive/markup';
import { expectedItem } from './expected';
import { ana, bo, read, readAll, workSpec, zed } from './specs';

const bookmark: BookmarkSpec = {
  id: 55,
  bookmarker: zed,
  tags: ['to reread', 'Fluff'],
  collections: [{ name: 'best', title: 'Best of' }],
  notes: 'Made me cry.\nTwice.',
  date: '2026-02-03',
  rec: true,
};
const work = workSpec({ id: 12, authors: [ana, bo] });
const series: SeriesSpec = {
  id: 33,
  title: 'Roads',
  authors: [ana],
  fandoms: ['Teen Wolf (TV)'],
  ratings: ['explicit', 'general'],
  warnings: ['violence', 'none'],
  categories: ['ff', 'mm'],
  complete: false,
  relationships: ['A/B'],
  characters: ['A'],
  freeforms: ['Slow Burn'],
  summary: 'A series.',
  words: 45_678,
  works: 3,
  bookmarks: 1002,
  updated: '2026-03-04',
};
const external: ExternalSpec = {
  id: 12,
  title: 'Elsewhere',
  author: 'A. Writer by the Sea',
  url: 'https://example.org/works/999',
  fandoms: ['Teen Wolf (TV)'],
  rating: null,
  categories: ['gen'],
  relationships: ['C/D'],
  characters: ['C'],
  summary: 'Off site.',
  language: { code: 'de', name: 'Deutsch' },
  bookmarks: 4,
  updated: '2026-03-04',
};
const prompt: PromptSpec = {
  id: 8,
  collection: 'meme',
  title: 'Stranded by the sea',
  by: 'Bo Peep',
  fandoms: ['Teen Wolf (TV)'],
  rating: null,
  warnings: ['cntw'],
  categories: [],
  relationships: ['A/B'],
  characters: [],
  freeforms: ['Whump'],
  any: ['Any Character'],
  optional: ['Fluff'],
  summary: 'Please.',
  fulfilled: true,
  fills: [work],
  date: '2026-02-02',
};

describe.each(ERAS)('items of %s', (era) => {
  const options: RenderOptions = { era };
  const modern = era >= '2021-02-17';

  it('reads a work', () => {
    expect(read({ kind: 'work', work }, options)).toEqual(expectedItem(work, options));
  });

  it('reads a gift with its recipients', () => {
    const gift = { ...work, recipients: [{ login: 'cat' }, { name: 'My friend, the best' }] };
    expect(read({ kind: 'gift', work: gift }, options)).toEqual({ ...expectedItem(gift, options), kind: 'gift' });
  });

  it('reads a work in the history', () => {
    const item = { kind: 'reading', work, visited: '2026-11-01', times: 3, later: true, skip: true } as const;
    expect(read(item, options)).toEqual({ ...expectedItem(work, options), kind: 'reading' });
  });

  it('reads a deleted work in the history, which states nothing', () => {
    expect(read({ kind: 'deleted-reading', visited: '2026-11-01' }, options)).toMatchObject({ kind: 'deleted', id: null, title: null, creators: [] });
  });

  it('reads a bookmark without mixing up the work and what the bookmarker wrote', () => {
    expect(read({ kind: 'bookmark', bookmark, of: { kind: 'work', work }, count: 120 }, options)).toEqual({
      ...expectedItem(work, options),
      kind: 'bookmark',
      bookmark: {
        id: '55',
        bookmarker: { name: 'zed', login: 'zed', pseud: 'zed', id: modern ? '909' : null },
        tags: ['to reread', 'Fluff'],
        collections: ['Best of'],
        notes: 'Made me cry.\nTwice.',
        date: '2026-02-03',
        private: false,
        rec: true,
        own: false,
      },
    });
  });

  it('does not take the bookmarker for a creator', () => {
    const of = { kind: 'work', work: workSpec({ authors: [ana] }) } as const;
    expect(read({ kind: 'bookmark', bookmark, of, count: 1 }, options).creatorIds).toEqual(modern ? ['101'] : []);
    const own = read({ kind: 'bookmark', bookmark: { ...bookmark, bookmarker: ana }, of, count: 1 }, options);
    expect(own.creatorIds).toEqual(modern ? ['101'] : []);
    expect(own.creators[0]?.id).toBe(modern ? '101' : null);
    expect(own.bookmark?.bookmarker?.id).toBe(modern ? '101' : null);
    const anonymous = { kind: 'work', work: workSpec({ anonymous: true }) } as const;
    const read2 = read({ kind: 'bookmark', bookmark, of: anonymous, count: 1 }, options);
    expect([read2.creatorIds, read2.bookmark?.bookmarker?.id]).toEqual([[], modern ? '909' : null]);
  });

  it('reads private and own bookmarks', () => {
    const found = read(
      { kind: 'bookmark', bookmark: { ...bookmark, private: true, own: true, notes: null, tags: [] }, of: { kind: 'work', work }, count: 1 },
      options,
    );
    expect(found.bookmark).toMatchObject({ private: true, rec: false, own: true, notes: null, tags: [] });
    expect(found.own).toBe(false);
  });

  it('reads a bookmarked series', () => {
    const found = read({ kind: 'bookmark', bookmark, of: { kind: 'series', series }, count: 1 }, options);
    expect(found).toMatchObject({
      kind: 'bookmark',
      subject: 'series',
      id: '33',
      title: 'Roads',
      ratings: ['explicit', 'general'],
      bookmarks: 1002,
      chapters: null,
    });
  });

  it('reads a bookmarked external work', () => {
    const found = read({ kind: 'bookmark', bookmark, of: { kind: 'external', external }, count: 1 }, options);
    expect(found).toMatchObject({
      kind: 'bookmark',
      subject: 'external',
      id: '12',
      title: 'Elsewhere',
      creatorIds: [],
      url: 'https://archiveofourown.org/external_works/12',
    });
  });

  it('reads the bookmark of a deleted work and of an unrevealed one', () => {
    const gone = read({ kind: 'deleted-bookmark', bookmark }, options);
    expect(gone).toMatchObject({ kind: 'deleted', subject: null, title: null, creatorIds: [], bookmark: { id: '55', tags: ['to reread', 'Fluff'] } });
    const hidden = read({ kind: 'bookmark', bookmark, of: { kind: 'mystery', id: 77 }, count: 1 }, options);
    expect(hidden).toMatchObject({ kind: 'mystery', title: null, id: modern ? '77' : null, bookmark: { notes: 'Made me cry.\nTwice.' } });
  });

  it("reads a bookmarkable, and each person's bookmark below as an item of its own", () => {
    const recent = [bookmark, { ...bookmark, id: 56, bookmarker: bo, tags: ['secret'], notes: null, rec: false, private: true, own: true }];
    const [first, ...below] = readAll({ kind: 'bookmarkable', of: { kind: 'work', work }, count: 2, recent }, options);
    expect(first).toEqual({ ...expectedItem(work, options), kind: 'bookmarkable' });
    expect(below).toHaveLength(2);
    expect(below[0]).toMatchObject({ kind: 'short-bookmark', subject: null, id: null, title: null, summary: null, creatorIds: [] });
    expect(below[0]?.bookmark).toMatchObject({
      id: null,
      tags: ['to reread', 'Fluff'],
      collections: ['Best of'],
      notes: 'Made me cry.\nTwice.',
      rec: true,
      date: '2026-02-03',
    });
    expect(below[1]?.bookmark).toMatchObject({ bookmarker: { name: 'Bo Peep', login: 'bo_b', id: modern ? '202' : null }, private: true, own: true });
  });

  it('reads a series', () => {
    expect(read({ kind: 'series', series }, options)).toMatchObject({
      kind: 'series',
      subject: 'series',
      id: '33',
      url: 'https://archiveofourown.org/series/33',
      title: 'Roads',
      creators: [{ login: 'ana' }],
      ratings: ['explicit', 'general'],
      warnings: ['violence', 'none'],
      categories: ['ff', 'mm'],
      complete: false,
      words: 45_678,
      kudos: null,
      comments: null,
      hits: null,
      bookmarks: 1002,
      language: null,
      chapters: null,
      updated: '2026-03-04',
    });
  });

  it('reads an external work, whose creator has no link and whose title leads off the site', () => {
    expect(read({ kind: 'external', external }, options)).toMatchObject({
      kind: 'external',
      subject: 'external',
      id: '12',
      url: 'https://example.org/works/999',
      creators: [{ name: 'A. Writer by the Sea', login: null, pseud: null, id: null }],
      ratings: [],
      warnings: ['cntw'],
      complete: null,
      words: null,
      kudos: null,
      bookmarks: 4,
      language: era >= '2023-06-28' ? 'de' : null,
      languageName: 'Deutsch',
      relationships: ['C/D'],
    });
  });

  it('reads a prompt and the works inside it', () => {
    const [wish, fill, ...more] = readAll({ kind: 'prompt', prompt }, options);
    expect(wish).toMatchObject({
      kind: 'prompt',
      subject: null,
      id: null,
      title: 'Stranded by the sea',
      creators: [{ name: 'Bo Peep', login: null }],
      ratings: [],
      freeforms: ['Whump'],
      otherTags: ['Fluff'],
      complete: null,
      summary: 'Please.',
    });
    expect(fill).toEqual(expectedItem(work, options));
    expect(more).toEqual([]);
    expect(read({ kind: 'prompt', prompt: { ...prompt, by: null } }, options)).toMatchObject({ anonymous: true, creators: [] });
  });

  it('reads the work inside a collection item once', () => {
    const all = readAll({ kind: 'collection-item', id: 3, collection: { name: 'yule', title: 'Yule' }, work }, options);
    expect(all).toEqual(
      [{ ...expectedItem(work, options), kind: 'collection-item', creatorIds: [] }].map((expected) => ({
        ...expected,
        creators: expected.creators.map((creator) => ({ ...creator, id: null })),
      })),
    );
  });

  it('reads an unrevealed work, which states nothing', () => {
    expect(read({ kind: 'mystery', id: 91, collections: [{ name: 'yule', title: 'Yule' }] }, options)).toMatchObject({
      kind: 'mystery',
      subject: 'work',
      id: '91',
      title: null,
      url: null,
      summary: null,
    });
  });

  it('leaves lists of collections and people alone', () => {
    expect(readAll({ kind: 'collection', collection: { name: 'yule', title: 'Yule' }, maintainer: 'ana', works: 3, summary: 'A collection' }, options)).toEqual(
      [],
    );
    expect(readAll({ kind: 'user', user: ana, works: 3 }, options)).toEqual([]);
  });
});
