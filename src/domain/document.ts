/**
 * The reader's data as one document that can be merged with copies of itself from other devices without losing
 * an edit. Existence is a causal length (odd = there), so no clock decides over it; the few editable fields are
 * last-writer registers. See docs/decisions/0002-the-document.md.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A last-writer register: [stamp in ms, device id, value]; the greater stamp wins, then the greater device id. */
export type Register = [stamp: number, device: string, value: Json];

export interface Entry {
  /** Causal length: odd = alive, even = removed. Adding and removing add 1, an edit adds 2. */
  cl: number;
  /** Fields that differ from their default, by name. */
  f?: Record<string, Register>;
}

/** `rule`, `list`, `line` (a line that could not be read) and kinds that later versions add. */
export interface Document {
  v: 1;
  /** Key = kind + "\0" + identity. */
  entries: Record<string, Entry>;
  settings: Record<string, Register>;
  devices: Record<string, { seq: number; day: number; name: string; app: string }>;
}

/** Who makes an edit and when: an injected clock, so that merging stays pure. */
export interface Author {
  device: string;
  now: number;
}

export function emptyDocument(): Document {
  return { v: 1, entries: {}, settings: {}, devices: {} };
}

export const entryKey = (kind: string, identity: string): string => `${kind}\0${identity}`;

export const isAlive = (entry: Entry | undefined): entry is Entry => entry !== undefined && entry.cl % 2 === 1;

/** A register with a stamp later than the one it replaces, whatever the clocks say. */
export function writeRegister(old: Register | undefined, value: Json, by: Author): Register {
  return [Math.max(by.now, (old?.[0] ?? 0) + 1), by.device, value];
}

/**
 * The entry after setting fields to values. A dead or missing entry comes to life; a living one counts the edit,
 * so that the edit survives a removal that had not seen it. Unchanged values are no edit.
 */
export function putEntry(old: Entry | undefined, fields: Record<string, Json>, by: Author): Entry {
  const f: Record<string, Register> = { ...old?.f };
  let changed = false;
  for (const [name, value] of Object.entries(fields)) {
    const before = Object.hasOwn(f, name) ? f[name] : undefined;
    if (before !== undefined ? same(before[2], value) : value === null) continue;
    f[name] = writeRegister(before, value, by);
    changed = true;
  }
  if (old !== undefined && isAlive(old) && !changed) return old;
  const cl = old === undefined ? 1 : isAlive(old) ? old.cl + 2 : old.cl + 1;
  return Object.keys(f).length > 0 ? { cl, f } : { cl };
}

/** The entry after a removal; removing what is not there changes nothing. */
export function removeEntry(old: Entry | undefined): Entry | undefined {
  return isAlive(old) ? { ...old, cl: old.cl + 1 } : old;
}

/** A field's value; `undefined` when it was never set or was set back to its default (null). */
export function fieldOf(entry: Entry, name: string): Json | undefined {
  const register = entry.f !== undefined && Object.hasOwn(entry.f, name) ? entry.f[name] : undefined;
  return register?.[2] ?? undefined;
}

const same = (a: Json, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
