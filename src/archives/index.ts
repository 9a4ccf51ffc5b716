import { addedSites } from './added-sites';
import type { Archive, Site } from './adapter';
import { fanfiction } from './fanfiction';
import { fanfictionSites } from './fanfiction-sites';
import { otw } from './otw';
import { otwSites } from './otw-sites';

/** Every archive that is read without being added by the reader. */
export const archives: readonly Archive[] = [
  ...otwSites.map((site) => ({ ...site, adapter: otw })),
  ...fanfictionSites.map((site) => ({ ...site, adapter: fanfiction })),
];

/** The archive at an address, or undefined. Ports are ignored, so that a local copy can stand in. */
export function archiveAt(url: URL): Archive | undefined {
  return archives.find((archive) => archive.hosts.includes(url.hostname));
}

/** As `archiveAt`, with the sites that the reader has added. @param settings all that are stored */
export function siteAt(url: URL, settings: ReadonlyMap<string, unknown>): Site | undefined {
  return archiveAt(url) ?? addedSites(settings).find(({ hosts }) => hosts.includes(url.hostname));
}
