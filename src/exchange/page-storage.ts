/*
 * Runs in the archive's page, after the reader's press: takes the lists of other blockers out of localStorage. Has
 * no imports, since content scripts carry it, and does not use the name `storage`, for which WXT brings in its library.
 */

/** What is needed of a Storage. */
export interface ReadableStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
}

/** The formats' own keys are checked again when they are read; this keeps everything else out of the message. */
export const STORED_KEYS =
  /^(?:ao3_advanced_blocker_config|ao3_quick_hide_config|userBlocker:(?:list|reasons)|ao3h(?:[.:].+)?[.:]hideTags(?:Whitelist|Nope)?)$/;

/** A page's localStorage has room for about 5 million characters in all. */
export const MOST_CHARACTERS = 10_000_000;

/** Keys and values of known blockers; nothing else of the page is read. */
export function pickStored(kept: ReadableStorage): Record<string, string> {
  const found: Record<string, string> = {};
  let room = MOST_CHARACTERS;
  for (let i = 0; i < kept.length; i++) {
    const key = kept.key(i);
    if (key === null || !STORED_KEYS.test(key)) continue;
    const value = kept.getItem(key) ?? '';
    room -= value.length;
    if (room < 0) break;
    found[key] = value;
  }
  return found;
}
