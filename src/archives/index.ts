import { addedSites } from './added-sites';
import type { Archive, Site } from './adapter';
import { fanfiction } from './fanfiction';
import { fanfictionSites } from './fanfiction-sites';
import { ficbook } from './ficbook';
import { ficbookListings } from './ficbook/adapter';
import { fimfiction } from './fimfiction';
import { fimfictionListings } from './fimfiction/adapter';
import { otw } from './otw';
import { otwSites } from './otw-sites';
import { royalRoad } from './royal-road';
import { royalRoadListings } from './royal-road/adapter';
import { scribbleHub } from './scribble-hub';
import { scribbleHubListings } from './scribble-hub/adapter';

/** Every archive that is read from the start. */
export const archives: readonly Archive[] = [
  ...otwSites.map((site) => ({ ...site, adapter: otw })),
  ...fanfictionSites.map((site) => ({ ...site, adapter: fanfiction })),
];

/** Archives that are read while the reader allows it; `optional-sites.ts` has them without what reads them. */
export const optionalArchives: readonly Archive[] = [
  { ...royalRoad, adapter: royalRoadListings },
  { ...scribbleHub, adapter: scribbleHubListings },
  { ...fimfiction, adapter: fimfictionListings },
  { ...ficbook, adapter: ficbookListings },
];

/** The archive at an address, or undefined. Ports are ignored, so that a local copy can stand in. */
export function archiveAt(url: URL): Archive | undefined {
  return [...archives, ...optionalArchives].find((archive) => archive.hosts.includes(url.hostname));
}

/** As `archiveAt`, with the sites that the reader has added. @param settings all that are stored */
export function siteAt(url: URL, settings: ReadonlyMap<string, unknown>): Site | undefined {
  return archiveAt(url) ?? addedSites(settings).find(({ hosts }) => hosts.includes(url.hostname));
}
