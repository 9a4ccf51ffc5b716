import { browser } from '../../src/browser';
import { queue } from '../../src/storage/index';

/** What the reader may allow: pages that are opened from disk. The browsers have a switch of their own besides. */
export const FILES = 'file:///*';
const ID = 'saved-works';

/** Kinds of files that a saved work can be in; no other file is touched. */
const SCRIPT = {
  id: ID,
  matches: ['html', 'htm', 'xhtml', 'txt'].map((ending) => `${FILES}.${ending}`),
  // What stands around the work comes from the same script as on archives.
  js: ['content-scripts/desk.js', 'content-scripts/saved.js'],
  css: ['content-scripts/saved.css'],
  runAt: 'document_start' as const,
};

/** The script is there exactly while the reader allows it; the browser forgets it with updates, and when its switch is put off. */
async function settle(): Promise<void> {
  const [granted, there] = await Promise.all([
    browser.permissions.contains({ origins: [FILES] }),
    browser.scripting.getRegisteredContentScripts({ ids: [ID] }),
  ]);
  if (granted && there.length === 0) await browser.scripting.registerContentScripts([SCRIPT]);
  if (!granted && there.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
}

/** Has saved works judged that are opened in the browser, from the moment when the reader allows it. */
export function followFileAccess(): void {
  // One after the other, so that two events do not both register.
  const inTurn = queue();
  const follow = (): void => void inTurn(settle).catch((error: unknown) => console.error('Foldaway:', error));
  browser.permissions.onAdded.addListener(follow);
  browser.permissions.onRemoved.addListener(follow);
  follow();
}
