import type { Adapter } from './adapter';
import { isWorkPage } from './fanfiction/address';
import { readItem } from './fanfiction/item';
import { readPage, recognises, STORIES } from './fanfiction/page';

/**
 * The software of FanFiction.net and FictionPress. Evidence: saved listings of 2018, and the parsers of other
 * readers' tools up to 2026, which use the same selectors. It states no warnings and no free tags; pairings are read
 * as relationships, reviews as comments, favourites as kudos and follows as bookmarks.
 */
export const fanfiction: Adapter = {
  id: 'fanfiction-net',
  items: STORIES,
  recognises,
  readPage,
  readItem,
  isWorkPage,
};
