import { activeDevices } from './devices';
import { dayOf, type Document, type Entry } from './document';

/** Days that a removed rule stays in the trash, and a tombstone after every device has had the time to see it. */
export const TRASH_DAYS = 30;

/**
 * The document without tombstones that every device of the last 180 days has seen (forgotten ones aside): each of them
 * has synced more than 30 days after the removal. What is added later starts above the dropped causal lengths (`floor`), so that a
 * tombstone that some device still holds can't remove it.
 */
export function expire(document: Document, now: number): Document {
  const today = dayOf(now);
  const seenByAll = Math.min(today, ...activeDevices(document, now).map(([, device]) => device.day)) - TRASH_DAYS;
  let floor = document.floor;
  const entries = new Map<string, ReadonlyMap<string, Entry>>();
  for (const [kind, map] of document.entries) {
    const old = [...map].filter(([, entry]) => entry.cl % 2 === 0 && (entry.gone?.[0] ?? today) < seenByAll);
    if (old.length === 0) continue;
    const left = new Map(map);
    for (const [id, entry] of old) {
      left.delete(id);
      floor = Math.max(floor, entry.cl);
    }
    entries.set(kind, left);
  }
  return entries.size === 0 ? document : { ...document, entries: new Map([...document.entries, ...entries]), floor };
}
