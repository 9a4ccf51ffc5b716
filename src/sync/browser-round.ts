import * as z from 'zod/mini';
import { toBase64Url } from '../domain/base64';
import { isForgotten } from '../domain/devices';
import type { Document } from '../domain/document';
import { CHUNK, MANIFEST, manifestValue, readChunks, readMailbox, type Mailbox } from './browser-manifest';
import { overflows, planFor } from './browser-plan';
import { readEntries } from './body';
import type { ChunkSizes } from './chunks';
import { SyncError } from './error';
import { mergeIncoming, ownSince, preview, type Incoming } from './incoming';
import type { SyncArea } from './sync-quota';
import type { Carried, Preview } from '../domain/sync-status';
import type { RoundWith } from './round-state';
import type { RoundReport } from './store';

/** What a device remembers of the browser's sync area between rounds; may be lost. */
export const browserStateSchema = z.object({
  /** Chunks that are merged into the local document. */
  merged: z.array(z.string()),
  /** Chunks that nobody needs any more, and since when (ms since 1970). */
  idle: z.record(z.string(), z.number()),
  /** Manifests whose chunks are not all here, and chunks without a manifest: since when (ms since 1970). */
  torn: z.record(z.string(), z.number()),
  /** Number of the newest own edit that was written there. */
  seq: z.number(),
  /** Share of the rules that found room last time. */
  share: z.number(),
  /** Of this device's last manifests, the newest last; one with another was written by a copy of its profile. */
  nonces: z.array(z.string()),
});
export type BrowserState = z.infer<typeof browserStateSchema>;

export function readBrowserState(value: unknown): BrowserState {
  const parsed = browserStateSchema.safeParse(value);
  return parsed.success ? parsed.data : { merged: [], idle: {}, torn: {}, seq: 0, share: 1, nonces: [] };
}

export interface BrowserRound extends RoundWith<BrowserState> {
  area: SyncArea;
  /** Smaller in the simulator, whose documents are small. */
  sizes?: ChunkSizes;
}

export interface BrowserReport extends RoundReport {
  /** Keys that hold something unreadable. */
  damaged: string[];
  badEntries: number;
  /** Devices whose state is half here. */
  arriving: string[];
  carried: Carried;
}

/** Chunks are left for so long before they are removed, so that what replaces them has arrived everywhere. */
const IDLE = 15 * 60_000;
const NONCES = 50;

/**
 * A state that is half here is left alone for so long. Merged at once it would do no harm but one: a removal made
 * here then can't say that it had seen the half, and the rule would come back. A device that never writes again may
 * leave such a half for ever, so it is merged in the end.
 */
const PATIENCE = 86_400_000;

/**
 * One round over `storage.sync`: merge every state that is here, then write what is missing and the own manifest in one
 * call, then remove what nobody needs. Absence never means removal, so half-arrived states are safe.
 * @throws SyncError `full` when the area refuses, `newer-format` when a later version writes there
 */
export async function browserRound(round: BrowserRound): Promise<BrowserReport> {
  const all = await round.area.get(null);
  const box = readMailbox(all);
  const renamed = await renamedIfCopied(round, box);
  const { device } = await round.truth.document();
  const found = await readNew(box, device, round.state, round.now());
  const merged = await mergeIncoming(round.truth, found.incoming, round.self);
  const waiting = new Set(merged.held.flatMap((held) => found.chunksOf.get(held.device) ?? []));
  round.state.torn = found.torn;
  round.state.merged = [...round.state.merged.filter((id) => box.chunks.has(id)), ...found.fresh.filter((id) => !waiting.has(id))];
  await round.save(round.state);
  if (box.newer) throw new SyncError('newer-format');
  const written = await writeOwn(round, all, box, device);
  return { ...merged, ...written, damaged: box.damaged, badEntries: found.badEntries, renamed, arriving: Object.keys(found.torn).filter((id) => id !== '') };
}

/** Takes a new device id when the manifest under this device's key is not its own. The browser may bring back an older one of its own. */
async function renamedIfCopied({ truth, state, save }: BrowserRound, box: Mailbox): Promise<boolean> {
  const { device } = await truth.document();
  const mine = box.manifests.find((one) => one.device === device);
  if (mine === undefined || state.nonces.includes(mine.nonce)) return false;
  await truth.renameDevice(state.seq);
  Object.assign(state, { nonces: [], seq: 0 });
  await save(state);
  return true;
}

interface NewChunks {
  incoming: Incoming[];
  /** Ids of chunks that were read now. */
  fresh: string[];
  torn: Record<string, number>;
  chunksOf: Map<string, string[]>;
  badEntries: number;
}

/** What has not been merged before, device by device; chunks that no manifest names come under no device. */
async function readNew(box: Mailbox, me: string, state: Pick<BrowserState, 'merged' | 'torn'>, now: number): Promise<NewChunks> {
  const known = new Set(state.merged);
  const texts = await readChunks(
    box,
    [...box.chunks.keys()].filter((id) => !known.has(id)),
  );
  const found: NewChunks = { incoming: [], fresh: [], torn: {}, chunksOf: new Map(), badEntries: 0 };
  const named = new Set<string>();
  const take = (device: string, ids: string[], complete: boolean, about: Pick<Document, 'devices' | 'floor'>): void => {
    for (const id of ids) named.add(id);
    // Never later than now: a clock that was ahead must not make it wait for years.
    const since = Math.min(state.torn[device] ?? now, now);
    if (!complete) found.torn[device] = since;
    if (!complete && now - since < PATIENCE) return;
    const { entries, bad } = readEntries(ids.map((id) => texts.get(id)!));
    found.badEntries += bad.length;
    found.chunksOf.set(device, ids);
    found.fresh.push(...ids);
    // What a device has seen counts only when all that it had is here.
    found.incoming.push({ device, document: { entries, devices: complete ? about.devices : new Map(), floor: about.floor } });
  };
  for (const manifest of box.manifests) {
    if (manifest.device === me) continue;
    const complete = manifest.chunks.every((id) => texts.has(id) || known.has(id));
    take(
      manifest.device,
      manifest.chunks.filter((id) => texts.has(id)),
      complete,
      manifest.about,
    );
  }
  const left = [...texts.keys()].filter((id) => !named.has(id));
  if (left.length > 0) take('', left, false, { devices: new Map(), floor: 0 });
  return found;
}

/** Writes what is missing of this device's state, and tidies up; nothing when all is in place. */
async function writeOwn(round: BrowserRound, all: Record<string, unknown>, box: Mailbox, device: string): Promise<Pick<BrowserReport, 'sent' | 'carried'>> {
  const { state, area } = round;
  const { document } = await round.truth.document();
  const plan = await planFor({ document, device, box, merged: new Set(state.merged), share: state.share, sizes: round.sizes });
  const items: Record<string, unknown> = {};
  for (const chunk of plan.chunks) if (!box.chunks.has(chunk.id)) items[CHUNK + chunk.id] = chunk.value;
  const ids = plan.chunks.map((one) => one.id);
  const mine = box.manifests.find((one) => one.device === device);
  const same = mine !== undefined && JSON.stringify(manifestValue(mine.about, mine.chunks, '')) === JSON.stringify(manifestValue(document, ids, ''));
  if (!same) items[MANIFEST + device] = manifestValue(document, ids, await freshNonce(round));
  const writes = Object.keys(items).length > 0;
  const tight = writes && overflows(all, items);
  const now = round.now();
  state.idle = Object.fromEntries(plan.idle.map((id) => [id, Math.min(state.idle[id] ?? now, now)]));
  const remove = plan.idle.filter((id) => tight || now - state.idle[id]! >= IDLE);
  const keys = [...remove.map((id) => CHUNK + id), ...forgottenManifests(document, box, new Set([...state.merged, ...ids]))];
  const removal = async (): Promise<void> => {
    if (keys.length > 0) await refused(area.remove(keys));
  };
  if (tight) await removal();
  if (writes) await refused(area.set(items));
  if (!tight) await removal();
  const seq = document.devices.get(device)?.seq ?? 0;
  const sent = writes ? ownSince(document, state.seq) : null;
  for (const id of remove) delete state.idle[id];
  state.merged = [...new Set([...state.merged.filter((id) => !remove.includes(id)), ...ids])];
  state.seq = seq;
  state.share = plan.share;
  await round.save(state);
  return { sent, carried: plan.carried };
}

/** Manifests of devices that the reader has forgotten and whose state is merged: their owner writes a new one if it returns. */
function forgottenManifests(document: Document, box: Mailbox, merged: ReadonlySet<string>): string[] {
  return box.manifests.flatMap(({ device, chunks }) => {
    const known = document.devices.get(device);
    const gone = known !== undefined && isForgotten(document, device, known) && chunks.every((id) => merged.has(id));
    return gone ? [MANIFEST + device] : [];
  });
}

/** Kept before it is used, so that a killed worker knows its own manifest again. */
async function freshNonce({ state, random, save }: BrowserRound): Promise<string> {
  const bytes = new Uint8Array(9);
  random(bytes);
  state.nonces = [...state.nonces.slice(1 - NONCES), toBase64Url(bytes)];
  await save(state);
  return state.nonces.at(-1)!;
}

/** Quota errors have no stable name in either browser; both say "quota". */
async function refused(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (/WRITE_OPERATIONS/.test(text)) throw new SyncError('busy', text, 60_000, { cause: error });
    throw new SyncError(/quota/i.test(text) ? 'full' : 'server', text, null, { cause: error });
  }
}

/** What joining would do. Writes nothing. @throws SyncError */
export async function previewBrowser(round: Pick<BrowserRound, 'area' | 'truth' | 'now'>): Promise<Preview> {
  const box = readMailbox(await round.area.get(null));
  if (box.newer) throw new SyncError('newer-format');
  const { document, device } = await round.truth.document();
  const { incoming } = await readNew(box, device, readBrowserState(null), round.now());
  return preview(
    document,
    device,
    incoming.filter((one) => one.device !== ''),
    round.now(),
  );
}

/** Removes this device's manifest, and everything of ours when no other device has one there. */
export async function clearArea(area: SyncArea, device: string): Promise<void> {
  const keys = Object.keys(await area.get(null));
  const others = keys.some((key) => key.startsWith(MANIFEST) && key !== MANIFEST + device);
  await refused(area.remove(others ? [MANIFEST + device] : keys.filter((key) => key.startsWith(MANIFEST) || key.startsWith(CHUNK))));
}
