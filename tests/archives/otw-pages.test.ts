// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { otw } from '../../src/archives/otw';
import type { PageKind } from '../../src/domain/work';
import {
  LISTINGS,
  renderCollectionHome,
  renderDashboard,
  renderErrorPage,
  renderHome,
  renderInbox,
  renderListingPage,
  renderRelatedWorks,
  renderSeriesPage,
  renderStaticError,
  renderSubscriptions,
  renderTagPage,
  renderTagSearch,
  renderWorkPage,
  renderChapterIndex,
  tooManyRequests,
  type ItemSpec,
  type ListingName,
} from '../../tools/demo-archive/markup';
import { aSeries } from '../e2e/harness/works';
import { ana, HOST, itemsOf, parse, workSpec, zed } from './specs';

const work: ItemSpec = { kind: 'work', work: workSpec() };
const page = (html: string, path: string): ReturnType<typeof otw.readPage> => otw.readPage(parse(html), new URL(path, HOST));
const listing = (name: ListingName, path: string, login?: string): ReturnType<typeof otw.readPage> =>
  page(renderListingPage({ listing: name, items: [work], path }, { viewer: login === undefined ? null : { login } }), path);

const LISTING_PAGES: [ListingName, string, PageKind | null][] = [
  ['works', '/works', 'listing'],
  ['tag-works', '/tags/Fluff/works', 'listing'],
  ['tag-works', '/works?tag_id=Fluff&commit=Sort', 'listing'],
  ['user-works', '/users/ana/works', 'user'],
  ['user-works', '/works?user_id=ana&commit=Sort', 'user'],
  ['language-works', '/languages/de/works', 'listing'],
  ['collection-works', '/collections/yule/works', 'collection'],
  ['collection-works', '/works?collection_id=yule', 'collection'],
  ['works-collected', '/users/ana/works/collected', 'user'],
  ['drafts', '/users/ana/works/drafts', 'user'],
  ['work-search', '/works/search?work_search%5Bquery%5D=x', 'search'],
  ['series-list', '/users/ana/series', 'user'],
  ['bookmarks', '/bookmarks', 'bookmarks'],
  ['user-bookmarks', '/users/ana/bookmarks', 'bookmarks'],
  ['tag-bookmarks', '/tags/Fluff/bookmarks', 'bookmarks'],
  ['item-bookmarks', '/works/1/bookmarks', 'bookmarks'],
  ['bookmark-search', '/bookmarks/search', 'search'],
  ['single-bookmark', '/bookmarks/9', 'bookmarks'],
  ['history', '/users/ana/readings', 'history'],
  ['marked-for-later', '/users/ana/readings?show=to-read', 'history'],
  ['gifts', '/users/ana/gifts', 'user'],
  ['gifts', '/gifts?recipient=Cat', 'listing'],
  ['external-works', '/external_works', 'listing'],
  ['external-work', '/external_works/3', 'listing'],
  ['collection-items', '/collections/yule/items', 'collection'],
  ['prompts', '/collections/yule/requests', 'collection'],
  ['prompt', '/collections/yule/prompts/4', 'collection'],
  ['claims', '/users/ana/claims', 'user'],
  ['collections', '/collections', null],
  ['people', '/people/search', null],
];

describe('kinds of pages', () => {
  it.each(LISTING_PAGES)('%s at %s', (name, path, kind) => {
    expect(listing(name, path).kind).toBe(kind);
  });

  it('covers every listing that can be rendered', () => {
    expect(new Set(LISTING_PAGES.map(([name]) => name))).toEqual(new Set(Object.keys(LISTINGS)));
  });

  const series = aSeries(3, { authors: [ana] });
  const OTHERS: [string, string, string, PageKind | null, number][] = [
    ['a dashboard', renderDashboard({ login: 'ana', works: [work], series: [{ kind: 'series', series }], bookmarks: [] }), '/users/ana', 'user', 2],
    ['a pseud', renderDashboard({ login: 'ana', pseud: 'An', works: [work], series: [], bookmarks: [] }), '/users/ana/pseuds/An', 'user', 1],
    ['a collection', renderCollectionHome({ name: 'yule', title: 'Yule', works: [work], bookmarks: [] }), '/collections/yule', 'collection', 1],
    ['a series', renderSeriesPage(series, [workSpec(), workSpec({ id: 5 })]), '/series/3', 'series', 2],
    ['the home page', renderHome({ readings: [{ kind: 'reading', work: workSpec(), visited: '2026-01-01' }] }, { viewer: { login: 'ana' } }), '/', 'home', 1],
    ['a tag that nobody sorted', renderTagPage({ name: 'x', type: 'Additional Tags', canonical: false, works: [work] }), '/tags/x/works', 'listing', 1],
    ['a canonical tag', renderTagPage({ name: 'Fluff', type: 'Additional Tags', canonical: true, synonyms: ['fluffy'] }), '/tags/Fluff', 'listing', 0],
    ['the tag search', renderTagSearch([{ name: 'Fluff', type: 'Freeform', canonical: true, uses: 3 }]), '/tags/search', null, 0],
    ['subscriptions', renderSubscriptions('ana', [{ work: workSpec() }, { series }, { user: zed }]), '/users/ana/subscriptions', null, 0],
    [
      'related works',
      renderRelatedWorks('ana', { translations: [workSpec()], inspired: [[workSpec(), workSpec({ id: 5 })]] }),
      '/users/ana/related_works',
      null,
      0,
    ],
    ['the inbox', renderInbox('ana', [workSpec()]), '/users/ana/inbox', null, 0],
    ['a work', renderWorkPage(workSpec()), '/works/4711', 'work', 0],
    ['a chapter', renderWorkPage(workSpec({ chapters: { posted: 3, planned: 3 } }), { chapter: 2 }), '/works/4711/chapters/9', 'work', 0],
    ['a table of contents', renderChapterIndex(workSpec()), '/works/4711/navigate', null, 0],
    ['an error page', renderErrorPage(404), '/works/4711', null, 0],
  ];

  it.each(OTHERS)('%s', (_, html, path, kind, items) => {
    expect(page(html, path).kind).toBe(kind);
    expect(itemsOf(html)).toHaveLength(items);
  });
});

describe('whose page it is', () => {
  it("knows the viewer's own pages", () => {
    expect(listing('user-works', '/users/ana/works', 'ana').own).toBe(true);
    expect(listing('user-works', '/works?user_id=Ana', 'ana').own).toBe(true);
    expect(listing('user-bookmarks', '/users/ana/pseuds/x/bookmarks', 'ana').own).toBe(true);
    expect(listing('history', '/users/ana/readings', 'ana').own).toBe(true);
    expect(listing('drafts', '/works/drafts?user_id=ana', 'ana').own).toBe(true);
  });

  it("knows other people's pages", () => {
    expect(listing('user-works', '/users/bo/works', 'ana').own).toBe(false);
    expect(listing('user-works', '/users/ana/works').own).toBe(false);
    expect(listing('works', '/works', 'ana').own).toBe(false);
  });

  it('names the preferences of a viewer who is logged in', () => {
    expect(listing('works', '/works', 'ana').preferences).toBe(`${HOST}/users/ana/preferences`);
    expect(listing('works', '/works').preferences).toBeNull();
  });
});

describe('the next page', () => {
  it.each([['2026-11-01'], ['2018-03-01']])('is found in the markup of %s', (era) => {
    const html = renderListingPage({ listing: 'tag-works', items: [work], path: '/tags/Fluff/works', page: 2, pages: 3 }, { era });
    expect(page(html, '/tags/Fluff/works?page=2').next).toBe(`${HOST}/tags/Fluff/works?page=3`);
  });

  it('is null on the last page', () => {
    expect(page(renderListingPage({ listing: 'tag-works', items: [work], path: '/tags/Fluff/works', page: 3, pages: 3 }), '/x').next).toBeNull();
  });
});

describe('recognising the software', () => {
  it('knows its pages, also those of a fork and saved ones', () => {
    const html = renderListingPage({ listing: 'works', items: [work], path: '/works' });
    expect(otw.recognises(parse(html))).toBe(true);
    expect(otw.recognises(parse(renderWorkPage(workSpec(), {}, { fork: 'superlove' })))).toBe(true);
    expect(otw.recognises(parse(html.replace(/"\/(?:stylesheets|javascripts)[^"]*\//g, '"./Works_files/')))).toBe(true);
  });

  it('does not take other pages for its own', () => {
    for (const html of [
      tooManyRequests,
      renderStaticError(503),
      '<body class="logged-in"><div id="main" role="main"></div></body>',
      renderErrorPage(500, { fork: 'superlove' }),
    ]) {
      expect(otw.recognises(parse(html))).toBe(false);
    }
  });
});

describe('finding items', () => {
  it('leaves out what a writer put into the text of a work', () => {
    const text = '<ul class="index"><li class="work blurb group work-1" id="work_1">not a work</li></ul>';
    const html = renderWorkPage(workSpec({ text: [['MARK']] })).replace('MARK', text);
    expect(html).toContain(text);
    expect(itemsOf(html)).toEqual([]);
  });

  it('leaves out what the page shows outside its main part', () => {
    const html = renderListingPage({ listing: 'works', items: [work], path: '/works' }).replace(
      '</body>',
      '<div id="modal"><ol class="work index"><li class="work blurb group">x</li></ol></div></body>',
    );
    expect(itemsOf(html)).toHaveLength(1);
  });
});
