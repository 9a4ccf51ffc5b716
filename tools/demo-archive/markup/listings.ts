/** Element that holds the items: tag, classes, and for collection items the form around. */
export interface ListingShape {
  /** Classes of `#main`. */
  main: string;
  tag: 'ol' | 'ul';
  list: string;
  /** Controller with new pagination since 2025. */
  pagy?: boolean;
  /** Heading in front of the list, without numbers. */
  heading: string;
  /** Wraps the list. */
  around?: 'form';
  filters?: 'work-filters' | 'bookmark-filters';
}

/** Kinds of page that are one list of items, as the archive's routes name them. */
export const LISTINGS = {
  works: { main: 'works-index', tag: 'ol', list: 'work index group', pagy: true, heading: 'Recent Works' },
  'tag-works': { main: 'works-index filtered', tag: 'ol', list: 'work index group', pagy: true, heading: 'Works in', filters: 'work-filters' },
  'user-works': { main: 'works-index dashboard filtered', tag: 'ol', list: 'work index group', pagy: true, heading: 'Works by', filters: 'work-filters' },
  'language-works': { main: 'works-index', tag: 'ol', list: 'work index group', pagy: true, heading: 'Works in' },
  'collection-works': { main: 'works-index dashboard filtered', tag: 'ol', list: 'work index group', pagy: true, heading: 'Works in', filters: 'work-filters' },
  'works-collected': { main: 'works-collected', tag: 'ol', list: 'work index group', heading: 'Works in Collections' },
  drafts: { main: 'works-drafts dashboard', tag: 'ul', list: 'work index group', heading: 'Unposted Drafts' },
  'work-search': { main: 'works-search', tag: 'ol', list: 'work index group', heading: 'Search Results' },
  'series-list': { main: 'series-index dashboard', tag: 'ul', list: 'series index group', heading: 'Series' },
  bookmarks: { main: 'bookmarks-index', tag: 'ol', list: 'bookmark index group', pagy: true, heading: 'Recent Bookmarks' },
  'user-bookmarks': {
    main: 'bookmarks-index dashboard filtered',
    tag: 'ol',
    list: 'bookmark index group',
    pagy: true,
    heading: 'Bookmarks by',
    filters: 'bookmark-filters',
  },
  'tag-bookmarks': {
    main: 'bookmarks-index filtered',
    tag: 'ol',
    list: 'bookmark index group',
    pagy: true,
    heading: 'Bookmarked Items in',
    filters: 'bookmark-filters',
  },
  'item-bookmarks': { main: 'bookmarks-index', tag: 'ol', list: 'bookmark index group', pagy: true, heading: 'Bookmarks for' },
  'bookmark-search': { main: 'bookmarks-search', tag: 'ol', list: 'bookmark index group', heading: 'Search Results' },
  'single-bookmark': { main: 'bookmarks-show', tag: 'ul', list: 'bookmark index group', heading: 'Bookmark' },
  history: { main: 'readings-index dashboard', tag: 'ol', list: 'reading work index group', pagy: true, heading: 'History' },
  'marked-for-later': { main: 'readings-index dashboard', tag: 'ol', list: 'reading work index group', pagy: true, heading: 'Marked for Later' },
  gifts: { main: 'gifts-index', tag: 'ul', list: 'gift work index group', heading: 'Gifts for' },
  'external-works': { main: 'external_works-index', tag: 'ol', list: 'work index group', heading: 'External Works' },
  'external-work': { main: 'external_works-show', tag: 'ol', list: 'work index group', heading: 'External Work' },
  'collection-items': { main: 'collection_items-index', tag: 'ul', list: 'index group', heading: 'Collection Items', around: 'form' },
  prompts: { main: 'challenge_requests-index', tag: 'ul', list: 'prompt index group', heading: 'Prompts' },
  prompt: { main: 'prompts-show', tag: 'ul', list: 'prompt index group', heading: 'Prompt' },
  claims: { main: 'challenge_claims-index', tag: 'ol', list: 'prompt index group', heading: 'Claims' },
  collections: { main: 'collections-index', tag: 'ul', list: 'collection picture index group', heading: 'Collections' },
  people: { main: 'people-search', tag: 'ol', list: 'pseud index group', heading: 'People' },
} as const satisfies Record<string, ListingShape>;

export type ListingName = keyof typeof LISTINGS;
