import type { Scripting } from 'webextension-polyfill';
import { originsOf } from '../../src/archives/adapter';
import { addedSites, isSiteSetting } from '../../src/archives/added-sites';
import { ao3 } from '../../src/archives/ao3';
import { browser } from '../../src/browser';
import type { Store } from '../../src/storage/index';
import { isPermitted } from './permissions';
import { keepRegistered, withoutOrigin } from './registered-scripts';

const ID = 'added-';
const LIKE = `https://${ao3.hosts[0]}/`;

/** What runs on the archive of the manifest that is on the same software, for other hosts. */
function scriptsFor(hosts: readonly string[]): Scripting.RegisteredContentScript[] {
  if (hosts.length === 0) return [];
  const here = (patterns: readonly string[]): string[] => {
    const paths = patterns.filter((pattern) => pattern.startsWith(LIKE)).map((pattern) => pattern.slice(LIKE.length));
    return hosts.flatMap((host) => paths.map((path) => `https://${host}/${path}`));
  };
  // Firefox names what a script has not as null.
  return (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches, exclude_matches: without, js, css, run_at }, index) => {
    if (here(matches).length === 0) return [];
    return [
      {
        id: ID + index,
        matches: here(matches),
        ...(Array.isArray(without) && { excludeMatches: here(without) }),
        ...(Array.isArray(js) && { js: js.map(withoutOrigin) }),
        ...(Array.isArray(css) && { css: css.map(withoutOrigin) }),
        runAt: run_at ?? 'document_idle',
        persistAcrossSessions: true,
      },
    ];
  });
}

/**
 * Keeps the scripts of added sites registered where they are permitted. Has to be called before its first pause.
 * @param changed is called when a site was added or removed
 * @returns looks again; settled when that is done
 */
export function followSites(store: Store, changed: () => void): () => Promise<void> {
  const look = keepRegistered(ID, async () => {
    const sites = addedSites((await store.load()).settings);
    const permitted = await Promise.all(sites.map((site) => isPermitted(originsOf(site))));
    return scriptsFor(sites.filter((_, index) => permitted[index]).map(({ id }) => id));
  });
  store.onChange(({ differences }) => {
    if (!differences.some(({ kind, id }) => kind === 'setting' && isSiteSetting(id))) return;
    void look();
    changed();
  });
  return look;
}
