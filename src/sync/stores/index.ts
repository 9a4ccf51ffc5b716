import { SyncError } from '../error';
import type { Store } from '../store';
import { browserStore } from './browser';
import { webdavStore } from './webdav';

/** Every store that sync knows, in the order in which readers are offered them. */
export const stores: readonly Store[] = [webdavStore, browserStore];

/** @throws SyncError for a store that this version does not know */
export function storeOf(id: string): Store {
  const store = stores.find((one) => one.id === id);
  if (store === undefined) throw new SyncError('not-ours', 'no such store');
  return store;
}
