import type { Adapter } from './adapter';
import { isWorkPage, lists } from './otw/address';
import { readItem } from './otw/item';
import { OTW_ITEMS } from './otw/items';
import { readPage, recognises } from './otw/page';

/**
 * otwarchive, the software of the Archive of Our Own and of the sites that run their own copy.
 */
export const otwListings: Omit<Adapter, 'recognises'> = {
  id: 'otw',
  items: OTW_ITEMS,
  readPage,
  readItem,
  isWorkPage,
  lists,
};

export const otw: Adapter = { ...otwListings, recognises };
