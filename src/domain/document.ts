/**
 * The reader's data as one document that can be merged with copies of itself from other devices without losing
 * an edit. Existence is a causal length (odd = there), so no clock decides over it; the few editable fields are
 * last-writer registers. See docs/decisions/0002-the-document.md.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * A last-writer register: [stamp in ms, device id, value]; the greater stamp wins, then the greater device id, then
 * the greater JSON text. A value given when its entry was made has stamp 0 and no device: it costs nothing to carry.
 */
export type Register = readonly [stamp: number, device: string, value: Json];

/** Field name -> register; made without a prototype, so that a field named `__proto__` is a name like any other. */
export type Fields = Readonly<Record<string, Register>>;

export interface Entry {
  /** Causal length: odd = alive, even = removed. Adding and removing add 1, an edit adds 2. */
  readonly cl: number;
  /** Fields that differ from their default, by name. A removed entry keeps them, for the trash. */
  readonly f?: Fields;
  /** How it was removed; only with an even causal length. */
  readonly gone?: Gone;
  /** Never leaves this device: the number of this device's last own edit of the entry ... */
  readonly mine?: number;
  /** ... and the stamps of the registers that own edits replaced, by field, to tell apart later who edited at the same time. */
  readonly base?: Readonly<Record<string, number>>;
}

/**
 * Day (since 1970) and device of a removal, for the trash; and which edits of which devices it had seen
 * (`device:seq;device:seq`), because a removal must not take an edit with it that it did not know.
 */
export type Gone = readonly [day: number, device: string, seen: string];

/** What a device says about itself; written by that device only. */
export interface Device {
  /** Counts the edits made on the device. */
  readonly seq: number;
  /** Days since 1970 of its last sync. */
  readonly day: number;
  readonly name: string;
  /** Browser and version of the extension, "Firefox 142, 1.0.0". */
  readonly app: string;
  /** How many of the living rules were added or last changed there. */
  readonly rules?: number | undefined;
}

export interface Document {
  /**
   * Kind -> identity -> entry. Kinds: `rule`, `list`, `line` (a line that could not be read), `setting` (its value in
   * the field `value`), and those of later versions, which are passed through.
   */
  readonly entries: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
  readonly devices: ReadonlyMap<string, Device>;
  /** The greatest causal length of any tombstone dropped for age; entries made afterwards start above it. */
  readonly floor: number;
}

/** Who makes an edit, when, and on which document: an injected clock, so that merging stays pure. */
export interface Author {
  readonly device: string;
  readonly now: number;
  /** Number of this edit among the device's own. */
  readonly seq: number;
  /** What the device has seen of each device, itself included, in the form of `Gone`. */
  readonly seen: string;
}

export const DAY = 86_400_000;

/** Whole days since 1970, UTC. */
export const dayOf = (now: number): number => Math.floor(now / DAY);

export function emptyDocument(): Document {
  return { entries: new Map(), devices: new Map(), floor: 0 };
}

/** An entry of a rule that was added and never changed: by far the most frequent, so one object serves all. */
export const PLAIN: Entry = Object.freeze({ cl: 1 });

export const isAlive = (entry: Entry | undefined): boolean => entry !== undefined && entry.cl % 2 === 1;

export const entryOf = (document: Document, kind: string, id: string): Entry | undefined => document.entries.get(kind)?.get(id);

/** A register with a stamp later than the one it replaces, whatever the clocks say. */
function writeRegister(old: Register | undefined, value: Json, by: Author): Register {
  return [Math.max(by.now, (old?.[0] ?? 0) + 1), by.device, value];
}

/** The author of the next edit that a device makes of a document. */
export function authorOf(document: Document, device: string, now: number): Author {
  const seq = (document.devices.get(device)?.seq ?? 0) + 1;
  const seqs = new Map([...document.devices].map(([id, one]) => [id, one.seq])).set(device, seq);
  return { device, now, seq, seen: seenText(seqs) };
}

export const seenText = (seqs: ReadonlyMap<string, number>): string =>
  [...seqs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((one) => one.join(':'))
    .join(';');

/** Which edit of a device a removal had seen; 0 = none. */
export function seenOf(seen: string, device: string): number {
  const at = `;${seen}`.indexOf(`;${device}:`);
  return at < 0 ? 0 : parseInt(seen.slice(at + device.length + 1), 10) || 0;
}

/**
 * The entry after setting fields to values (`null` = the default). A dead or missing entry comes to life; a living
 * one counts the edit, so that the edit survives a removal that had not seen it. Unchanged values are no edit.
 * @param stamped also give a new entry's fields a stamp: where the later of two first values should win
 */
export function putEntry(old: Entry | undefined, values: Readonly<Record<string, Json>>, by: Author, floor = 0, stamped = false): Entry {
  const f: Record<string, Register> = Object.assign(Object.create(null), old?.f);
  const base: Record<string, number> = Object.assign(Object.create(null), old?.base);
  let changed = false;
  for (const [name, value] of Object.entries(values)) {
    const before = f[name];
    if (before === undefined ? value === null : sameJson(before[2], value)) continue;
    f[name] = old === undefined && !stamped ? [0, '', value] : writeRegister(before, value, by);
    if (before !== undefined && !(before[1] === by.device && Object.hasOwn(base, name))) base[name] = before[0];
    changed = true;
  }
  const alive = old !== undefined && isAlive(old);
  if (alive && !changed) return old;
  const cl = alive ? old.cl + 2 : Math.max(old?.cl ?? 0, floor) + 1;
  return { cl, ...(!isEmpty(f) && { f }), mine: by.seq, ...(!isEmpty(base) && { base }) };
}

/** The entry after a removal; removing what is not there changes nothing. */
export function removeEntry(old: Entry | undefined, by: Author): Entry | undefined {
  if (old === undefined || !isAlive(old)) return old;
  return { cl: old.cl + 1, ...(old.f && { f: old.f }), gone: [dayOf(by.now), by.device, by.seen], mine: by.seq };
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;

/** A field's value; `undefined` when it was never set or was set back to its default. */
export function fieldOf(entry: Entry, name: string): Json | undefined {
  return entry.f?.[name]?.[2] ?? undefined;
}

/** All fields of an entry that are not at their default. */
export function fieldsOf(entry: Entry): Record<string, Json> {
  const values: Record<string, Json> = Object.create(null);
  for (const [name, register] of Object.entries(entry.f ?? {})) if (register[2] !== null) values[name] = register[2];
  return values;
}

/** Equal as JSON text, which is all that merging ever compares. */
export const sameJson = (a: Json, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The document with the author's edit counted, so that other devices can say which of them they have seen. */
export function signed(document: Document, by: Author): Document {
  const device = document.devices.get(by.device) ?? { seq: 0, day: dayOf(by.now), name: '', app: '' };
  return { ...document, devices: new Map(document.devices).set(by.device, { ...device, seq: by.seq }) };
}
