// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveAt } from '../../src/archives/index';
import { royalRoadListings } from '../../src/archives/royal-road/adapter';
import { workSchema } from '../../src/domain/work-schema';
import type { Work } from '../../src/domain/work';
import { type FictionSpec, renderFiction, renderFictions, renderFollowed } from '../../tools/demo-archive/markup/royal-road';
import { anyName, NOW, parse } from './specs';

const HOST = 'https://www.royalroad.com';

const fiction = (over: Partial<FictionSpec> = {}): FictionSpec => ({
  id: 36049,
  title: 'The Patient Hunter',
  type: 'Original',
  status: 'ONGOING',
  tags: ['LitRPG', 'Progression'],
  stats: { followers: 1234, pages: 456, views: 78_900, chapters: 12 },
  description: ['One day, a Monday.', 'The world <b>changed</b>.'],
  ...over,
});

const read = (html: string, path = '/fictions/best-rated'): Work[] =>
  [...parse(html).querySelectorAll(royalRoadListings.items)].map((item) => royalRoadListings.readItem(item, new URL(path, HOST), NOW));
const one = (over: Partial<FictionSpec> = {}): Work | undefined => read(renderFictions([renderFiction(fiction(over))]))[0];
const pageOf = (path: string, html: string) => royalRoadListings.readPage(parse(html), new URL(path, HOST));

describe('a fiction of Royal Road', () => {
  it('is read in full, and nothing is said that the list does not say', () => {
    const work = one();
    expect(work).toMatchObject({
      kind: 'work',
      subject: 'work',
      id: '36049',
      url: `${HOST}/fiction/36049/the-patient-hunter`,
      title: 'The Patient Hunter',
      freeforms: ['LitRPG', 'Progression'],
      otherTags: ['Original', 'ONGOING'],
      complete: false,
      bookmarks: 1234,
      hits: 78_900,
      chapters: { posted: 12, planned: null },
      summary: 'One day, a Monday.\nThe world changed.',
    });
    expect(work).toMatchObject({ creators: [], words: null, warnings: [], ratings: [], updated: null });
    expect(workSchema.safeParse(work).success).toBe(true);
  });

  it('is read from search results, whose items have less and another order of classes', () => {
    const [work] = read(renderFictions([renderFiction(fiction({ status: null, stats: null }), true)]), '/fictions/search?title=x');
    expect(work).toMatchObject({ id: '36049', otherTags: ['Original'], complete: null, chapters: null, hits: null, bookmarks: null });
  });

  it.each([
    ['COMPLETED', true],
    ['Completed', true],
    ['ONGOING', false],
    ['HIATUS', false],
    ['INACTIVE', false],
    ['DROPPED', false],
    ['CANCELLED', false],
    ['STUB', null],
    ['SOMETHING NEW', null],
  ])('with the status %s is complete: %s', (status, complete) => {
    expect(one({ status })?.complete).toBe(complete);
  });

  it('has as many chapters planned as posted when it is complete', () => {
    expect(one({ status: 'COMPLETED' })?.chapters).toEqual({ posted: 12, planned: 12 });
  });

  it('states no number where one is rounded', () => {
    const [work] = read(
      renderFictions([renderFiction(fiction())])
        .replace('78,900 Views', '1.2M Views')
        .replace('12 Chapters', 'many Chapters'),
    );
    expect(work).toMatchObject({ hits: null, chapters: null, bookmarks: 1234 });
  });

  it('is read from the list of follows without tags, and only there', () => {
    const html = renderFictions([renderFollowed(fiction())]);
    expect(read(html, '/my/follows')).toMatchObject([{ id: '36049', title: 'The Patient Hunter', freeforms: [], complete: null }]);
    expect(() => read(html)).toThrow('no-tags');
  });

  it.each([
    ['href="/fiction/36049', 'href="/fictions', 'no-id'],
    ['class="fiction-title"', 'class="title-of-tomorrow"', 'no-id'],
    ['>The Patient Hunter</a></h2>', '></a></h2>', 'no-title'],
  ])('is refused when %s has become %s', (was, is, code) => {
    expect(() => read(renderFictions([renderFiction(fiction())]).replaceAll(was, is))).toThrow(code);
  });

  it('is refused when all labels and tags have other names', () => {
    expect(() =>
      read(
        renderFictions([renderFiction(fiction())])
          .replaceAll('fiction-tag', 'x')
          .replaceAll('class="label', 'class="badge'),
      ),
    ).toThrow('no-tags');
  });

  it('is data, whatever its names are', () => {
    fc.assert(
      fc.property(anyName, fc.array(anyName, { minLength: 1, maxLength: 5 }), (title, tags) => {
        const work = one({ title, tags });
        expect([work?.title, ...(work?.freeforms ?? [])]).toEqual([title, ...tags]);
        expect(workSchema.safeParse(work).success).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('never links to what runs', () => {
    expect(read(renderFictions([renderFiction(fiction())]).replaceAll('href="/fiction/36049', 'href="javascript:x()//fiction/36049'))[0]?.url).toBeNull();
  });
});

describe('a page of Royal Road', () => {
  const list = renderFictions([renderFiction(fiction())], 2);

  it.each([
    ['/fictions/best-rated', list, { kind: 'listing', own: false, next: `${HOST}/fictions/best-rated?page=2` }],
    ['/fictions/search?title=x', list, { kind: 'search', own: false }],
    ['/my/follows', renderFictions([renderFollowed(fiction())]), { kind: 'bookmarks', own: true, next: null }],
    ['/fiction/36049/the-patient-hunter', '<p>its own page', { kind: 'work' }],
    ['/forums', '<p>no list', { kind: null, next: null }],
  ])('at %s is known', (path, html, page) => {
    expect(pageOf(path, html)).toMatchObject(page);
  });

  it('is known by its list, and a single fiction by its address', () => {
    expect(royalRoadListings.recognises(parse(list))).toBe(true);
    expect(royalRoadListings.recognises(parse('<p>x'))).toBe(false);
    expect(['/fiction/36049/x', '/fiction/1/x/chapter/2/y', '/fictions/best-rated'].map((path) => royalRoadListings.isWorkPage(new URL(path, HOST)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(archiveAt(new URL('/fictions/best-rated', HOST))?.id).toBe('royal-road');
  });
});
