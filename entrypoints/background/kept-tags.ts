import { browser } from '../../src/browser';
import { meaningOf, readKnownTags, type KnownTags } from '../../src/rules/known-tags';
import { willTell } from './tabs';

/* What is known of tags: kept on this device only, read once in the life of the background. */

const KEY = 'known-tags';

let loading: Promise<void> | null = null;
let known: KnownTags = readKnownTags(null);

/** All that is known. */
export async function keptTags(): Promise<KnownTags> {
  loading ??= browser.storage.local.get(KEY).then(({ [KEY]: kept }) => void (known = readKnownTags(kept)));
  // What could not be read this time is asked for again.
  loading.catch(() => (loading = null));
  await loading;
  return known;
}

/**
 * Changes what is known. Of two changes at once both are kept: nothing is waited for between reading what is in memory
 * and replacing it.
 * @param change returns the same object for no change
 * @returns whether anything is another
 */
export async function changeKeptTags(change: (before: KnownTags) => KnownTags): Promise<boolean> {
  const before = await keptTags();
  if (change(before) === before) return false;
  await willTell();
  known = change(known);
  await browser.storage.local.set({ [KEY]: { ...known } });
  return true;
}

/** Tags that the archive treats as the same, by the name that a rule has. */
export async function synonymsKnown(): Promise<(name: string) => readonly string[]> {
  const tags = await keptTags();
  return (name) => meaningOf(tags, name);
}
