import { browser } from '../../src/browser';
import { meaningOf, readKnownTags, type KnownTags } from '../../src/rules/known-tags';
import { willTell } from './tabs';

const KEY = 'known-tags';

/** What is known of tags: kept on this device only, read once in the life of the background. */
export class KeptTags {
  private loading: Promise<void> | null = null;
  private known: KnownTags = readKnownTags(null);

  /** All that is known. */
  async all(): Promise<KnownTags> {
    this.loading ??= browser.storage.local.get(KEY).then(({ [KEY]: kept }) => void (this.known = readKnownTags(kept)));
    // What could not be read this time is asked for again.
    this.loading.catch(() => (this.loading = null));
    await this.loading;
    return this.known;
  }

  /**
   * Changes what is known. Of two changes at once both are kept: nothing is waited for between reading what is in
   * memory and replacing it.
   * @param make returns the same object for no change
   * @returns whether anything is another
   */
  async change(make: (before: KnownTags) => KnownTags): Promise<boolean> {
    const before = await this.all();
    if (make(before) === before) return false;
    await willTell();
    this.known = make(this.known);
    await browser.storage.local.set({ [KEY]: { ...this.known } });
    return true;
  }

  /** Tags that the archive treats as the same, by the name that a rule has. */
  async synonyms(): Promise<(name: string) => readonly string[]> {
    const known = await this.all();
    return (name) => meaningOf(known, name);
  }
}
