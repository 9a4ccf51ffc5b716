import type { Scripting } from 'webextension-polyfill';
import { browser } from '../../src/browser';
import { queue } from '../../src/storage/index';

type Script = Scripting.RegisteredContentScript;

/** Firefox tells files with the extension's own address in front, and takes them without. */
export const withoutOrigin = (file: string): string =>
  file.startsWith(browser.runtime.getURL('')) ? file.slice(browser.runtime.getURL('').length) : file.replace(/^\//, '');

const signature = (scripts: readonly Script[]): string =>
  JSON.stringify(
    scripts
      .map(({ id, matches, excludeMatches, js, css }) => [
        id,
        [...(matches ?? [])].sort(),
        [...(excludeMatches ?? [])].sort(),
        (js ?? []).map(withoutOrigin),
        (css ?? []).map(withoutOrigin),
      ])
      .sort(),
  );

/**
 * Keeps scripts registered that come and go with a permission. Browsers keep them over a restart and forget them when the extension is
 * updated, so they are looked at whenever the background starts, and when a permission changes. Has to be called before its first pause.
 * @param prefix of the ids of these scripts and of no others
 * @param wanted the scripts that should be there now
 * @returns looks again; settled when that is done
 */
export function keepRegistered(prefix: string, wanted: () => Promise<Script[]>): () => Promise<void> {
  const settle = async (): Promise<void> => {
    const [scripts, all] = await Promise.all([wanted(), browser.scripting.getRegisteredContentScripts()]);
    const there = all.filter(({ id }) => id.startsWith(prefix));
    if (signature(scripts) === signature(there)) return;
    if (there.length > 0) await browser.scripting.unregisterContentScripts({ ids: there.map(({ id }) => id) });
    if (scripts.length > 0) await browser.scripting.registerContentScripts(scripts);
  };
  // One after the other, so that two events do not both register.
  const inTurn = queue();
  const look = (): Promise<void> => inTurn(settle).catch((error: unknown) => console.error('Foldaway:', error));
  browser.permissions.onAdded.addListener(() => void look());
  browser.permissions.onRemoved.addListener(() => void look());
  // Listened for so that the background starts with the browser.
  browser.runtime.onStartup.addListener(() => void look());
  void look();
  return look;
}
