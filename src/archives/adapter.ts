import type { PageKind, Work } from '../domain/work';

/** A site that hosts works. Adding one = one file with such an object plus one line in the list of its family. */
export interface Site {
  /** Stable, used in rules (`archive: ao3`) and as file name. */
  id: string;
  /** As readers know it. */
  name: string;
  /** Host names, the usual one first. Exact: subdomains are listed one by one. */
  hosts: readonly string[];
}

/** A site's addresses, as the browser's permissions and scripts name them. */
export const originsOf = (site: Site): string[] => patternsOf([site], ['/*']);

/** Some paths of all these sites, likewise. @param paths as match patterns have them */
export const patternsOf = (sites: readonly Site[], paths: readonly string[]): string[] =>
  sites.flatMap(({ hosts }) => hosts.flatMap((host) => paths.map((path) => `https://${host}${path}`)));

export interface Archive extends Site {
  adapter: Adapter;
}

/** What a page is, found without reading its items. */
export interface Page {
  /** For the rule field `page`; null where no item is judged (tag search, profile ...). */
  kind: PageKind | null;
  /** Address of the next page of the listing, if it has one. */
  next: string | null;
  /** The page or listing belongs to the viewer: own works, own bookmarks, history. */
  own: boolean;
  /** What to tell the reader when tags are withheld: address of the archive's preference page, if known. */
  preferences: string | null;
}

/** States of a work page, told apart because only some of them state tags. */
export type WorkPageState = 'work' | 'adult-notice' | 'login-needed' | 'unrevealed' | 'gone' | 'unavailable' | 'draft' | 'none';

export interface WorkPage {
  state: WorkPageState;
  /** Null in states that state no tags. */
  work: Work | null;
  /** The element that carries the verdict of the page, present with `work`. */
  main: Element | null;
  /** The page holds one chapter of several. */
  chapter: boolean;
}

/** What is missing in an item, so that nothing that only looks like a work passes the rules. */
export type UnreadableCode = 'no-header' | 'no-title' | 'no-symbols' | 'no-fandoms' | 'no-tags' | 'no-stats' | 'no-id';

/** An item whose markup the adapter does not know; shown to the reader as it is and counted. */
export class UnreadableItem extends Error {
  override name = 'UnreadableItem';

  constructor(readonly code: UnreadableCode) {
    super(code);
  }
}

/**
 * How a family of sites writes its pages. Reads the DOM and never writes it; all text by `textContent`, since
 * site skins hide and reorder at will.
 */
export interface Adapter {
  /** The software or family: `otw`, `fanfiction-net`. */
  id: string;
  /**
   * Selector of every element that may be an item. The curtain is made of it, so it must match from the start tag
   * alone (tag names, classes, ids, ancestors), and nothing that is never judged.
   */
  items: string;
  /** Whether this complete document is a page of this software; false on error pages of a proxy and the like. */
  recognises(document: Document): boolean;
  /** Reads what the page is; cheap, and may be called before the page is complete. */
  readPage(document: Document, url: URL): Page;
  /**
   * Reads one complete item.
   * @param url address of the page, to make links absolute
   * @param now for sites that write dates as "3 days"
   * @throws UnreadableItem when the markup is not what this adapter knows
   */
  readItem(item: Element, url: URL, now: Date): Work;
  /** Whether an address is that of a single work, whose page is left to a `WorkPageReader`. */
  isWorkPage(url: Pick<URL, 'pathname'>): boolean;
  /** Whether an address is likely to be that of a page with items, so that it is worth getting ready before there is one; unless said, each is. */
  lists?(url: Pick<URL, 'pathname'>): boolean;
}

/** How a family of sites writes the page of a single work; apart from its adapter, so that listings do not carry it. */
export interface WorkPageReader {
  /** As `Adapter.isWorkPage`. */
  isWorkPage(url: Pick<URL, 'pathname'>): boolean;
  /** Match patterns of the paths where such pages may be; `Adapter.isWorkPage` decides. */
  paths: readonly string[];
  /**
   * Selector of the element that holds the work and nothing but it. The curtain is made of it, so it must match
   * from the start tag alone.
   */
  main: string;
  /** Whether a half-loaded page already holds all that `read` needs: tags and preface, not the text. */
  isReady(document: Document): boolean;
  /** @throws UnreadableItem when there is a work whose markup is not what this reader knows */
  read(document: Document, url: URL, now: Date): WorkPage;
}
