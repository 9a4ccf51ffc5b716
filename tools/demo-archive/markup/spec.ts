import type { Category, Rating, Warning } from '../../../src/domain/vocabulary';

/**
 * What is on a page, as plain data. The demo archive generates such specs and the tests write them by hand; the
 * functions of this folder turn them into the markup of the archive's software (otwarchive).
 */

export interface UserSpec {
  /** Account number, the same for every pseud of the account. */
  id: number;
  login: string;
  /** Absent: the pseud is the login. */
  pseud?: string;
}

export interface SeriesPartSpec {
  id: number;
  title: string;
  position: number;
}

export interface CollectionSpec {
  /** Name in addresses. */
  name: string;
  title: string;
}

/** A gift goes to an account or to a name that somebody typed. */
export type RecipientSpec = { login: string; pseud?: string } | { name: string };

/** Empty lists and zeros are left out of the markup, as on the archive. */
export interface WorkSpec {
  id: number;
  title: string;
  authors: UserSpec[];
  /** The archive hides the authors. */
  anonymous?: boolean;
  /** Names of imported authors; `authors` then holds the archivist. */
  importedFrom?: string[];
  recipients?: RecipientSpec[];
  fandoms: string[];
  rating: Rating | null;
  warnings: Warning[];
  categories: Category[];
  complete: boolean;
  relationships: string[];
  characters: string[];
  freeforms: string[];
  /** Only on Superlove. */
  media?: string[];
  /** Plain text, one paragraph a line; `null` when the writer gave none. */
  summary: string | null;
  /** Used instead of `summary`: markup that the archive would let through. */
  summaryHtml?: string;
  series?: SeriesPartSpec[];
  language: { code: string; name: string } | null;
  words: number | null;
  /** What another extension has put behind the number of words. */
  wordsSuffixHtml?: string;
  chapters: { posted: number; planned: number | null };
  collections?: CollectionSpec[];
  kudos?: number;
  /** `null` leaves the pair out, as on a few works of 2018. */
  hits?: number | null;
  comments?: number;
  bookmarks?: number;
  /** ISO dates. */
  published: string;
  updated: string;
  restricted?: boolean;
  hiddenByAdmin?: boolean;
  /** Made by the viewer. */
  own?: boolean;
  /** Seen by the creator only: "Unrevealed:" or "Anonymous:" before the title. */
  status?: 'Unrevealed' | 'Anonymous';
  /** Own draft; ISO date of its deletion. */
  draftUntil?: string;
  /** Link through a collection: `/collections/NAME/works/N`. */
  throughCollection?: string;
  /** Paragraphs of each posted chapter; made up when absent. */
  text?: string[][];
  /** Titles of the chapters, when they have any. */
  chapterTitles?: string[];
  notes?: string;
  endNotes?: string;
}

export interface SeriesSpec {
  id: number;
  title: string;
  authors: UserSpec[];
  anonymous?: boolean;
  fandoms: string[];
  /** Of all works in it, the most severe first. */
  ratings: Rating[];
  warnings: Warning[];
  categories: Category[];
  complete: boolean;
  relationships: string[];
  characters: string[];
  freeforms: string[];
  summary: string | null;
  words: number;
  works: number;
  bookmarks?: number;
  begun?: string;
  updated: string;
  restricted?: boolean;
  own?: boolean;
}

export interface ExternalSpec {
  id: number;
  title: string;
  author: string;
  /** Address on the other site. */
  url: string;
  fandoms: string[];
  rating: Rating | null;
  categories: Category[];
  relationships: string[];
  characters: string[];
  summary: string | null;
  language: { code: string; name: string } | null;
  bookmarks?: number;
  updated: string;
}

/** What a bookmark can be of. `mystery`: a work whose collection has not revealed it. */
export type BookmarkedSpec =
  | { kind: 'work'; work: WorkSpec }
  | { kind: 'series'; series: SeriesSpec }
  | { kind: 'external'; external: ExternalSpec }
  | { kind: 'mystery'; id: number };

export interface BookmarkSpec {
  id: number;
  bookmarker: UserSpec;
  tags: string[];
  collections?: CollectionSpec[];
  notes: string | null;
  date: string;
  private?: boolean;
  rec?: boolean;
  hiddenByAdmin?: boolean;
  own?: boolean;
}

export interface PromptSpec {
  id: number;
  collection: string;
  /** Absent: "Request 1". */
  title?: string;
  by: string | null;
  fandoms: string[];
  rating: Rating | null;
  warnings: Warning[];
  categories: Category[];
  relationships: string[];
  characters: string[];
  freeforms: string[];
  /** Kinds of tag of which any will do: "Any Character". */
  any?: string[];
  optional?: string[];
  summary: string | null;
  fulfilled: boolean;
  own?: boolean;
  /** Works written for it, shown inside. */
  fills: WorkSpec[];
  date: string;
}

export type ItemSpec =
  | { kind: 'work'; work: WorkSpec }
  | { kind: 'gift'; work: WorkSpec }
  | { kind: 'reading'; work: WorkSpec; visited: string; times?: number; later?: boolean; skip?: boolean }
  | { kind: 'deleted-reading'; visited: string }
  | { kind: 'bookmark'; bookmark: BookmarkSpec; of: BookmarkedSpec; count: number }
  | { kind: 'deleted-bookmark'; bookmark: BookmarkSpec }
  | { kind: 'bookmarkable'; of: BookmarkedSpec; count: number; recent: BookmarkSpec[] }
  | { kind: 'short-bookmark'; bookmark: BookmarkSpec }
  | { kind: 'series'; series: SeriesSpec }
  | { kind: 'external'; external: ExternalSpec }
  | { kind: 'prompt'; prompt: PromptSpec }
  | { kind: 'collection-item'; id: number; collection: CollectionSpec; work: WorkSpec }
  | { kind: 'mystery'; id: number; collections: CollectionSpec[] }
  | { kind: 'collection'; collection: CollectionSpec; maintainer: string; works: number; summary: string }
  | { kind: 'user'; user: UserSpec; works: number };

/** Who looks at the page: a guest, or an account with its preferences. */
export interface ViewerSpec {
  login: string;
  hideWarnings?: boolean;
  hideFreeforms?: boolean;
}

export interface RenderOptions {
  /** The site's markup as of this ISO date; absent: today's. */
  era?: string;
  /** Shape of a site that runs its own version. */
  fork?: 'superlove';
  viewer?: ViewerSpec | null;
  /** Sites without the cache write the dates of the last 30 days as "3 days": the moment to count from. */
  relativeTo?: Date;
}
