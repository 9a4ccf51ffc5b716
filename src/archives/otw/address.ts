import { decode } from '../reading/text';

/** A work, the whole of it or one chapter, also within a collection; the archive ignores what follows a number. */
const WORK_PAGE = /^(?:\/collections\/[^/]+)?\/(?:works\/\d[^/]*(?:\/chapters\/\d[^/]*)?|chapters\/\d[^/]*)\/?$/;

export const isWorkPage = ({ pathname }: Pick<URL, 'pathname'>): boolean => WORK_PAGE.test(pathname);

const WORK = /\/works\/(\d+)(?:\/chapters\/\d+)?\/?$/;

/**
 * Links that may lead to works outside of items: subscriptions, related works, parts of a series, the inbox. Links
 * for doing something with the work of the page, to its chapters, and those that people have written, are left alone.
 */
export const WORK_LINKS = '#main a[href*="/works/"]:not(li.blurb *, .chapter.index *, .actions *, .navigation *, .userstuff *, .pagination *, #feedback *)';

const LISTS = /^\/$|\/(?:works|bookmarks|readings|gifts|series)(?:\/|$)|^\/(?:tags|users|collections)\/[^/]+(?:\/pseuds\/[^/]+)?\/?$/;

/** Whether an address is likely to be that of a page with items; others may have some too. */
export const lists = ({ pathname }: Pick<URL, 'pathname'>): boolean => LISTS.test(pathname);

/**
 * Paths, as match patterns have them, of the pages that get their scripts by their address: those that usually hold
 * items or links to works. Elsewhere scripts are brought in once there is something to do.
 */
export const LISTING_PATHS = [
  '/',
  '/?*',
  '/works*',
  '/external_works*',
  '/bookmarks*',
  '/gifts*',
  '/series*',
  '/languages/*',
  '/tags/*',
  '/users/*',
  '/collections*',
];

/** Among these, forms and pages of text about an account. */
export const FORM_PATHS = ['/users/login*', '/users/logout*', '/users/password*', '/users/*/edit*', '/users/*/preferences*', '/users/*/profile*'];

/** Whether a page links to a work, so that there may be something to mark. */
export const linksWorks = (document: Document, { host }: Pick<URL, 'host'>): boolean =>
  [...document.querySelectorAll<HTMLAnchorElement>(WORK_LINKS)].some((link) => link.host === host && WORK.test(link.pathname));

const LISTING_PAGE = /^(?:\/(?:collections|tags|users)\/[^/]+(?:\/pseuds\/[^/]+)?)?\/(?:works|bookmarks|readings|gifts)(?:\/search)?\/?$|^\/series\/\d+\/?$/;
/** A page that names fewer works may do so in passing. */
const FEWEST = 3;

/** Whether a page without an item that anybody knows lists works all the same, by its address and its links. */
export function listsUnknown(document: Document, { pathname }: Pick<URL, 'pathname'>): boolean {
  if (!LISTING_PAGE.test(pathname)) return false;
  const works = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="/works/"]')].flatMap(({ href }) => /\/works\/(\d+)\/?$/.exec(href)?.[1] ?? []);
  return new Set(works).size >= FEWEST;
}

/** What an address of the archive is about; null for everything else. */
export type Named = { kind: 'work' | 'series'; id: string } | { kind: 'tag' | 'creator'; name: string };

/** Characters that may not stand in a path are written by their letter. */
const LETTERS: Record<string, string> = { s: '/', a: '&', d: '.', q: '?', h: '#' };

/** Path of the archive's page about a tag. */
export function tagPath(name: string): string {
  const letters = Object.entries(LETTERS);
  return `/tags/${encodeURIComponent(name.replace(/[/&.?#]/g, (sign) => `*${letters.find(([, one]) => one === sign)?.[0]}*`))}`;
}

export function namedBy({ pathname }: Pick<URL, 'pathname'>): Named | null {
  const work = WORK.exec(pathname)?.[1];
  if (work !== undefined) return { kind: 'work', id: work };
  const series = /^\/series\/(\d+)\/?$/.exec(pathname)?.[1];
  if (series !== undefined) return { kind: 'series', id: series };
  const tag = /\/tags\/([^/]+)(?:\/(?:works|bookmarks))?\/?$/.exec(pathname)?.[1];
  if (tag !== undefined) return { kind: 'tag', name: decode(tag).replace(/\*([sadqh])\*/g, (_, letter: string) => LETTERS[letter] ?? '') };
  const login = /^\/users\/([^/]+)(?:\/pseuds\/[^/]+)?(?:\/works)?\/?$/.exec(pathname)?.[1];
  return login === undefined ? null : { kind: 'creator', name: decode(login) };
}

/** Names that stand where the name of a tag or an account does, in addresses of pages about none. */
const NOBODY = new Set(['search', 'login', 'logout', 'password', 'new']);

/** What a link stands for when it is picked out by hand: also one to a part of it, as the comments on a work. */
export function meantBy(url: URL): Named | null {
  const named = namedBy(url);
  if (named !== null) return 'name' in named && NOBODY.has(named.name) ? null : named;
  const work = /^(?:\/collections\/[^/]+)?\/works\/(\d+)\//.exec(url.pathname)?.[1];
  if (work !== undefined) return { kind: 'work', id: work };
  const login = /^\/users\/([^/]+)\//.exec(url.pathname)?.[1];
  return login === undefined || NOBODY.has(login) ? null : { kind: 'creator', name: decode(login) };
}
