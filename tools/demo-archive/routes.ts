import type { Reply } from './server';
import type { Visit } from './visit';
import { allCollections, collectionHome, collectionItems, collectionNamed, collectionWorks, prompts } from './pages/collections';
import * as people from './pages/people';
import * as site from './pages/site';
import { tagBookmarks, tagPage, tagSearch, tagWorks } from './pages/tags';
import { chapterAlone, chapterIndex, chapterPage, hiddenTags, loginPage, workPage } from './pages/works';

/** Parts of the address that a route names with `:name`, in their order. */
type Page = (visit: Visit, ...parts: string[]) => Reply | null;

/** Addresses of the archive and their pages; the first that fits is taken. */
const ROUTES: readonly (readonly [string, Page])[] = [
  ['/', site.home],
  ['/demo', site.demo],
  ['/media', site.media],
  ['/tags', site.media],
  ['/works', site.recentWorks],
  ['/works/search', site.search],
  ['/languages/:code/works', site.languageWorks],
  ['/works/:id', workPage],
  ['/works/:id/navigate', chapterIndex],
  ['/works/:id/chapters/:chapter', chapterPage],
  ['/works/:id/bookmarks', (visit, id) => people.bookmarksOf(visit, 'work', id ?? '')],
  ['/chapters/:chapter', chapterAlone],
  ['/tags/search', tagSearch],
  ['/tags/show_hidden', hiddenTags],
  ['/tags/:tag', tagPage],
  ['/tags/:tag/works', (visit, tag) => tagWorks(visit, tag ?? '')],
  ['/tags/:tag/bookmarks', tagBookmarks],
  ['/series/:id', site.series],
  ['/series/:id/bookmarks', (visit, id) => people.bookmarksOf(visit, 'series', id ?? '')],
  ['/external_works', site.externalWorks],
  ['/external_works/:id', site.externalWork],
  ['/external_works/:id/bookmarks', (visit, id) => people.bookmarksOf(visit, 'external', id ?? '')],
  ['/bookmarks', people.allBookmarks],
  ['/bookmarks/search', people.allBookmarks],
  ['/bookmarks/:id', people.oneBookmark],
  ['/gifts', people.giftsFor],
  ['/people/search', site.people],
  ['/users/login', loginPage],
  ['/users/:login', people.dashboardPage],
  ['/users/:login/works', people.userWorks],
  ['/users/:login/bookmarks', people.userBookmarks],
  ['/users/:login/series', people.userSeries],
  ['/users/:login/gifts', people.userGifts],
  ['/users/:login/readings', people.readings],
  ['/users/:login/subscriptions', people.subscriptions],
  ['/users/:login/inbox', people.inbox],
  ['/users/:login/pseuds/:pseud', people.dashboardPage],
  ['/users/:login/pseuds/:pseud/works', people.userWorks],
  ['/users/:login/pseuds/:pseud/bookmarks', people.userBookmarks],
  ['/users/:login/pseuds/:pseud/series', people.userSeries],
  ['/collections', allCollections],
  ['/collections/:name', collectionHome],
  ['/collections/:name/works', collectionWorks],
  ['/collections/:name/items', collectionItems],
  ['/collections/:name/requests', prompts],
  ['/collections/:name/works/:id', (visit, _name, id) => workPage(visit, id ?? '')],
  ['/collections/:name/works/:id/chapters/:chapter', (visit, _name, id, chapter) => chapterPage(visit, id ?? '', chapter ?? '')],
  ['/collections/:name/tags/:tag/works', (visit, name, tag) => tagWorks(visit, tag ?? '', collectionNamed(visit, name ?? ''))],
];

const COMPILED = ROUTES.map(([path, page]) => ({ pattern: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`), page }));

/** The page at the visit's address, or null when there is none. `.html` may be put behind any address. */
export function pageAt(visit: Visit): Reply | null {
  const path = visit.url.pathname.replace(/(?<=.)\/$/, '').replace(/\.html$/, '');
  for (const { pattern, page } of COMPILED) {
    const parts = pattern.exec(path)?.slice(1);
    if (parts === undefined) continue;
    // Tags are decoded by their own rules, after they have been taken apart.
    return page(visit, ...parts.map((part) => (path.includes('/tags/') ? part : decodeURIComponent(part))));
  }
  return null;
}
