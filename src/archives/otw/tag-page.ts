import { all, hrefOf, one } from '../reading/dom';
import { absolute, line } from '../reading/text';
import { namedBy } from './address';

/** What the archive's page about a tag says of its meaning. */
export interface TagPage {
  name: string;
  /** The tag under which the archive files works with this one; the tag itself when it is that one. */
  canonical: string;
  /** Other tags with the same meaning, and the tags below it; what a search for the tag finds too. */
  same: string[];
  below: string[];
  /** The archive lists the 300 most used synonyms and does not say that there are more. */
  cut: boolean;
}

const MOST_LISTED = 300;
/** As many as the background takes at once. */
const MOST = 2000;

/** Reads the page of a tag; null on every other page, and for tags that nobody has sorted. */
export function readTagPage(document: Document): TagPage | null {
  const home = one(document, '#main.tags-show .tag.home');
  const name = line(one(home, '.primary.header h2.heading'));
  if (home === null || name === '') return null;
  const merged = one(home, '.merger a.tag');
  const canonical = merged !== null ? line(merged) : /canonical tag/.test(line(one(home, ':scope > p'))) ? name : null;
  if (canonical === null) return null;
  const names = (box: string): string[] =>
    all(home, `${box}.listbox a.tag`)
      .map(line)
      .filter((one) => one !== '');
  const [same, below] = [names('.synonym'), names('.sub')];
  return { name, canonical, same: same.slice(0, MOST), below: below.slice(0, MOST), cut: same.length >= MOST_LISTED || below.length > MOST };
}

/**
 * The tag of a listing whose heading names another: the archive lists the works of the tag that a synonym stands for.
 * Null on every other page.
 */
export function readListedTag(document: Document, url: URL): TagPage | null {
  const address = absolute(hrefOf(one(document, '#main:is(.works-index, .bookmarks-index) > h2.heading a.tag')), url);
  const [asked, listed] = [namedBy(url), address === null ? null : namedBy(new URL(address))];
  if (asked?.kind !== 'tag' || listed?.kind !== 'tag' || asked.name === listed.name) return null;
  return { name: asked.name, canonical: listed.name, same: [], below: [], cut: false };
}

/** What came when the page of a tag was asked for: null = something else than such a page, `unsorted` = nobody has sorted the tag. */
export function readTagAnswer(html: string): TagPage | 'unsorted' | null {
  const document = new DOMParser().parseFromString(html, 'text/html');
  return readTagPage(document) ?? (one(document, '#main.tags-show .tag.home') === null ? null : 'unsorted');
}
