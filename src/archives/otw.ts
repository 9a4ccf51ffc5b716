import type { Adapter } from './adapter';
import { isWorkPage, lists } from './otw/address';
import { readItem } from './otw/item';
import { readPage, recognises } from './otw/page';

/** Elements that may be items, by their start tag alone; lists of people, collections, tag sets and skins are not. */
const KINDS = [
  'li.work.blurb',
  'li.series.blurb',
  'li.bookmark.blurb',
  'li.short.blurb',
  'li.blurb[id^="external_work_"]',
  'li.collection.item.blurb',
  '.prompt.index > li.blurb',
];

/**
 * otwarchive, the software of the Archive of Our Own and of the sites that run their own copy. Writers may put
 * elements with any class into the text of a work, hence the exception.
 */
export const otwListings: Omit<Adapter, 'recognises'> = {
  id: 'otw',
  items: `#main :is(${KINDS.join(', ')}):not(.userstuff *)`,
  readPage,
  readItem,
  isWorkPage,
  lists,
};

export const otw: Adapter = { ...otwListings, recognises };
