import type * as z from 'zod/mini';
import type { Document } from '../domain/document';
import type { Preview, StoreOffer, StoreStatus } from '../domain/sync-status';
import type { MessageKey } from '../i18n';
import type { Merged } from './incoming';
import type { Keyring } from './keyring';
import type { Link } from './link';
import type { SecretChoice } from './secret';
import type { SyncArea } from './sync-quota';
import type { Self, Truth } from './truth';

/** What stores need from outside; tests replace all of it. */
export interface StoreDeps {
  truth: Truth;
  keyring: Keyring;
  /** `storage.sync`, or null where the browser only pretends to have it. */
  area: SyncArea | null;
  fetch: typeof globalThis.fetch;
  /** Whether the browser lets the extension reach an address. */
  permitted(url: string): Promise<boolean>;
  now(): number;
  random(bytes: Uint8Array<ArrayBuffer>): void;
}

/** A store as the reader chose it: its id, the fields that it asks for, and how its files are to be encrypted. */
export interface StoreChoice {
  store: string;
  address?: Readonly<Record<string, string>> | undefined;
  secret?: SecretChoice | undefined;
}

/**
 * The reader has lost the code of what is stored there, and goes on under a new one: this device writes its rules anew
 * although nothing there opens. `keep` leaves the files that do not open where they are, `delete` removes them.
 */
export type Anew = 'keep' | 'delete';

/** What is remembered of every connected store; each adds its own. */
export interface Part {
  link: Link;
}

/** What a round did, whatever the store. */
export interface RoundReport extends Merged {
  /** How many things changed here went out; null when there was nothing to write. */
  sent: number | null;
  /** The data here was a copy of another device's; it goes on under a new id. */
  renamed: boolean;
}

/** What one round is given. `part` is changed in place, and kept by `save` at every step that counts. */
export interface RoundOf<P> {
  deps: StoreDeps;
  part: P;
  self: Self;
  save(): Promise<void>;
}

/** What a store tells of itself in the status; the rest is the same for all. */
export type OwnStatus = Omit<StoreStatus, 'store' | 'state' | 'error' | 'lastOk' | 'nextTry'>;

/**
 * One way to carry the reader's data: all that rounds, status, messages and pages have to know of it. The list of all
 * is in stores/index.ts, and nothing else names one. A place that keeps files is made by `fileStore`.
 */
export interface Store<P extends Part = Part, Left = unknown> {
  /** Its name in what is kept, and of its key in the keyring: never to be changed. */
  readonly id: string;
  readonly offer: StoreOffer<MessageKey>;
  /** Comes with the browser: rounds are also run when something has arrived there. */
  readonly ownOfBrowser: boolean;
  /** What is remembered of it while it is connected, and afterwards. */
  readonly part: z.ZodMiniType<P>;
  readonly left: z.ZodMiniType<Left>;
  /** What connecting would do; writes nothing. @throws SyncError */
  preview(choice: StoreChoice, deps: StoreDeps, anew: Anew | null): Promise<Preview>;
  /** What to remember from now on; `before` is what was remembered, if it was connected. */
  connect(choice: StoreChoice, deps: StoreDeps, anew: Anew | null, before: { part: P | undefined; left: Left | undefined }): Promise<P>;
  /** @throws SyncError */
  round(round: RoundOf<P>): Promise<RoundReport>;
  /** Forgets secrets, and says what to remember for connecting again. */
  disconnect(part: P, deps: StoreDeps): Promise<Left>;
  /** Removes this device's copy from the store. @throws SyncError */
  deleteCopy(part: P, deps: StoreDeps): Promise<void>;
  status(part: P, about: { document: Document; known(device: string): boolean; name(device: string): string }): OwnStatus;
  /** What the reader entered, secrets included, and the sync code when there is one. */
  entered(part: P): { address: Record<string, string>; code: string | null };
}
