import { ownSince } from './incoming';
import type { Document } from '../domain/document';
import type { Kept, KeptConflict } from './kept';
import { needsReader, type Link } from './link';
import { LineReader } from '../domain/document-text';

/** How one store stands, in codes; the pages make sentences of them. */
export interface StoreStatus {
  store: 'webdav' | 'browser';
  /** Host name, for the line "Synced with WebDAV (cloud.example.org)". */
  where: string;
  /** `ok`, `waiting` (will be tried again), `needs-you`, `running`, `new` (no round yet). */
  state: 'ok' | 'waiting' | 'needs-you' | 'running' | 'new';
  /** A code of SyncError and what to put into a bug report. */
  error: { code: string; detail: string } | null;
  /** Milliseconds since 1970. */
  lastOk: number | null;
  nextTry: number | null;
  /** Things changed here that have not gone out. */
  unsent: number;
  /** The password and the rules (when not encrypted) can be read on the way: plain http to another machine. */
  insecure: boolean;
  encryption: 'code' | 'passphrase' | 'none';
  /** Rules that travel by the browser's sync, and all. */
  carried: { rules: number; of: number } | null;
  /** Names of devices: their newest file is damaged; under another code; half arrived. */
  damaged: string[];
  locked: string[];
  arriving: string[];
  /** This device's clock against the server's in ms, when more than a day. */
  clockOff: number | null;
}

export interface SyncStatus {
  stores: StoreStatus[];
  /** Devices that were seen in the last 180 days, this one included. */
  devices: number;
  /** Removals that wait: by device, how many rules, and of how many. */
  held: { device: string; name: string; rules: number; of: number }[];
  conflicts: (KeptConflict & { deviceName: string })[];
  outcomes: (Kept['outcomes'][number] & { names: Record<string, string> })[];
  /** When this profile was found to be a copy of another, ms since 1970. */
  renamed: number | null;
}

export interface DeviceStatus {
  id: string;
  name: string;
  app: string;
  /** Days since 1970. */
  day: number;
  own: boolean;
}

export const nameOf = (document: Document, id: string): string => document.devices.get(id)?.name || id.slice(0, 6);

/** The status of everything, from what is kept. */
export function statusOf(kept: Kept, document: Document, running: ReadonlySet<string>, active: number): SyncStatus {
  const stores: StoreStatus[] = [];
  const name = (id: string): string => nameOf(document, id);
  if (kept.webdav) {
    const { address, secret, link, state, notes } = kept.webdav;
    const url = URL.canParse(address.url) ? new URL(address.url) : null;
    stores.push({
      store: 'webdav',
      where: url?.host ?? address.url,
      ...linkStatus(link, running.has('webdav')),
      unsent: ownSince(document, state.own.seq),
      insecure: url?.protocol === 'http:' && !isLoopback(url.hostname),
      encryption: secret.kind,
      carried: null,
      damaged: notes.damaged.map(name),
      locked: notes.locked.map(name),
      arriving: [],
      clockOff: notes.clockOff,
    });
  }
  if (kept.browser) {
    const { link, state, carried, arriving } = kept.browser;
    stores.push({
      store: 'browser',
      where: '',
      ...linkStatus(link, running.has('browser')),
      unsent: ownSince(document, state.seq),
      insecure: false,
      encryption: 'none',
      carried,
      damaged: [],
      locked: [],
      arriving: arriving.map(name),
      clockOff: null,
    });
  }
  const of = [...(document.entries.get('rule')?.values() ?? [])].filter((entry) => entry.cl % 2 === 1).length;
  return {
    stores,
    devices: active,
    held: Object.entries(kept.held).map(([device, text]) => ({ device, name: name(device), rules: heldEntries(text).get('rule')?.size ?? 0, of })),
    conflicts: kept.conflicts.map((one) => ({ ...one, deviceName: name(one.device) })),
    outcomes: kept.outcomes.map((one) => ({ ...one, names: Object.fromEntries(one.from.map(({ device }) => [device, name(device)])) })),
    renamed: kept.renamed,
  };
}

/** Held removals as entries. */
export function heldEntries(text: string): Document['entries'] {
  const reader = new LineReader();
  reader.read(text);
  return reader.entries;
}

const isLoopback = (host: string): boolean => host === 'localhost' || host.startsWith('127.') || host === '[::1]';

function linkStatus(link: Link, running: boolean): Pick<StoreStatus, 'state' | 'error' | 'lastOk' | 'nextTry'> {
  const { error, lastOk, nextTry } = link;
  const state = running ? 'running' : needsReader(link) ? 'needs-you' : error ? 'waiting' : lastOk === null ? 'new' : 'ok';
  return { state, error, lastOk, nextTry };
}
