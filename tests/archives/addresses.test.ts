import { describe, expect, it } from 'vitest';
import { namedBy as namedStory } from '../../src/archives/fanfiction/address';
import { FORM_PATHS, LISTING_PATHS, lists, meantBy, namedBy } from '../../src/archives/otw/address';

const AO3 = 'https://archiveofourown.org';

describe('a link that is picked out by hand', () => {
  it.each([
    ['/tags/A*s*B/works', { kind: 'tag', name: 'A/B' }],
    ['/collections/Shelf/tags/Tea/works', { kind: 'tag', name: 'Tea' }],
    ['/users/ana/pseuds/pen', { kind: 'creator', name: 'ana' }],
    ['/users/ana/pseuds/pen/bookmarks', { kind: 'creator', name: 'ana' }],
    ['/users/ana/series', { kind: 'creator', name: 'ana' }],
    ['/works/12/chapters/3#workskin', { kind: 'work', id: '12' }],
    ['/works/12/comments', { kind: 'work', id: '12' }],
    ['/collections/Shelf/works/12/bookmarks', { kind: 'work', id: '12' }],
    ['/series/9', { kind: 'series', id: '9' }],
    ['/users/login', null],
    ['/users/password/new', null],
    ['/tags/search', null],
    ['/works/search?x=1', null],
    ['/media', null],
  ])('stands for what it is about: %s', (path, meant) => {
    expect(meantBy(new URL(AO3 + path))).toEqual(meant);
  });

  it('is not taken for the thing itself where links are marked', () => {
    expect(namedBy(new URL(`${AO3}/works/12/comments`))).toBeNull();
  });
});

describe('an address', () => {
  it.each(['/', '/works', '/works/search?x=1', '/tags/A*s*B/works', '/users/ana', '/users/ana/pseuds/pen/bookmarks', '/series/9', '/collections/Shelf/works'])(
    'is likely to be that of a page with items: %s',
    (path) => {
      expect(lists(new URL(AO3 + path))).toBe(true);
    },
  );

  it.each(['/tos', '/media', '/users/ana/preferences', '/users/ana/inbox', '/collections', '/admin_posts/12'])('is not: %s', (path) => {
    expect(lists(new URL(AO3 + path))).toBe(false);
  });
});

describe('an address of FanFiction.net', () => {
  it.each([
    ['/s/12/3/A-Title', { kind: 'work', id: '12' }],
    ['/s/12', { kind: 'work', id: '12' }],
    ['/u/7/A-Writer', { kind: 'creator', name: 'A-Writer', number: '7' }],
    ['/u/7', { kind: 'creator', name: '7', number: '7' }],
    ['/r/12/', null],
    ['/anime/Gravelight/', null],
  ])('names a story or an author: %s', (path, named) => {
    expect(namedStory(new URL(`https://www.fanfiction.net${path}`))).toEqual(named);
  });
});

describe('the addresses at which scripts come by themselves', () => {
  const fits = (paths: readonly string[], path: string): boolean =>
    paths.some((pattern) => new RegExp(`^${pattern.replace(/[?.]/g, '\\$&').replaceAll('*', '.*')}$`).test(path));
  const come = (path: string): boolean => fits(LISTING_PATHS, path) && !fits(FORM_PATHS, path);

  it.each([
    '/',
    '/?page=2',
    '/works',
    '/works/search?work_search[query]=x',
    '/works/12/bookmarks',
    '/tags/Tea/works',
    '/tags/Tea',
    '/users/ana',
    '/users/ana/pseuds/pen',
    '/users/ana/readings?show=to-read',
    '/users/ana/inbox',
    '/users/ana/subscriptions',
    '/series/9',
    '/bookmarks',
    '/gifts?recipient=ana',
    '/collections/Shelf/requests',
    '/external_works/3',
    '/languages/en/works',
  ])('are those of pages with items or with links to works: %s', (path) => {
    expect(come(path)).toBe(true);
  });

  it.each([
    '/tos',
    '/faq/accessing-fanworks',
    '/faq/bookmarks',
    '/admin_posts/3',
    '/media',
    '/people/search',
    '/users/login',
    '/users/password/new',
    '/users/ana/preferences',
    '/users/ana/profile',
  ])('are not those of text and forms: %s', (path) => {
    expect(come(path)).toBe(false);
  });
});
