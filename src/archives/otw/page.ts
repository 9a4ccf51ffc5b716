import type { PageKind } from '../../domain/work';
import type { Page } from '../adapter';
import { group, has, hrefOf, one } from '../reading/dom';
import { absolute } from '../reading/text';

/**
 * Page kinds by the class of `#main` that names the controller and the action that made the page, which is more
 * reliable than the address. `null`: the address decides. Pages without items are left out.
 */
const KINDS: [token: RegExp, kind: PageKind | null][] = [
  [/^(?:works|bookmarks)-search$/, 'search'],
  [/^(?:works|chapters)-(?:show|preview)/, 'work'],
  [/^bookmarks-(?:index|show)$/, 'bookmarks'],
  [/^readings-index$/, 'history'],
  [/^series-show$/, 'series'],
  [/^(?:users|pseuds)-show$|^external_authors-claim$/, 'user'],
  [/^tags-show$|^external_works-(?:index|show)$/, 'listing'],
  [/^(?:collections|prompts|challenge_\w+)-show$|^challenge_requests-index$/, 'collection'],
  [/^works-(?:index|collected|drafts)$|^(?:series|gifts|collection_items|challenge_claims)-index$/, null],
];

const USER = /\/users\/([^/?#]+)/;

/** The person whose page it is, by path or by the parameter that filters keep. */
const ownerOf = (url: URL): string | null => group(USER, url.pathname) ?? url.searchParams.get('user_id');

function byAddress(url: URL): PageKind {
  if (/\/collections\//.test(url.pathname) || url.searchParams.has('collection_id')) return 'collection';
  return ownerOf(url) === null ? 'listing' : 'user';
}

function kindOf(main: Element | null, url: URL): PageKind | null {
  for (const [pattern, kind] of KINDS) if ([...(main?.classList ?? [])].some((token) => pattern.test(token))) return kind ?? byAddress(url);
  return main?.matches('.system.docs.index') === true ? 'home' : null;
}

/** The account that looks at the page, from the greeting in its header. */
const viewerOf = (document: Document): string | null => group(USER, hrefOf(one(document, '#greeting a[href*="/users/"]')));

/** Whether this is a page of otwarchive with its frame intact; saved pages count, whose links lead to files. */
export function recognises(document: Document): boolean {
  return (
    one(document, 'body:is(.logged-in, .logged-out) #outer > #inner > #main') !== null &&
    one(document, 'link[href*="skins/skin_"], link[href*="_site_screen_"], script[src*="livevalidation_standalone"]') !== null
  );
}

/** Reads what the page is. The frame precedes the items, so a half-loaded page tells it as well. */
export function readPage(document: Document, url: URL): Page {
  const main = one(document, '#main');
  const viewer = viewerOf(document);
  const kind = kindOf(main, url);
  return {
    kind,
    /** Looked for when it is asked for: where there is none, the whole page is searched. */
    get next() {
      return absolute(hrefOf(one(main, '.pagination .next a')), url);
    },
    own: kind === 'history' || has(main, 'works-drafts') || (viewer !== null && ownerOf(url)?.toLowerCase() === viewer.toLowerCase()),
    preferences: viewer === null ? null : absolute(`/users/${viewer}/preferences`, url),
  };
}
