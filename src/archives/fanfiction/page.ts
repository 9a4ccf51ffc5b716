import type { PageKind } from '../../domain/work';
import type { Page } from '../adapter';
import { all, hrefOf, one } from '../reading/dom';
import { absolute, line } from '../reading/text';

/** Page kinds by the beginning of the path; every other list is one of a fandom or of what is new. */
const KINDS: [path: RegExp, kind: PageKind | null][] = [
  [/^\/s\//, 'work'],
  [/^\/u\//, 'user'],
  [/^\/search\b/, 'search'],
  [/^\/community\//, 'collection'],
  [/^\/r\/|^\/$/, null],
];

/** Rows of stories, on the desktop site and on the one for phones. */
export const STORIES = 'div.z-list, body#top #content > div.bs.brb';

/** Reads what the page is. Nothing in the markup tells whose pages are the viewer's own. */
export function readPage(document: Document, url: URL): Page {
  const known = KINDS.find(([path]) => path.test(url.pathname));
  const next = all(document, 'center a, #content [align="center"] a').find((link) => line(link).startsWith('Next'));
  return {
    kind: known === undefined ? (one(document, STORIES) === null ? null : 'listing') : known[1],
    next: absolute(hrefOf(next ?? null), url),
    own: false,
    preferences: null,
  };
}

/** Whether this is a page of the software, desktop or phone. */
export const recognises = (document: Document): boolean => one(document, '#content_wrapper_inner, body#top #content') !== null;
