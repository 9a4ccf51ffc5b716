// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveAt } from '../../src/archives/index';
import { scribbleHubListings } from '../../src/archives/scribble-hub/adapter';
import type { Work } from '../../src/domain/work';
import { workSchema } from '../../src/domain/work-schema';
import { renderFinder, renderSeries, type SeriesSpec } from '../../tools/demo-archive/markup/scribble-hub';
import { anyName, NOW, parse } from './specs';

const HOST = 'https://www.scribblehub.com';

const series = (over: Partial<SeriesSpec> = {}): SeriesSpec => ({
  id: 117137,
  title: 'The Patient Smith',
  author: { id: 4591, name: 'Ana Q' },
  genres: ['Fantasy', 'Gender Bender'],
  complete: false,
  stats: { views: '12.3M', favorites: '9,876', chapters: '712', readers: '12k', reviews: '1', words: '1.2M' },
  updated: 'Sep 27, 2026',
  text: 'One day, a Monday.',
  more: 'The world <b>changed</b>.',
  ...over,
});

const read = (html: string, path = '/series-finder/'): Work[] =>
  [...parse(html).querySelectorAll(scribbleHubListings.items)].map((item) => scribbleHubListings.readItem(item, new URL(path, HOST), NOW));
const one = (over: Partial<SeriesSpec> = {}, phone = false): Work | undefined => read(renderFinder([renderSeries(series(over), phone)]))[0];
const pageOf = (path: string, html: string) => scribbleHubListings.readPage(parse(html), new URL(path, HOST));

describe('a story of Scribble Hub', () => {
  it.each([
    ['on a wide page', false],
    ['on a phone', true],
  ])('is read in full %s, and nothing is said that the list does not say', (_, phone) => {
    const work = one({}, phone);
    expect(work).toMatchObject({
      kind: 'work',
      subject: 'work',
      id: '117137',
      url: `${HOST}/series/117137/the-patient-smith/`,
      title: 'The Patient Smith',
      creators: [{ name: 'Ana Q', login: 'Ana Q', pseud: null, id: '4591' }],
      creatorIds: ['4591'],
      genres: ['Fantasy', 'Gender Bender'],
      hits: 12_300_000,
      kudos: 9876,
      bookmarks: 12_000,
      comments: 1,
      words: 1_200_000,
      chapters: { posted: 712, planned: null },
      updated: '2026-09-27',
      complete: null,
      summary: 'One day, a Monday.\nThe world changed.',
    });
    expect(work).toMatchObject({ freeforms: [], warnings: [], ratings: [], fandoms: [] });
    expect(workSchema.safeParse(work).success).toBe(true);
  });

  it('is complete where the list says so, which is no genre', () => {
    expect(one({ complete: true })).toMatchObject({ complete: true, genres: ['Fantasy', 'Gender Bender'] });
  });

  it('has a text without a rest, or none', () => {
    const { more: _, ...short } = series();
    expect(read(renderFinder([renderSeries(short)]))[0]?.summary).toBe('One day, a Monday.');
    expect(read(renderFinder([renderSeries({ ...short, text: '' })]))[0]?.summary).toBeNull();
  });

  it.each([
    ['3 days ago', '2026-03-02'],
    ['soon', null],
  ])('updated “%s” is of %s', (updated, day) => {
    expect(
      scribbleHubListings.readItem(
        parse(renderFinder([renderSeries(series({ updated }))])).querySelector('.search_main_box') as Element,
        new URL(HOST),
        new Date('2026-03-05'),
      ),
    ).toMatchObject({ updated: day });
  });

  it('states no number where one is written as it never was', () => {
    const stats = { ...series().stats, views: '1.2B', chapters: 'many', words: '-1' };
    expect(one({ stats })).toMatchObject({ hits: null, chapters: null, words: null, kudos: 9876 });
  });

  it('takes no number from the name of its author', () => {
    expect(one({ author: { id: 1, name: '5 Words' } })).toMatchObject({ words: 1_200_000, creators: [{ name: '5 Words' }] });
  });

  it('is read without genres, when the list of them is there and empty', () => {
    expect(one({ genres: [] })?.genres).toEqual([]);
  });

  it.each([
    ['class="search_title"', 'class="title-of-tomorrow"', 'no-id'],
    ['/series/117137', '/tale/117137', 'no-id'],
    ['>The Patient Smith</a>', '></a>', 'no-title'],
    ['class="search_genre"', 'class="genres-of-tomorrow"', 'no-tags'],
    ['class="fic_genre"', 'class="label"', 'no-tags'],
  ])('is refused when %s has become %s', (was, is, code) => {
    expect(() => read(renderFinder([renderSeries(series())]).replaceAll(was, is))).toThrow(code);
  });

  it('is data, whatever its names are', () => {
    fc.assert(
      fc.property(anyName, fc.array(anyName, { maxLength: 4 }), fc.boolean(), (title, genres, phone) => {
        const work = one({ title, genres, author: { id: 7, name: title } }, phone);
        expect([work?.title, work?.creators[0]?.name, ...(work?.genres ?? [])]).toEqual([title, title, ...genres]);
        expect(workSchema.safeParse(work).success).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('never links to what runs', () => {
    expect(read(renderFinder([renderSeries(series())]).replaceAll(`href="${HOST}/series`, 'href="javascript:x()//series'))[0]?.url).toBeNull();
  });
});

describe('a page of Scribble Hub', () => {
  const list = renderFinder([renderSeries(series())], 2);

  it.each([
    ['/series-ranking/?sort=1', list, { kind: 'listing', next: `${HOST}/series-ranking/?pg=2` }],
    ['/series-finder/?sf=1', list, { kind: 'search' }],
    ['/?s=smith&post_type=fictionposts', list, { kind: 'search' }],
    ['/profile/4591/ana/', list, { kind: 'user', own: false }],
    ['/series/117137/the-patient-smith/', list, { kind: 'work' }],
    ['/forum/', '<p>no list', { kind: null, next: null }],
  ])('at %s is known', (path, html, page) => {
    expect(pageOf(path, html)).toMatchObject(page);
  });

  it('is known by its list, and a single story by its address', () => {
    expect([list, '<p>x'].map((html) => scribbleHubListings.recognises(parse(html)))).toEqual([true, false]);
    expect(['/series/1/x/', '/read/1-x/chapter/2/', '/series-finder/'].map((path) => scribbleHubListings.isWorkPage(new URL(path, HOST)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(archiveAt(new URL('/series-finder/', HOST))?.id).toBe('scribble-hub');
  });
});
