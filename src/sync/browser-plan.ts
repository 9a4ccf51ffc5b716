import type { Carried } from '../domain/sync-status';
import { isAlive, type Document, type Entry } from '../domain/document';
import { CHUNK, MANIFEST, manifestValue, type Mailbox } from './browser-manifest';
import { sortedEntries } from './body';
import { pick, toChunks, type Chunk, type ChunkSizes } from './chunks';
import { cost, costOf, ITEMS, TOTAL } from './sync-quota';

/** A rule's share of the area in bytes, as long as there are too few to measure it. */
const BYTES_A_RULE = 14.3;
const ENOUGH = 500;

/** What a device wants to have in the area, and what can go. */
export interface Plan {
  chunks: Chunk[];
  /** Share of the rules that travel, by which the next plan starts. */
  share: number;
  carried: Carried;
  /** Chunks that nobody needs once this plan is in place. */
  idle: string[];
}

/** Own edits that others have not seen travel first when there is no room for all: at most so many. */
const FIRST = 500;

export interface PlanInput {
  document: Document;
  device: string;
  box: Mailbox;
  /** Chunks that are merged into the document. */
  merged: ReadonlySet<string>;
  /** Share of the rules to start from. */
  share: number;
  sizes?: ChunkSizes | undefined;
}

/** No other is longer. */
const NONCE = 'x'.repeat(12);

/** As much of the document as finds room beside what other devices have there and this one may not remove. */
export async function planFor(input: PlanInput): Promise<Plan> {
  const { document, device, box } = input;
  const entries = sortedEntries(document);
  const needed = neededChunks(box, device, input.merged);
  const fixed: [string, unknown][] = [...needed].map((id) => [CHUNK + id, box.chunks.get(id)]);
  for (const one of box.manifests) if (one.device !== device) fixed.push([MANIFEST + one.device, manifestValue(one.about, one.chunks, one.nonce)]);
  let first = unseen(document, device, box);
  let share = input.share;
  let mayGrow = share < 1;
  for (;;) {
    const picked = pick(entries, share, (kind, id) => kind !== 'rule' || first.has(id));
    const { chunks } = await toChunks(picked, input.sizes);
    const ids = chunks.map((one) => one.id);
    const items = new Map<string, unknown>([...fixed, [MANIFEST + device, manifestValue(document, ids, NONCE)]]);
    const base = costOf(items);
    for (const chunk of chunks) items.set(CHUNK + chunk.id, chunk.value);
    const used = costOf(items);
    const room = (TOTAL - base) / Math.max(1, used - base);
    const fits = used <= TOTAL && items.size <= ITEMS;
    if (fits && mayGrow && room > 1.1) share = Math.min(1, share * room * 0.95);
    else if (!fits && share >= 0.001) share *= Math.max(0.1, Math.min(0.97, room * 0.97));
    else if (!fits && first.size > 0) {
      first = new Set();
      share = input.share;
    } else {
      const idle = [...box.chunks.keys()].filter((id) => !needed.has(id) && !ids.includes(id));
      const [rules, of] = [alive(picked), alive(entries)];
      const each = rules < ENOUGH ? BYTES_A_RULE : (used - base) / rules;
      return { chunks, share, carried: { rules, of, room: rules < of ? rules : rounded(rules + Math.max(0, TOTAL - used) / each) }, idle };
    }
    mayGrow = false;
  }
}

/** An estimate, which no one should take for a count. */
const rounded = (room: number): number => Math.floor(room / 100) * 100;

/** Chunks of others that are not safe in this device's document yet, or belong to a state that is half here. */
function neededChunks(box: Mailbox, device: string, merged: ReadonlySet<string>): Set<string> {
  const safe = (id: string): boolean => merged.has(id) || box.damaged.includes(CHUNK + id);
  const needed = new Set([...box.chunks.keys()].filter((id) => !safe(id)));
  for (const manifest of box.manifests) {
    if (manifest.device === device || manifest.chunks.every((id) => !box.chunks.has(id) || safe(id))) continue;
    for (const id of manifest.chunks) if (box.chunks.has(id)) needed.add(id);
  }
  return needed;
}

/** The newest own edits that some other device has not seen. */
function unseen(document: Document, device: string, box: Mailbox): ReadonlySet<string> {
  const seen = Math.min(...box.manifests.filter((one) => one.device !== device).map((one) => one.about.devices.get(device)?.seq ?? 0));
  const own: [string, number][] = [];
  for (const [id, entry] of document.entries.get('rule') ?? []) if (entry.mine !== undefined && entry.mine > seen) own.push([id, entry.mine]);
  return new Set(
    own
      .sort((a, b) => b[1] - a[1])
      .slice(0, FIRST)
      .map(([id]) => id),
  );
}

function alive(entries: ReadonlyMap<string, ReadonlyMap<string, Entry>>): number {
  return [...(entries.get('rule')?.values() ?? [])].filter(isAlive).length;
}

/** Whether the area would be over its quota if these items were added before anything is removed. */
export function overflows(all: Record<string, unknown>, items: Record<string, unknown>): boolean {
  const together = { ...all, ...items };
  return Object.keys(together).length > ITEMS || Object.entries(together).reduce((sum, [key, value]) => sum + cost(key, value), 0) > TOTAL;
}
