import { browser } from '../../src/browser';
import { meaningOf, readKnownTags, type KnownTags } from '../../src/rules/known-tags';
import { queue } from '../../src/storage/index';
import { willTell } from './tabs';

/* What is known of tags: kept on this device only, read once in the life of the background. */

const KEY = 'known-tags';
const inTurn = queue();

let loaded: Promise<KnownTags> | null = null;

/** All that is known. */
export function keptTags(): Promise<KnownTags> {
  loaded ??= browser.storage.local.get(KEY).then(({ [KEY]: kept }) => readKnownTags(kept));
  // What could not be read this time is asked for again.
  loaded.catch(() => (loaded = null));
  return loaded;
}

/**
 * Changes what is known, one change after the other.
 * @param change returns the same object for no change
 * @returns whether anything is another
 */
export const changeKeptTags = (change: (known: KnownTags) => KnownTags): Promise<boolean> =>
  inTurn(async () => {
    const before = await keptTags();
    const after = change(before);
    if (after === before) return false;
    await willTell();
    await browser.storage.local.set({ [KEY]: { ...after } });
    loaded = Promise.resolve(after);
    return true;
  });

/** Tags that the archive treats as the same, by the name that a rule has. */
export async function synonymsKnown(): Promise<(name: string) => readonly string[]> {
  const known = await keptTags();
  return (name) => meaningOf(known, name);
}
