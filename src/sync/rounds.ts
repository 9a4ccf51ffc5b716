import { entriesToText } from '../domain/document-text';
import { browserRound, type BrowserReport } from './browser-round';
import { SyncError } from './error';
import { fileRound, type Report } from './file-round';
import type { Kept, KeptSecret } from './kept';
import type { Keyring } from './keyring';
import { succeeded } from './link';
import { Lock, secretFromCode } from './lock';
import { readCode } from './code';
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
  const report: Report = await fileRound({
    backend: webdav(store.address, deps.fetch),
    lock: await lockFor(store.secret, deps.keyring),
    truth: deps.truth,
    self,
    state: store.state,
    save: (state) => {
      store.state = state;
      return save();
    },
    now: () => deps.now(),
    random: (bytes) => deps.random(bytes),
  });
  store.link = succeeded(deps.now());
  store.notes = { damaged: report.damaged, locked: report.locked, clockOff: report.clockOff };
  if (report.renamed) kept.renamed = deps.now();
  noteMerge(kept, report, report.sent ?? 0, deps.now());
}

/** One round with the browser's own sync. */
export async function browserSyncRound(deps: RoundDeps, kept: Kept, self: Self, save: () => Promise<void>): Promise<void> {
  const store = kept.browser!;
  if (deps.area === null) throw new SyncError('not-ours', 'no sync here');
  const report: BrowserReport = await browserRound({
    area: deps.area,
    truth: deps.truth,
    self,
    state: store.state,
    save: (state) => {
      store.state = state;
      return save();
    },
    now: () => deps.now(),
    random: (bytes) => deps.random(bytes),
  });
  if (report.renamed) kept.renamed = deps.now();
  store.link = succeeded(deps.now());
  store.carried = report.carried;
  store.arriving = report.arriving;
  noteMerge(kept, report, report.sent ?? 0, deps.now());
}

/** What the reader will be shown of a merge: who sent what, conflicts, removals that wait. */
function noteMerge(kept: Kept, merged: Merged, sent: number, at: number): void {
  if (merged.from.length > 0 || sent > 0) {
    const outcome = { at, from: merged.from, sent, undo: merged.undo, reasserted: merged.reasserted };
    kept.outcomes = [outcome, ...kept.outcomes].slice(0, OUTCOMES_KEPT);
  }
  const known = new Set(kept.conflicts.map(conflictId));
  const fresh = merged.conflicts.map((one) => ({ at, ...one })).filter((one) => !known.has(conflictId(one)));
  kept.conflicts = [...fresh, ...kept.conflicts].slice(0, CONFLICTS_KEPT);
  for (const device of merged.heard) delete kept.held[device || UNNAMED];
  for (const { device, entries } of merged.held) kept.held[device || UNNAMED] = entriesToText(entries);
}

export const conflictId = ({ kind, id, field, lost }: { kind: string; id: string; field: string; lost: unknown }): string => JSON.stringify([kind, id, field, lost]);

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
