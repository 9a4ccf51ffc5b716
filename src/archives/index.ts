import type { Archive } from './adapter';
import { fanfiction } from './fanfiction';
import { fanfictionSites } from './fanfiction-sites';
import { otw } from './otw';
import { otwSites } from './otw-sites';

/** Every archive that is read without being added by the reader. */
export const archives: readonly Archive[] = [...otwSites.map((site) => ({ ...site, adapter: otw })), ...fanfictionSites.map((site) => ({ ...site, adapter: fanfiction }))];

/** The archive at an address, or undefined. Ports are ignored, so that a local copy can stand in. */
export function archiveAt(url: URL): Archive | undefined {
  return archives.find((archive) => archive.hosts.includes(url.hostname));
}
