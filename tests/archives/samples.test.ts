// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { otw } from '../../src/archives/otw';
import { otwWorkPages } from '../../src/archives/otw/work-page';
import type { Work } from '../../src/domain/work';
import { NOW, parse } from './specs';

/** Scrubbed real pages, which are not part of the repository. */
const FOLDER = '../shared/samples/pages';

const load = (name: string): Document => parse(readFileSync(`${FOLDER}/${name}.html`, 'utf8'));

const items = (name: string, address: string): Work[] => {
  const url = new URL(address);
  return [...load(name).querySelectorAll(otw.items)].map((item) => otw.readItem(item, url, NOW));
};

const count = (works: Work[], field: 'fandoms' | 'warnings' | 'categories' | 'relationships' | 'characters' | 'freeforms' | 'creators'): number =>
  works.reduce((sum, work) => sum + work[field].length, 0);

/** Counted in the pages' source by a script of its own. */
const TAG_TOTALS = [
  ['creators', 19],
  ['fandoms', 30],
  ['warnings', 28],
  ['categories', 28],
  ['relationships', 64],
  ['characters', 236],
  ['freeforms', 550],
] as const;

describe.skipIf(!existsSync(`${FOLDER}/ao3-tag-works.html`))('real pages', () => {
  it('reads a listing of a tag', () => {
    const works = items('ao3-tag-works', 'https://archiveofourown.org/tags/Worldbuilding/works');
    expect(works).toHaveLength(20);
    expect(works.every((work) => work.anonymous || work.creatorIds.length > 0)).toBe(true);
    expect(works.filter((work) => work.anonymous)).toHaveLength(1);
    expect(works.every((work) => work.ratings.length === 1 && work.language !== null && work.words !== null && work.updated !== null)).toBe(true);
    expect(TAG_TOTALS.map(([field]) => [field, count(works, field)])).toEqual(TAG_TOTALS);
    expect(works[0]).toMatchObject({
      id: '77861651',
      title: 'Trails of Ashen Heart',
      words: 12_012,
      chapters: { posted: 1, planned: null },
      updated: '2026-01-18',
      complete: false,
    });
  });

  it('reads the page of a series', () => {
    const works = items('ao3-series', 'https://archiveofourown.org/series/2270465');
    expect(works).toHaveLength(6);
    expect(works.every((work) => work.series.some((part) => part.id === '2270465'))).toBe(true);
    expect(works.map((work) => work.series[0]?.position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(works[0]).toMatchObject({ kudos: 1541, comments: 56, bookmarks: 245, hits: 13_186 });
  });

  it('finds no items on the page of a tag', () => {
    const document = load('ao3-tag');
    expect(document.querySelectorAll(otw.items)).toHaveLength(0);
    expect(otw.recognises(document)).toBe(true);
  });

  it('reads the page of a work', () => {
    const page = otwWorkPages.read(load('ao3-work'), new URL('https://archiveofourown.org/works/323217'), NOW);
    expect(page).toMatchObject({ state: 'work', chapter: false });
    expect(page.work).toMatchObject({
      id: '323217',
      title: 'Field Test no.7: Phone Calls & Boundaries',
      ratings: ['not-rated'],
      warnings: ['cntw'],
      categories: ['mm'],
      relationships: ['Patrick Jane/Kimball Cho'],
      freeforms: [],
      complete: true,
      words: 5652,
      kudos: 814,
      comments: 27,
      bookmarks: 112,
      hits: 8567,
      published: '2012-01-19',
      series: [{ id: '14544', title: 'The Mentalist Field Tests', position: 1 }],
    });
  });
});
