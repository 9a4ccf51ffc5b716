// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ficbookListings } from '../../src/archives/ficbook/adapter';
import { archiveAt } from '../../src/archives/index';
import type { Work } from '../../src/domain/work';
import { workSchema } from '../../src/domain/work-schema';
import { type FanficSpec, renderFanfic, renderFanfics } from '../../tools/demo-archive/markup/ficbook';
import { anyName, NOW, parse } from './specs';

const HOST = 'https://ficbook.net';
const ERAS = ['badges', 'labels'] as const;

const fanfic = (over: Partial<FanficSpec> = {}): FanficSpec => ({
  id: '2709789',
  title: 'Тихий дом',
  author: { id: 4591, name: 'Ana Q' },
  rating: 'NC-17',
  direction: 'slash',
  status: 'in-progress',
  fandoms: ['Роулинг Джоан «Гарри Поттер»', 'Ориджиналы'],
  pairings: ['Гарри Поттер/Драко Малфой', 'Гермиона Грейнджер'],
  tags: ['Ангст', 'AU'],
  size: 'планируется Макси, написано 158 страниц, 77 507 слов, 24 части',
  likes: 45,
  description: 'Однажды в понедельник.',
  ...over,
});

const read = (html: string, path = '/fanfiction/books/x'): Work[] =>
  [...parse(html).querySelectorAll(ficbookListings.items)].map((item) => ficbookListings.readItem(item, new URL(path, HOST), NOW));
const one = (over: Partial<FanficSpec> = {}, era: (typeof ERAS)[number] = 'badges'): Work | undefined =>
  read(renderFanfics([renderFanfic(fanfic(over), era)]))[0];
const pageOf = (path: string, html: string) => ficbookListings.readPage(parse(html), new URL(path, HOST));

describe('a work of Ficbook', () => {
  it.each(ERAS)('is read in full with %s, and nothing is said that the list does not say', (era) => {
    const work = one({}, era);
    expect(work).toMatchObject({
      kind: 'work',
      subject: 'work',
      id: '2709789',
      url: `${HOST}/readfic/2709789?premiumVisit=1`,
      title: 'Тихий дом',
      creators: [{ name: 'Ana Q', login: 'Ana Q', pseud: null, id: '4591' }],
      creatorIds: ['4591'],
      ratings: ['explicit'],
      categories: ['mm'],
      complete: false,
      fandoms: ['Роулинг Джоан «Гарри Поттер»', 'Ориджиналы'],
      relationships: ['Гарри Поттер/Драко Малфой'],
      characters: ['Гарри Поттер', 'Драко Малфой', 'Гермиона Грейнджер'],
      freeforms: ['Ангст', 'AU'],
      words: 77_507,
      chapters: { posted: 24, planned: null },
      kudos: 45,
      summary: 'Однажды в понедельник.',
    });
    expect(work).toMatchObject({ warnings: [], language: null, updated: null });
    expect(workSchema.safeParse(work).success).toBe(true);
  });

  it.each([
    ['24 страницы, 8 122 слова, 4 части', 8122, 4],
    ['1 страница, 999 слов, 1 часть', 999, 1],
    ['Миди', null, null],
  ])('of the size “%s” has %s words', (size, words, posted) => {
    expect(one({ size, status: 'finished' })).toMatchObject({ words, chapters: posted === null ? null : { posted, planned: posted }, complete: true });
  });

  it.each([
    ['G', 'general'],
    ['PG-13', 'teen'],
    ['R', 'mature'],
    ['NC-17', 'explicit'],
    ['NC-21', 'explicit'],
  ] as const)('rated %s is read as %s in both eras', (rating, code) => {
    expect(ERAS.map((era) => one({ rating }, era)?.ratings)).toEqual([[code], [code]]);
  });

  it.each([
    ['gen', 'gen'],
    ['het', 'fm'],
    ['femslash', 'ff'],
    ['mixed', 'multi'],
    ['other', 'other'],
    ['article', 'other'],
  ] as const)('of the direction %s is of the category %s', (direction, code) => {
    expect(ERAS.map((era) => one({ direction }, era)?.categories)).toEqual([[code], [code]]);
  });

  it('has a rating of its own kind when its class is new, also with a hostile name', () => {
    for (const name of ['PG-99', '__proto__', 'constructor'])
      expect(read(renderFanfics([renderFanfic(fanfic())]).replaceAll('rating-NC-17', `rating-${name}`))[0]?.ratings).toEqual(['other']);
  });

  it('has no number when its address has none', () => {
    expect(one({ id: '018cfe2a-1c6a-7a0f-8a1d-3c2f5f0a9b11' })).toMatchObject({ id: null, title: 'Тихий дом' });
  });

  it.each([
    ['fanfic-inline-title', 'title-of-tomorrow', 'no-id'],
    ['/readfic/', '/tale/', 'no-id'],
    ['>Тихий дом</a>', '></a>', 'no-title'],
    ['badge-rating-', 'rated-', 'no-symbols'],
    ['/fanfiction/', '/worlds/', 'no-fandoms'],
  ])('is refused when %s has become %s', (was, is, code) => {
    expect(() => read(renderFanfics([renderFanfic(fanfic())]).replaceAll(was, is))).toThrow(code);
  });

  it('is data, whatever its names are', () => {
    fc.assert(
      fc.property(anyName, fc.uniqueArray(anyName, { minLength: 1, maxLength: 4 }), fc.constantFrom(...ERAS), (title, tags, era) => {
        const work = one({ title, tags, fandoms: tags, author: { id: 7, name: title } }, era);
        expect([work?.title, work?.creators[0]?.name, work?.freeforms, work?.fandoms]).toEqual([title, title, tags, tags]);
        expect(workSchema.safeParse(work).success).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('never links to what runs', () => {
    expect(read(renderFanfics([renderFanfic(fanfic())]).replaceAll('href="/readfic', 'href="javascript:x()//readfic'))[0]?.url).toBeNull();
  });
});

describe('a page of Ficbook', () => {
  const list = renderFanfics([renderFanfic(fanfic())], 2);

  it.each([
    ['/fanfiction/books/x', list, { kind: 'listing', own: false, next: `${HOST}/fanfiction/books/x?p=2` }],
    ['/find-fanfics-846555?title=x', list, { kind: 'search', own: false }],
    ['/authors/4591', list, { kind: 'user' }],
    ['/collections/12', list, { kind: 'collection', own: false }],
    ['/home/favourites', list, { kind: 'bookmarks', own: true }],
    ['/readfic/2709789', list, { kind: 'work' }],
    ['/news', '<p>no list', { kind: null, next: null }],
  ])('at %s is known', (path, html, page) => {
    expect(pageOf(path, html)).toMatchObject(page);
  });

  it('is known by its list, and a single work by its address', () => {
    expect([list, '<p>x'].map((html) => ficbookListings.recognises(parse(html)))).toEqual([true, false]);
    expect(['/readfic/1', '/find'].map((path) => ficbookListings.isWorkPage(new URL(path, HOST)))).toEqual([true, false]);
    expect(archiveAt(new URL('/find', HOST))?.id).toBe('ficbook');
  });
});
