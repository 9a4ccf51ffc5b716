import type { Category, Rating, Warning } from './vocabulary';

/**
 * What an entry of a listing is, in the archive's terms. `gift` and `reading` are works in a gift list and in
 * the history; a `bookmarkable` is one thing with other people's `short-bookmark`s below it.
 */
export type ItemKind =
  | 'work'
  | 'gift'
  | 'reading'
  | 'bookmark'
  | 'bookmarkable'
  | 'short-bookmark'
  | 'series'
  | 'external'
  | 'prompt'
  | 'collection-item'
  | 'mystery'
  | 'deleted';

/** What the entry is about: a bookmark may be of a work, a series or an external work. */
export type Subject = 'work' | 'series' | 'external';

/** Kinds of page, as the field `page` of a rule names them. */
export const PAGE_KINDS = ['listing', 'search', 'bookmarks', 'history', 'series', 'collection', 'user', 'home', 'work'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export interface Creator {
  /** As shown, without the login in parentheses: the pseud. */
  name: string;
  /** Account name from the link; null for a creator without a link (imported or external works). */
  login: string | null;
  /** Pseud from the link. */
  pseud: string | null;
  /** The account's number, which survives a rename; null where the page does not tell which number is whose. */
  id: string | null;
}

export interface SeriesPosition {
  id: string;
  title: string;
  /** 1 is the first part; null where the page does not say. */
  position: number | null;
}

export interface Bookmark {
  /** Null for a short bookmark, which has no id in the page. */
  id: string | null;
  bookmarker: Creator | null;
  tags: string[];
  collections: string[];
  notes: string | null;
  /** ISO date. */
  date: string | null;
  private: boolean;
  rec: boolean;
  /** The viewer's own bookmark. */
  own: boolean;
}

/**
 * Everything that a page states about one item. What a page does not state is `null`, or an empty array for
 * fields with many values; a kind of tag that the reader's archive preferences hide is named in `withheld`.
 */
export interface Work {
  kind: ItemKind;
  subject: Subject | null;
  id: string | null;
  /** Absolute address. */
  url: string | null;
  title: string | null;
  creators: Creator[];
  /** Account numbers of the creators, also where it is unknown which number belongs to whom. */
  creatorIds: string[];
  /** The creators are hidden by the archive; `creators` is then empty, except on the creator's own screen. */
  anonymous: boolean;
  recipients: string[];
  fandoms: string[];
  /** One for a work; a series lists the ratings of its works. */
  ratings: Rating[];
  warnings: Warning[];
  categories: Category[];
  complete: boolean | null;
  relationships: string[];
  characters: string[];
  freeforms: string[];
  /** Tags of kinds that only some archives have (Superlove's "Medium", for one). */
  otherTags: string[];
  withheld: ('warnings' | 'freeforms')[];
  summary: string | null;
  /** The archive's own code (not BCP 47: "ptBR"); null with a `languageName` where old markup has only the name. */
  language: string | null;
  languageName: string | null;
  words: number | null;
  chapters: { posted: number; planned: number | null } | null;
  series: SeriesPosition[];
  /** Titles of the collections; listed on work pages only. */
  collections: string[];
  kudos: number | null;
  hits: number | null;
  comments: number | null;
  bookmarks: number | null;
  /** ISO dates. */
  published: string | null;
  updated: string | null;
  /** Only of archives that have genres beside their tags, or in place of them. */
  genres: string[];
  /** The viewer made it. */
  own: boolean;
  restricted: boolean;
  bookmark: Bookmark | null;
}

/** A work of which nothing is stated yet; adapters fill in what they find. */
export function emptyWork(kind: ItemKind): Work {
  return {
    kind,
    subject: null,
    id: null,
    url: null,
    title: null,
    creators: [],
    creatorIds: [],
    anonymous: false,
    recipients: [],
    fandoms: [],
    ratings: [],
    warnings: [],
    categories: [],
    complete: null,
    relationships: [],
    characters: [],
    freeforms: [],
    otherTags: [],
    withheld: [],
    summary: null,
    language: null,
    languageName: null,
    words: null,
    chapters: null,
    series: [],
    collections: [],
    kudos: null,
    hits: null,
    comments: null,
    bookmarks: null,
    published: null,
    updated: null,
    genres: [],
    own: false,
    restricted: false,
    bookmark: null,
  };
}
