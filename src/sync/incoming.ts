import { isForgotten } from '../domain/devices';
import { differences, type Difference } from '../domain/differences';
import { authorOf, dayOf, emptyDocument, isAlive, type Author, type Document } from '../domain/document';
import { expire } from '../domain/expiry';
import type { Conflict, Preview } from '../domain/sync-status';
import { join } from './join';
import { receive } from './receive';
import type { Self, Truth } from './truth';

/** A document that came from a device by some store. */
export interface Incoming {
  device: string;
  document: Document;
}

/** What merging did, for the reader: one line per device, conflicts, removals that wait. */
export interface Merged {
  /** The token that undoes the merge; empty when nothing visible changed. */
  undo: string;
  from: { device: string; added: number; removed: number; changed: number }[];
  conflicts: Conflict[];
  /** Rules kept although another device removed them, because they were changed here meanwhile. */
  reasserted: string[];
  held: { device: string; entries: Document['entries'] }[];
  /** Devices whose documents were merged, also those that brought nothing. */
  heard: string[];
}

/** Merges documents one after the other in a single atomic change of the local one. */
export async function mergeIncoming(truth: Truth, incoming: readonly Incoming[], self: Self): Promise<Merged> {
  let merged: Omit<Merged, 'undo'> = { from: [], conflicts: [], reasserted: [], held: [], heard: [] };
  const { undo } = await truth.change(
    (document, by) => {
      const outcome = mergeAll(document, incoming, by);
      merged = outcome;
      return introduced(outcome.document, self, by);
    },
    { label: 'merge', from: [...new Set(incoming.map((one) => one.device))], copy: 'if-big' },
  );
  return { ...merged, undo };
}

/** The pure part: what merging would do. */
function mergeAll(local: Document, incoming: readonly Incoming[], by: Author): Omit<Merged, 'undo'> & { document: Document } {
  let document = local;
  const result: Omit<Merged, 'undo'> = { from: [], conflicts: [], reasserted: [], held: [], heard: incoming.map((one) => one.device) };
  for (const { device, document: theirs } of incoming) {
    const received = receive(document, theirs, by);
    const found = differences(document, received.document);
    if (found.length > 0) result.from.push({ device, ...counted(found) });
    result.conflicts.push(...received.conflicts);
    result.reasserted.push(...received.reasserted.map((one) => one.id));
    if (received.held) result.held.push({ device, entries: received.held });
    document = received.document;
  }
  return { ...result, document: document === local ? local : expire(document, by.now) };
}

export function preview(local: Document, device: string, incoming: readonly Incoming[], now: number): Preview {
  const merged = mergeAll(local, incoming, authorOf(local, device, now));
  const there = incoming.reduce((all, one) => join(all, one.document), emptyDocument());
  const removed = merged.from.reduce((sum, one) => sum + one.removed, 0);
  const devices = new Set(incoming.map((one) => one.device)).size;
  return { here: rulesIn(local), there: rulesIn(there), together: rulesIn(merged.document), removed, devices };
}

/** How many entries this device changed after its edit of that number. */
export function ownSince(document: Document, seq: number): number {
  let changed = 0;
  for (const map of document.entries.values()) for (const entry of map.values()) if ((entry.mine ?? 0) > seq) changed++;
  return changed;
}

/** Living rules that were added or last changed on this device. */
function ownRules(document: Document): number {
  let own = 0;
  for (const entry of document.entries.get('rule')?.values() ?? []) if (entry.mine !== undefined && isAlive(entry)) own++;
  return own;
}

function rulesIn(document: Document): number {
  let alive = 0;
  for (const entry of document.entries.get('rule')?.values() ?? []) if (isAlive(entry)) alive++;
  return alive;
}

function counted(found: readonly Difference[]): { added: number; removed: number; changed: number } {
  const rules = found.filter((one) => one.kind === 'rule');
  const added = rules.filter((one) => one.before === null).length;
  const removed = rules.filter((one) => one.after === null).length;
  return { added, removed, changed: found.length - added - removed };
}

/**
 * The document with what this device says of itself up to date: once a day; and when there is more to say, as an edit.
 * One that was forgotten elsewhere is thereby known again.
 */
function introduced(document: Document, self: Self, by: Author): Document {
  const old = document.devices.get(by.device) ?? { seq: 0, day: 0, name: '', app: '' };
  const rules = ownRules(document);
  const news = old.name !== self.name || old.app !== self.app || (old.rules ?? 0) !== rules || isForgotten(document, by.device, old);
  const day = Math.max(old.day, dayOf(by.now));
  if (!news && day === old.day) return document;
  const now = { ...old, ...self, day, rules, seq: news ? by.seq : old.seq };
  return { ...document, devices: new Map(document.devices).set(by.device, now) };
}
