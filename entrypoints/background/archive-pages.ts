import { addedSites } from '../../src/archives/added-sites';
import { originsOf, type Site } from '../../src/archives/adapter';
import { archiveAt, archives } from '../../src/archives/index';
import type { Store } from '../../src/storage/index';
import { permittedArchives } from './optional-archives';

const sitesAdded = async (store: Store): Promise<Site[]> => addedSites((await store.load()).settings);

export const isAdded = async (store: Store, host: string): Promise<boolean> => (await sitesAdded(store)).some(({ id }) => id === host);

/** Patterns of every page on which Foldaway may be at work. */
export async function archivePages(store: Store): Promise<string[]> {
  const sites: readonly Site[] = [...archives, ...(await permittedArchives()), ...(await sitesAdded(store))];
  return sites.flatMap(originsOf);
}

/** Whether a page may speak to us; what is known without the settings is answered without waiting for them. */
export const isArchive = async (store: Store, url: URL): Promise<boolean> =>
  archiveAt(url) !== undefined || (url.protocol === 'https:' && (await isAdded(store, url.hostname)));
