import { DAY, type Document, type Json } from '../domain/document';
import { activeDevices, isForgotten } from '../domain/devices';
import type { StoreStatus, SyncStatus } from '../domain/sync-status';
import type { Kept } from './kept';
import { needsReader, type Link } from './link';
import { LineReader } from '../domain/document-text';
import { stores } from './stores/index';

export const nameOf = (document: Document, id: string): string => document.devices.get(id)?.name || id.slice(0, 6);

/** How long it is news that this profile was found to be a copy: a week. */
const NEWS = 7 * DAY;

/** What the browser's button and the alarms have to know. */
export interface Standing {
  /** Any store is connected. */
  connected: boolean;
  /** Something only the reader can settle: a password, a code, a permission, a conflict, removals that wait. */
  needsYou: boolean;
}

export function standingOf({ stores: connected, conflicts, held, aside }: Kept): Standing {
  const links = Object.values(connected).map(({ link }) => link);
  return {
    connected: links.length > 0,
    needsYou: [conflicts, Object.keys(held), Object.keys(aside)].some(({ length }) => length > 0) || links.some(needsReader),
  };
}

/** The status of everything, from what is kept. */
export function statusOf(kept: Kept, document: Document, running: ReadonlySet<string>, now: number): SyncStatus {
  const name = (id: string): string => nameOf(document, id);
  const known = (id: string): boolean => {
    const device = document.devices.get(id);
    return device === undefined || !isForgotten(document, id, device);
  };
  const connected = stores.flatMap((store): StoreStatus[] => {
    const part = kept.stores[store.id];
    if (part === undefined) return [];
    return [{ store: store.id, ...linkStatus(part.link, running.has(store.id)), ...store.status(part, { document, known, name }) }];
  });
  const of = [...(document.entries.get('rule')?.values() ?? [])].filter((entry) => entry.cl % 2 === 1).length;
  return {
    stores: connected,
    needsYou: standingOf(kept).needsYou,
    aside: Object.keys(kept.aside).length > 0,
    devices: activeDevices(document, now).length,
    held: Object.entries(kept.held).map(([device, text]) => ({ device, name: name(device), rules: heldEntries(text).get('rule')?.size ?? 0, of })),
    conflicts: kept.conflicts.map((one) => ({ ...one, kept: one.kept as Json, lost: one.lost as Json, deviceName: name(one.device), key: conflictKey(one) })),
    outcomes: kept.outcomes.map((one) => ({ ...one, from: one.from.map((from) => ({ ...from, name: name(from.device) })) })),
    renamed: kept.renamed !== null && now - kept.renamed < NEWS ? kept.renamed : null,
  };
}

/** What tells a conflict from all others, so that an answer reaches the one that the reader saw. */
export const conflictKey = ({ kind, id, field, lost }: { kind: string; id: string; field: string; lost: unknown }): string =>
  JSON.stringify([kind, id, field, lost]);

/** Held removals as entries. */
export function heldEntries(text: string): Document['entries'] {
  const reader = new LineReader();
  reader.read(text);
  return reader.entries;
}

function linkStatus(link: Link, running: boolean): Pick<StoreStatus, 'state' | 'error' | 'lastOk' | 'nextTry'> {
  const { error, lastOk, nextTry } = link;
  const state = running ? 'running' : needsReader(link) ? 'needs-you' : error ? 'waiting' : lastOk === null ? 'new' : 'ok';
  return { state, error, lastOk, nextTry };
}
