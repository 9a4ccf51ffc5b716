import type { Scripting } from 'webextension-polyfill';
import { addedSites, isSiteSetting } from '../../src/archives/added-sites';
import { ao3 } from '../../src/archives/ao3';
import { browser } from '../../src/browser';
import { queue, type Store } from '../../src/storage/index';

const ID = 'added-';
const LIKE = `https://${ao3.hosts[0]}/`;

/** What runs on the archive of the manifest that is on the same software, for other hosts. */
function scriptsFor(hosts: readonly string[]): Scripting.RegisteredContentScript[] {
  if (hosts.length === 0) return [];
  // Firefox names what a script has not as null.
  return (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches, js, css, run_at }, index) => {
    const paths = matches.filter((match) => match.startsWith(LIKE)).map((match) => match.slice(LIKE.length));
    if (paths.length === 0) return [];
    return [
      {
        id: ID + index,
        matches: hosts.flatMap((host) => paths.map((path) => `https://${host}/${path}`)),
        ...(Array.isArray(js) && { js: js.map(withoutOrigin) }),
        ...(Array.isArray(css) && { css: css.map(withoutOrigin) }),
        runAt: run_at ?? 'document_idle',
        persistAcrossSessions: true,
      },
    ];
  });
}

/** Firefox tells files of the manifest with the extension's own address in front, and takes them without. */
const withoutOrigin = (file: string): string =>
  file.startsWith(browser.runtime.getURL('')) ? file.slice(browser.runtime.getURL('').length) : file.replace(/^\//, '');

const signature = (scripts: readonly Scripting.RegisteredContentScript[]): string =>
  JSON.stringify(
    scripts.map(({ id, matches, js, css }) => [id, [...(matches ?? [])].sort(), (js ?? []).map(withoutOrigin), (css ?? []).map(withoutOrigin)]).sort(),
  );

const inTurn = queue();

/** Makes the registered scripts those of the sites that are added and permitted here; does nothing when they are. */
export const registerAdded = (store: Store): Promise<void> =>
  inTurn(async () => {
    const hosts = addedSites((await store.load()).settings).map(({ id }) => id);
    const permitted = await Promise.all(hosts.map((host) => browser.permissions.contains({ origins: [`https://${host}/*`] })));
    const wanted = scriptsFor(hosts.filter((_, index) => permitted[index]));
    const there = (await browser.scripting.getRegisteredContentScripts()).filter(({ id }) => id.startsWith(ID));
    if (signature(wanted) === signature(there)) return;
    if (there.length > 0) await browser.scripting.unregisterContentScripts({ ids: there.map(({ id }) => id) });
    if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
  }).catch((error: unknown) => console.error('Foldaway:', error));

/**
 * Keeps the scripts of added sites registered: browsers keep them over a restart and forget them when the extension
 * is updated, so they are looked at whenever the background starts. Has to be called before its first pause.
 * @param changed is called when a site was added or removed
 */
export function followSites(store: Store, changed: () => void): void {
  const look = (): void => void registerAdded(store);
  store.onChange(({ differences }) => {
    if (!differences.some(({ kind, id }) => kind === 'setting' && isSiteSetting(id))) return;
    look();
    changed();
  });
  browser.permissions.onAdded.addListener(look);
  browser.permissions.onRemoved.addListener(look);
  // Listened for so that the background starts with the browser.
  browser.runtime.onStartup.addListener(look);
  look();
}
