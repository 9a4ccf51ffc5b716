import type { Json } from './document';

/* How sync stands, in codes and numbers: what the background tells the extension's pages, which make sentences of it. */

/** How many rules travel by the browser's sync, how many there are, and for about how many there is room. */
export interface Carried {
  rules: number;
  of: number;
  room: number;
}

/**
 * One thing that a store has to be told before it can be reached. `Key` are the names of texts, which are not known here.
 * - `address`: an http or https address; the browser is asked for its origin
 * - `secret`: stays on this device, and is in no setup text
 */
export interface StoreField<Key extends string = string> {
  name: string;
  kind: 'address' | 'text' | 'secret';
  label: Key;
  hint?: Key;
  /** What stands there before the reader writes something. */
  initial?: string;
}

/** What pages have to know of a store to offer it: they draw its form and say its name from this alone. */
export interface StoreOffer<Key extends string = string> {
  store: string;
  fields: readonly StoreField<Key>[];
  /** Addresses that it is reached at besides those that the reader gives. */
  addresses: readonly string[];
  /** Its files are encrypted by Foldaway unless the reader says otherwise; false for what only the browser can carry. */
  encrypted: boolean;
  words: {
    /** Its name while it is not connected, what it is, and its name with the host in place of $HOST$ while it is. */
    connect: Key;
    hint: Key;
    name: Key;
    /** Who can read the rules there: encrypted by Foldaway, and not. */
    readEncrypted: Key;
    readPlain: Key;
  };
}

/** How one store stands, in codes; the pages make sentences of them. */
export interface StoreStatus {
  /** Its id, as in its offer. */
  store: string;
  /** Host name, for the line "Synced with WebDAV (cloud.example.org)"; empty where there is none. */
  where: string;
  /** Addresses that it is reached at, for which the browser can be asked again; none for the browser's own sync. */
  addresses: string[];
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
  carried: Carried | null;
  /** Names of devices: their newest file is damaged; under another code; half arrived. */
  damaged: string[];
  locked: string[];
  arriving: string[];
  /** This device's clock against the server's in ms, when more than a day. */
  clockOff: number | null;
}

export interface SyncStatus {
  stores: StoreStatus[];
  /** Something waits for the reader, in a store or below. */
  needsYou: boolean;
  /** Something of what sync keeps on this device could not be read, and lies aside. */
  aside: boolean;
  /** Devices that were seen in the last 180 days, this one included. */
  devices: number;
  /** Removals that wait: by device, how many rules, and of how many. */
  held: { device: string; name: string; rules: number; of: number }[];
  conflicts: ToldConflict[];
  outcomes: Outcome[];
  /** When this profile was found to be a copy of another, ms since 1970. */
  renamed: number | null;
}

export interface DeviceStatus {
  id: string;
  name: string;
  app: string;
  /** Days since 1970. */
  day: number;
  /** How many of the living rules were added or last changed there, as far as it has told. */
  rules: number;
  own: boolean;
}

/** Two devices changed the same field without knowing of each other; one value had to win. */
export interface Conflict {
  kind: string;
  id: string;
  field: string;
  /** The value that holds now, and the one that lost. */
  kept: Json;
  lost: Json;
  /** Device that wrote the value that is not from here. */
  device: string;
  /** This device's value won. */
  own: boolean;
}

export interface ToldConflict extends Conflict {
  /** Milliseconds since 1970. */
  at: number;
  deviceName: string;
  /** What it is answered by. */
  key: string;
}

/** What one round brought and sent. */
export interface Outcome {
  at: number;
  from: { device: string; name: string; added: number; removed: number; changed: number }[];
  sent: number;
  /** Token of the journal: for what came in, one by one, and for undo. Empty when nothing visible changed. */
  undo: string;
  /** Rules that stayed although another device removed them, because they were changed here meanwhile. */
  reasserted: string[];
}

/** A store for a second device: what the reader entered without the secrets, and the code. */
export interface Setup {
  store: string;
  address: Record<string, string>;
  /** Sync code; empty when the reader uses a passphrase or no encryption. */
  code: string;
}

/** Numbers of rules before a first connection: "here 1,204, there 980; together 1,530; nothing will be removed". */
export interface Preview {
  here: number;
  there: number;
  together: number;
  /** Rules of this device that others have removed, having seen them here. */
  removed: number;
  devices: number;
}

/** What importing a file would do: `backAgain` are rules in it that were removed here since. */
export interface FilePreview extends Preview {
  backAgain: number;
}
