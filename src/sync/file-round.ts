import { toBase64Url } from '../domain/base64';
import { DAY, dayOf, type Document } from '../domain/document';
import { isForgotten, SILENT_DAYS } from '../domain/devices';
import type { Backend, Listed, Listing } from './backend';
import { deviceId, documentToText } from './body';
import { digest, pack, readHeader, unpack } from './envelope';
import { SyncError } from './error';
import { freshFileState, type FileState } from './file-state';
import { mergeIncoming, ownSince, preview, type Incoming } from './incoming';
import type { Lock } from './lock';
import type { Preview } from '../domain/sync-status';
import type { RoundWith } from './round-state';
import type { RoundReport } from './store';

/** Everything a round of sync with a store of files needs. */
export interface FileRound extends RoundWith<FileState> {
  backend: Backend;
  /** Null only where nothing is to be encrypted. */
  lock: Lock | null;
  /** Write although nothing there opens: its code is lost, and the reader goes on under another. */
  anew?: boolean;
}

/** What a round did. */
export interface Report extends RoundReport {
  /** Devices whose newest file could not be read: cut or altered; they repair it themselves. */
  damaged: string[];
  /** Devices whose files are encrypted with another code. */
  locked: string[];
  /** Entries that could not be read and were skipped. */
  badEntries: number;
  /** How far this device's clock is off the server's, in ms, when it is more than a day. */
  clockOff: number | null;
}

const NAME = /^dev-([\w-]+)\.[ab]$/;
/** A file changed again within the same second can look the same in a listing. */
const RACY = 2000;

/**
 * One round: list, merge what others wrote, write what they don't have. Every step can be repeated, so that a
 * worker killed anywhere just starts again.
 * @throws SyncError
 */
export async function fileRound(round: FileRound): Promise<Report> {
  const listing = await round.backend.list();
  const { device } = await round.truth.document();
  let state = round.state.own.device === device ? round.state : freshFileState(device);
  const renamed = await wasCopied(round, state, listing, device);
  if (renamed) {
    const id = await round.truth.renameDevice(state.own.seq);
    // The old id's files are another device's from now on, and are read below.
    state = { ...freshFileState(id), seen: state.seen };
  }
  const found = await readOthers(round, state, listing);
  if (state.own.slot === null && round.anew !== true) refuseLocked(found);
  const merged = await mergeIncoming(round.truth, found.incoming, round.self);
  const waiting = new Set(merged.held.map((one) => one.device));
  for (const { name, owner, mark } of found.read) if (!waiting.has(owner)) state.seen[name] = mark;
  await round.save(state);
  if (found.newer) throw new SyncError('newer-format');
  const sent = await writeOwn(round, state, listing);
  await removeSilent(round, state, listing, waiting);
  const off = listing.serverTime === null ? 0 : round.now() - listing.serverTime;
  return {
    ...merged,
    sent,
    damaged: unique(found.damaged),
    locked: unique(found.locked),
    badEntries: found.badEntries,
    clockOff: Math.abs(off) > DAY ? off : null,
    renamed,
  };
}

const unique = (devices: string[]): string[] => [...new Set(devices)];

const tagOf = (file: Listed): string => [file.version, file.size, file.modified].join(' ');
const ownerOf = (file: Listed): string => deviceId.safeParse(NAME.exec(file.name)?.[1]).data ?? '';

/** Where nothing opens, the code is a wrong one. Where one file opens, the others wait for their device to have the code too. */
function refuseLocked({ locked, unlocked }: Found): void {
  if (locked.length > 0 && unlocked === 0) throw new SyncError('locked', unique(locked).join());
}

interface Found {
  incoming: Incoming[];
  read: { name: string; owner: string; mark: FileState['seen'][string] }[];
  damaged: string[];
  locked: string[];
  /** Encrypted files that opened. */
  unlocked: number;
  newer: boolean;
  badEntries: number;
}

async function readOthers(round: Pick<FileRound, 'backend' | 'lock'>, state: FileState, listing: Listing): Promise<Found> {
  const found: Found = { incoming: [], read: [], damaged: [], locked: [], unlocked: 0, newer: false, badEntries: 0 };
  for (const file of listing.files) {
    const owner = ownerOf(file);
    if (owner === '' || owner === state.own.device) continue;
    const seen = Object.hasOwn(state.seen, file.name) ? state.seen[file.name] : undefined;
    const tag = tagOf(file);
    if (seen?.settled && seen.tag === tag) continue;
    const bytes = await round.backend.get(file.name);
    if (bytes === null) continue;
    try {
      const { header, document, bad } = await unpack(bytes, round.lock);
      if (header.dev !== owner) throw new SyncError('damaged', 'another device');
      if (header.lock !== undefined) found.unlocked++;
      found.incoming.push({ device: owner, document });
      found.badEntries += bad.length;
      found.read.push({ name: file.name, owner, mark: { tag, settled: isSettled(file, listing) } });
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      if (error.code === 'locked') found.locked.push(owner);
      else if (error.code === 'newer-format') found.newer = true;
      else found.damaged.push(owner);
    }
  }
  return found;
}

/** Whether the same listing later will mean the same bytes. */
function isSettled(file: Listed, listing: Listing): boolean {
  if (file.modified === null) return file.version !== null;
  return listing.serverTime !== null && listing.serverTime - file.modified > RACY;
}

/** Own files that this device did not write: the profile was copied, or the machine put back to an earlier state. */
async function wasCopied(round: FileRound, state: FileState, listing: Listing, device: string): Promise<boolean> {
  for (const file of listing.files) {
    if (ownerOf(file) !== device || state.own.tags[file.name.slice(-1)] === tagOf(file)) continue;
    const bytes = await round.backend.get(file.name);
    if (bytes === null) continue;
    try {
      if (![...state.own.nonces, state.own.pending].includes(readHeader(bytes).header.nonce)) return true;
      state.own.tags[file.name.slice(-1)] = tagOf(file);
    } catch (error) {
      // A damaged own file is simply written again.
      if (!(error instanceof SyncError)) throw error;
    }
  }
  return false;
}

const digests = new WeakMap<Document, string>();

async function digestOf(document: Document): Promise<string> {
  let known = digests.get(document);
  if (known === undefined) digests.set(document, (known = await digest(new TextEncoder().encode(documentToText(document)))));
  return known;
}

/** Writes this device's state into the slot that does not hold the last good copy, and reads it back. */
async function writeOwn(round: FileRound, state: FileState, listing: Listing): Promise<number | null> {
  const { document } = await round.truth.document();
  const { own } = state;
  const text = await digestOf(document);
  const present = listing.files.some((file) => file.name === `dev-${own.device}.${own.slot}` && file.size !== 0);
  if (own.slot !== null && own.text === text && present) return null;
  const seq = document.devices.get(own.device)?.seq ?? 0;
  const slot = own.slot === 'a' ? 'b' : 'a';
  if (own.salt === '') own.salt = round.lock?.newSalt() ?? '';
  // The same one until a writing is known to have arrived: many tries may have failed half-way.
  own.pending ??= freshNonce(round);
  const nonce = own.pending;
  await round.save(state);
  const name = `dev-${own.device}.${slot}`;
  const bytes = await pack(document, { dev: own.device, seq, day: dayOf(round.now()), nonce }, round.lock, own.salt);
  await round.backend.put(name, bytes);
  const back = await round.backend.get(name);
  if (back === null || back.length !== bytes.length || back.some((byte, i) => byte !== bytes[i])) throw new SyncError('damaged', 'read back');
  const sent = ownSince(document, own.seq);
  state.own = { ...own, slot, text, seq, tags: { ...own.tags, [slot]: '' }, nonces: [...own.nonces.slice(-3), nonce], pending: null };
  await round.save(state);
  return sent;
}

function freshNonce(round: FileRound): string {
  const bytes = new Uint8Array(9);
  round.random(bytes);
  return toBase64Url(bytes);
}

/** Merged files of devices that have not written for half a year, or that the reader has forgotten: their owner writes new ones if it returns. */
async function removeSilent(round: FileRound, state: FileState, listing: Listing, waiting: ReadonlySet<string>): Promise<void> {
  if (listing.serverTime === null) return;
  const { document } = await round.truth.document();
  for (const file of listing.files) {
    const owner = ownerOf(file);
    if (owner === '' || owner === state.own.device || waiting.has(owner) || file.modified === null) continue;
    const device = document.devices.get(owner);
    // A day, so that a device that has just written is never taken by surprise.
    const days = device !== undefined && isForgotten(document, owner, device) ? 1 : SILENT_DAYS;
    if (listing.serverTime - file.modified < days * DAY || !state.seen[file.name]?.settled) continue;
    await round.backend.delete(file.name);
    delete state.seen[file.name];
  }
}

/**
 * Removes what the former code leaves behind: this device's own older file, and with `others` every file that does not open.
 * @returns the devices whose files were removed
 */
export async function clearOld(backend: Backend, lock: Lock | null, { own }: FileState, others: boolean): Promise<Set<string>> {
  const removed = new Set<string>();
  for (const file of (await backend.list()).files) {
    const owner = ownerOf(file);
    const mine = owner === own.device;
    if (owner === '' || (mine ? file.name === `dev-${owner}.${own.slot}` : !others)) continue;
    const bytes = await backend.get(file.name);
    if (bytes === null || !(await isOfOldCode(bytes, lock, mine))) continue;
    await backend.delete(file.name);
    removed.add(owner);
  }
  return removed;
}

async function isOfOldCode(bytes: Uint8Array<ArrayBuffer>, lock: Lock | null, mine: boolean): Promise<boolean> {
  try {
    const { header } = await unpack(bytes, lock);
    return mine && lock !== null && header.lock === undefined;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return error.code === 'locked';
  }
}

/** What joining a store for the first time would do. Writes nothing. @throws SyncError */
export async function previewFiles(round: Pick<FileRound, 'backend' | 'lock' | 'truth' | 'now' | 'anew'>): Promise<Preview> {
  const { document, device } = await round.truth.document();
  const found = await readOthers(round, freshFileState(device), await round.backend.list());
  if (found.newer) throw new SyncError('newer-format');
  if (round.anew !== true) refuseLocked(found);
  return preview(document, device, found.incoming, round.now());
}
