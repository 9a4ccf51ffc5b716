import type { Scripting } from 'webextension-polyfill';
import { originsOf, type Site } from '../../src/archives/adapter';
import { OPTIONAL_WORKS, optionalSites } from '../../src/archives/optional-sites';
import { browser } from '../../src/browser';
import { isPermitted } from './permissions';
import { keepRegistered } from './registered-scripts';

/** The optional archives that the reader has switched on here: the browser's permission is the switch. */
export async function permittedArchives(): Promise<Site[]> {
  const permitted = await Promise.all(optionalSites.map((site) => isPermitted(originsOf(site))));
  return optionalSites.filter((_, index) => permitted[index]);
}

const scriptFor = (site: Site): Scripting.RegisteredContentScript => ({
  id: `optional-${site.id}`,
  matches: originsOf(site),
  excludeMatches: site.hosts.flatMap((host) => OPTIONAL_WORKS.map((path) => `https://${host}${path}`)),
  // What stands around the items comes from the same script as on other archives.
  js: ['content-scripts/desk.js', 'content-scripts/optional.js'],
  css: ['content-scripts/optional.css'],
  runAt: 'document_start',
});

/**
 * Has optional archives read from the moment when the reader allows it.
 * @param changed is called when a permission came or went
 */
export function followOptional(changed: () => void): void {
  keepRegistered('optional-', async () => (await permittedArchives()).map(scriptFor));
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
