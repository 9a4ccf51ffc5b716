import type { Scripting } from 'webextension-polyfill';
import type { Site } from '../../src/archives/adapter';
import { OPTIONAL_WORKS, optionalSites } from '../../src/archives/optional-sites';
import { browser } from '../../src/browser';

const ID = 'optional-';

const originsOf = ({ hosts }: Site): string[] => hosts.map((host) => `https://${host}/*`);

/** The optional archives that the reader has switched on here: the browser's permission is the switch. */
export async function permittedArchives(): Promise<Site[]> {
  const permitted = await Promise.all(optionalSites.map((site) => browser.permissions.contains({ origins: originsOf(site) })));
  return optionalSites.filter((_, index) => permitted[index]);
}

/** Hosts whose permission nothing else may give back. */
export const permittedHosts = async (): Promise<string[]> => (await permittedArchives()).flatMap(({ hosts }) => hosts);

const scriptFor = (site: Site): Scripting.RegisteredContentScript => ({
  id: ID + site.id,
  matches: originsOf(site),
  excludeMatches: site.hosts.flatMap((host) => OPTIONAL_WORKS.map((path) => `https://${host}${path}`)),
  // What stands around the items comes from the same script as on other archives.
  js: ['content-scripts/desk.js', 'content-scripts/optional.js'],
  css: ['content-scripts/optional.css'],
  runAt: 'document_start',
});

/** Makes the registered scripts those of the archives that are permitted. */
async function settle(): Promise<void> {
  const [permitted, scripts] = await Promise.all([permittedArchives(), browser.scripting.getRegisteredContentScripts()]);
  const wanted = permitted.map(scriptFor);
  const there = scripts.map(({ id }) => id).filter((id) => id.startsWith(ID));
  const missing = wanted.filter(({ id }) => !there.includes(id));
  const left = there.filter((id) => !wanted.some((script) => script.id === id));
  if (left.length > 0) await browser.scripting.unregisterContentScripts({ ids: left });
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing);
}

/**
 * Has optional archives read from the moment when the reader allows it. Browsers keep the scripts over a restart and
 * forget them with updates, so they are looked at whenever the background starts. Has to be called before its first pause.
 * @param changed is called when a permission came or went
 */
export function followOptional(changed: () => void): void {
  let last = Promise.resolve();
  const follow = (): void => {
    // One after the other, so that two events do not both register.
    last = last.then(settle).catch((error: unknown) => console.error('Foldaway:', error));
  };
  const differ = (): void => {
    follow();
    changed();
  };
  browser.permissions.onAdded.addListener(differ);
  browser.permissions.onRemoved.addListener(differ);
  follow();
}
