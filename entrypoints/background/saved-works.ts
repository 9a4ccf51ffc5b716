import { isPermitted } from './permissions';
import { keepRegistered } from './registered-scripts';

/** What the reader may allow: pages that are opened from disk. The browsers have a switch of their own besides. */
export const FILES = 'file:///*';

/** Kinds of files that a saved work can be in; no other file is touched. */
const SCRIPT = {
  id: 'saved-works',
  matches: ['html', 'htm', 'xhtml', 'txt'].map((ending) => `${FILES}.${ending}`),
  // What stands around the work comes from the same script as on archives.
  js: ['content-scripts/desk.js', 'content-scripts/saved.js', 'content-scripts/saved-page.js'],
  css: ['content-scripts/saved.css'],
  runAt: 'document_start' as const,
};

/** Has saved works judged that are opened in the browser, while the reader allows it; the browser forgets that when its own switch is put off. */
export function followFileAccess(): void {
  keepRegistered(SCRIPT.id, async () => ((await isPermitted([FILES])) ? [SCRIPT] : []));
}
