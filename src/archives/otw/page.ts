import type { PageKind } from '../../domain/work';
import type { Page } from '../adapter';
import { absolute, inHref } from '../reading/text';

/**
 * Page kinds by a class of `#main`, which names the controller and the action that made the page and is more
 * reliable than the address; `''` where the address decides. Pages without items are left out.
 */
const KINDS: Record<string, PageKind | ''> = {
  'works-index': '',
  'works-collected': '',
  'works-drafts': '',
  'works-search': 'search',
  'works-show': 'work',
  'works-preview': 'work',
  'works-preview_tags': 'work',
  'chapters-show': 'work',
  'chapters-preview': 'work',
  'tags-show': 'listing',
  'users-show': 'user',
  'pseuds-show': 'user',
  'collections-show': 'collection',
  'series-show': 'series',
  'series-index': '',
  'bookmarks-index': 'bookmarks',
  'bookmarks-show': 'bookmarks',
  'bookmarks-search': 'search',
  'readings-index': 'history',
  'gifts-index': '',
  'external_works-index': 'listing',
  'external_works-show': 'listing',
  'external_authors-claim': 'user',
  'collection_items-index': '',
  'challenge_requests-index': 'collection',
  'challenge_signups-show': 'collection',
  'challenge_assignments-show': 'collection',
  'challenge_claims-index': '',
  'prompts-show': 'collection',
};

/** The person whose page it is, by path or by the parameter that filters keep. */
const ownerOf = (url: URL): string | null => /\/users\/([^/]+)/.exec(url.pathname)?.[1] ?? url.searchParams.get('user_id');

function byAddress(url: URL): PageKind {
  if (/\/collections\//.test(url.pathname) || url.searchParams.has('collection_id')) return 'collection';
  return ownerOf(url) === null ? 'listing' : 'user';
}

function kindOf(main: Element | null, url: URL): PageKind | null {
  if (main === null) return null;
  const token = [...main.classList].find((name) => Object.hasOwn(KINDS, name));
  if (token !== undefined) return KINDS[token] || byAddress(url);
  const { classList } = main;
  return classList.contains('system') && classList.contains('docs') && classList.contains('index') ? 'home' : null;
}

/** The account that looks at the page, from the greeting in its header. */
const viewerOf = (document: Document): string | null => inHref(document.querySelector('#greeting a[href*="/users/"]'), /\/users\/([^/?#]+)/);

/** Whether this is a page of otwarchive with its frame intact; saved pages count, whose links lead to files. */
export function recognises(document: Document): boolean {
  const { body } = document;
  const frame = document.querySelector('#outer > #inner > #main');
  if (frame === null || !(body.classList.contains('logged-in') || body.classList.contains('logged-out'))) return false;
  return document.querySelector('link[href*="skins/skin_"], link[href*="_site_screen_"], script[src*="livevalidation_standalone"]') !== null;
}

/** Reads what the page is. The frame precedes the items, so a half-loaded page tells it as well. */
export function readPage(document: Document, url: URL): Page {
  const main = document.querySelector('#main');
  const viewer = viewerOf(document);
  const kind = kindOf(main, url);
  const drafts = main?.classList.contains('works-drafts') === true;
  return {
    kind,
    next: absolute(document.querySelector('#main .pagination .next a[href]')?.getAttribute('href'), url),
    own: kind === 'history' || drafts || (viewer !== null && ownerOf(url)?.toLowerCase() === viewer.toLowerCase()),
    preferences: viewer === null ? null : absolute(`/users/${viewer}/preferences`, url),
  };
}
