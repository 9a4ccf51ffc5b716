import { isAlive, sameJson, seenOf, signed, type Author, type Document, type Entry, type Register } from '../domain/document';
import type { Conflict } from '../domain/sync-status';
import { compareRegisters, join, joinEntry } from './join';

/** What came in with another device's document. */
export interface Received {
  /** The merged document; the very same object when nothing new came in. */
  document: Document;
  conflicts: Conflict[];
  /** Entries that the other side removed without having seen this device's edit: they stay, here and everywhere. */
  reasserted: { kind: string; id: string }[];
  /** Removals that are so many that the reader is asked first; everything else is merged. Null when there are none. */
  held: Document['entries'] | null;
}

/** A merge that would remove more than this many rules, and more than this share of them, waits for the reader. */
const BRAKE_COUNT = 20;
const BRAKE_SHARE = 0.2;

/**
 * Merges another device's document into this one's. Beyond the plain join it sees to what only this device can
 * know: its own edits that a removal had not seen survive it, edits of one field at the same time are told, and
 * mass removals wait.
 * @param brake false when the reader has agreed to the removals
 */
export function receive(local: Document, remote: Document, by: Author, brake = true): Received {
  const removals: { kind: string; id: string; theirs: Entry }[] = [];
  const reasserted: Received['reasserted'] = [];
  const conflicts: Conflict[] = [];
  const known = remote.devices.get(by.device)?.seq ?? 0;
  for (const [kind, theirs] of remote.entries) {
    const ours = local.entries.get(kind);
    if (ours === undefined || ours === theirs) continue;
    for (const [id, their] of theirs) {
      const our = ours.get(id);
      if (our === undefined || our === their) continue;
      if (isAlive(our) && !isAlive(their) && their.cl > our.cl) {
        if (our.mine !== undefined && our.mine > seenOf(their.gone?.[2] ?? '', by.device)) reasserted.push({ kind, id });
        else removals.push({ kind, id, theirs: their });
      }
      if (our.mine !== undefined && our.f && their.f) compareFields(kind, id, our, their, our.mine > known, by.device, conflicts);
    }
  }
  const held = brake && isTooMuch(local, removals) ? removals : [];
  let document = join(local, held.length === 0 ? remote : without(remote, held));
  if (reasserted.length > 0) document = signed(reassert(document, reasserted, by), by);
  return { document, conflicts, reasserted, held: held.length === 0 ? null : grouped(held) };
}

function isTooMuch(local: Document, removals: { kind: string }[]): boolean {
  const removed = removals.filter(({ kind }) => kind === 'rule').length;
  if (removed <= BRAKE_COUNT) return false;
  let alive = 0;
  for (const entry of local.entries.get('rule')?.values() ?? []) if (isAlive(entry)) alive++;
  return removed > alive * BRAKE_SHARE;
}

/** Tells of fields whose two values were written without knowledge of each other, at least one of them here. */
function compareFields(kind: string, id: string, our: Entry, their: Entry, unseen: boolean, me: string, found: Conflict[]): void {
  for (const field of Object.keys(our.f!)) {
    const [mine, other] = [our.f![field]!, their.f![field]];
    if (other === undefined || mine === other || sameJson(mine[2], other[2])) continue;
    const own = compareRegisters(mine, other) > 0;
    if (isMine(mine, me) && (own ? other[0] > (our.base?.[field] ?? -1) : unseen) && other[1] !== me) {
      found.push({ kind, id, field, kept: own ? mine[2] : other[2], lost: own ? other[2] : mine[2], device: other[1], own });
    }
  }
}

/** Written here; a first value names no device, and then the entry was made here. */
const isMine = (register: Register, me: string): boolean => register[1] === me || register[1] === '';

function without(remote: Document, held: { kind: string; id: string }[]): Document {
  const entries = new Map(remote.entries);
  for (const { kind, id } of held) {
    if (entries.get(kind) === remote.entries.get(kind)) entries.set(kind, new Map(remote.entries.get(kind)));
    (entries.get(kind) as Map<string, Entry>).delete(id);
  }
  return { ...remote, entries };
}

function grouped(held: { kind: string; id: string; theirs: Entry }[]): Document['entries'] {
  const entries = new Map<string, Map<string, Entry>>();
  for (const { kind, id, theirs } of held) entries.set(kind, (entries.get(kind) ?? new Map<string, Entry>()).set(id, theirs));
  return entries;
}

/** Brings entries back to life above the removals that they have just been joined with. */
export function reassert(document: Document, wanted: readonly { kind: string; id: string }[], by: Author): Document {
  const entries = new Map(document.entries);
  for (const { kind, id } of wanted) {
    const old = entries.get(kind)?.get(id);
    if (old === undefined || isAlive(old)) continue;
    if (entries.get(kind) === document.entries.get(kind)) entries.set(kind, new Map(document.entries.get(kind)));
    const { gone: _, ...left } = old;
    (entries.get(kind) as Map<string, Entry>).set(id, { ...left, cl: old.cl + 1, mine: by.seq });
  }
  return { ...document, entries };
}

/** Keeps what others removed, here and everywhere: the answer "keep them" to held removals. */
export function keep(document: Document, held: Document['entries'], by: Author): Document {
  const entries = new Map(document.entries);
  const wanted: { kind: string; id: string }[] = [];
  for (const [kind, map] of held) {
    const now = new Map(entries.get(kind));
    for (const [id, theirs] of map) {
      now.set(id, joinEntry(now.get(id), theirs));
      wanted.push({ kind, id });
    }
    entries.set(kind, now);
  }
  return signed(reassert({ ...document, entries }, wanted, by), by);
}
