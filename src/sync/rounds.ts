import { entriesToText } from '../domain/document-text';
import { browserRound } from './browser-round';
import { SyncError } from './error';
import { fileRound } from './file-round';
import type { Kept, KeptSecret } from './kept';
import type { Keyring } from './keyring';
import { succeeded, type Link } from './link';
import { Lock, secretFromCode } from './lock';
import { readCode } from './code';
import { conflictKey } from './status';
import type { Merged } from './incoming';
import type { SyncArea } from './sync-quota';
import type { Self, Truth } from './truth';
import { webdav } from './backends/webdav';

/** Name of the key from a passphrase in the keyring. */
export const PASSPHRASE_KEY = 'webdav';
/** For what no manifest says whose it is. */
const UNNAMED = '-';
const OUTCOMES_KEPT = 20;
const CONFLICTS_KEPT = 50;

/** What the rounds need from outside. */
export interface RoundDeps {
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

/** One round with the WebDAV store; `kept` is changed in place and saved by `save` at every step that counts. */
export async function webdavRound(deps: RoundDeps, kept: Kept, self: Self, save: () => Promise<void>): Promise<void> {
  const store = kept.webdav!;
  if (!(await deps.permitted(store.address.url))) throw new SyncError('no-permission');
  const lock = await lockFor(store.secret, deps.keyring);
  const report = await fileRound({ backend: webdav(store.address, deps.fetch), lock, ...parts(deps, store, self, save) });
  store.notes = { damaged: report.damaged, locked: report.locked, clockOff: report.clockOff };
  finish(kept, store, report, deps.now());
}

/** One round with the browser's own sync. */
export async function browserSyncRound(deps: RoundDeps, kept: Kept, self: Self, save: () => Promise<void>): Promise<void> {
  const store = kept.browser!;
  if (deps.area === null) throw new SyncError('not-ours', 'no sync here');
  const report = await browserRound({ area: deps.area, ...parts(deps, store, self, save) });
  store.carried = report.carried;
  store.arriving = report.arriving;
  finish(kept, store, report, deps.now());
}

/** What every round needs, whatever the store. */
function parts<State>(deps: RoundDeps, store: { state: State }, self: Self, save: () => Promise<void>) {
  return {
    truth: deps.truth,
    self,
    state: store.state,
    save: (state: State): Promise<void> => {
      store.state = state;
      return save();
    },
    now: () => deps.now(),
    random: (bytes: Uint8Array<ArrayBuffer>): void => deps.random(bytes),
  };
}

/** Takes down that a round went through and what the reader will be shown of it: who sent what, conflicts, removals that wait. */
function finish(kept: Kept, store: { link: Link }, report: Merged & { sent: number | null; renamed: boolean }, at: number): void {
  store.link = succeeded(at);
  if (report.renamed) kept.renamed = at;
  const sent = report.sent ?? 0;
  if (report.from.length > 0 || sent > 0) {
    const outcome = { at, from: report.from, sent, undo: report.undo, reasserted: report.reasserted };
    kept.outcomes = [outcome, ...kept.outcomes].slice(0, OUTCOMES_KEPT);
  }
  const known = new Set(kept.conflicts.map(conflictKey));
  const fresh = report.conflicts.map((one) => ({ at, ...one })).filter((one) => !known.has(conflictKey(one)));
  kept.conflicts = [...fresh, ...kept.conflicts].slice(0, CONFLICTS_KEPT);
  for (const device of report.heard) delete kept.held[device || UNNAMED];
  for (const { device, entries } of report.held) kept.held[device || UNNAMED] = entriesToText(entries);
}

/** The lock for a store's files, or null when they are not encrypted. @throws SyncError `locked` when the key is gone */
export async function lockFor(secret: KeptSecret, keyring: Keyring): Promise<Lock | null> {
  if (secret.kind === 'none') return null;
  const key = secret.kind === 'code' ? await keyOfCode(secret.code) : await keyring.load(PASSPHRASE_KEY);
  if (key === null) throw new SyncError('locked', 'no key');
  return new Lock(key);
}

async function keyOfCode(code: string): Promise<CryptoKey | null> {
  const bytes = await readCode(code);
  return bytes && secretFromCode(bytes);
}
