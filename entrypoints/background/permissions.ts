import { addedSites } from '../../src/archives/added-sites';
import { originsOf } from '../../src/archives/adapter';
import { browser } from '../../src/browser';
import { permissionFor, readChoices } from '../../src/exchange/subscriptions/index';
import type { Store } from '../../src/storage/index';
import type { Sync } from '../../src/sync/index';

/** Gives permissions back that were for something which the reader has left. */
export type GiveBack = (origins: readonly string[]) => Promise<void>;

/** Whether the browser lets Foldaway in at each of these origins. */
export const isPermitted = (origins: string[]): Promise<boolean> => browser.permissions.contains({ origins });

/** Keeps those that a list, a sync server or an added site lives by as well. */
export function giverBack(store: Store, sync: Pick<Sync, 'status'>): GiveBack {
  return async (origins) => {
    const [{ settings }, { stores }] = await Promise.all([store.load(), sync.status()]);
    const servers = stores.flatMap(({ addresses }) => addresses).filter((address) => URL.canParse(address));
    const lists = readChoices(settings).map(({ address }) => address);
    const needed = new Set([...[...lists, ...servers].map(permissionFor), ...addedSites(settings).flatMap(originsOf)]);
    for (const origin of origins) {
      // An archive's own permission is no optional one, and stays.
      if (!needed.has(origin)) await browser.permissions.remove({ origins: [origin] }).catch(() => false);
    }
  };
}
