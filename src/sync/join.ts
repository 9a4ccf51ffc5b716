import { PLAIN, sameJson, type Device, type Document, type Entry, type Fields, type Gone, type Register } from '../domain/document';

/**
 * The join of two documents: the greatest of everything, so that it does not matter in which order, how often or
 * in which company copies meet. Returns the very objects of `a` wherever `b` adds nothing. What only concerns this
 * device (`mine`, `base`) is taken from `a`.
 */
export function join(a: Document, b: Document): Document {
  const entries = joinEntries(a.entries, b.entries);
  const devices = joinMaps(a.devices, b.devices, greaterDevice);
  const floor = Math.max(a.floor, b.floor);
  return entries === a.entries && devices === a.devices && floor === a.floor ? a : { entries, devices, floor };
}

function joinEntries(a: Document['entries'], b: Document['entries']): Document['entries'] {
  let joined: Map<string, ReadonlyMap<string, Entry>> | null = null;
  for (const [kind, theirs] of b) {
    const ours = a.get(kind);
    const both = ours === undefined ? withoutOwn(theirs) : joinMaps(ours, theirs, joinEntry);
    if (both !== ours && both.size > 0) (joined ??= new Map(a)).set(kind, both);
  }
  return joined ?? a;
}

/** A map with the greater of both values under each key; `a` itself when `b` has nothing greater. */
function joinMaps<Value>(
  a: ReadonlyMap<string, Value>,
  b: ReadonlyMap<string, Value>,
  greater: (a: Value | undefined, b: Value) => Value,
): ReadonlyMap<string, Value> {
  let joined: Map<string, Value> | null = null;
  for (const [key, theirs] of b) {
    const ours = a.get(key);
    if (ours === theirs) continue;
    const both = greater(ours, theirs);
    if (both !== ours) (joined ??= new Map(a)).set(key, both);
  }
  return joined ?? a;
}

const withoutOwn = (map: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> => joinMaps(new Map<string, Entry>(), map, joinEntry);

/** The join of two states of one entry; `a` itself when `b` adds nothing. */
export function joinEntry(a: Entry | undefined, b: Entry): Entry {
  if (a === undefined) return b.mine === undefined ? b : made(b.cl, b.f, b.gone, undefined);
  const cl = Math.max(a.cl, b.cl);
  const f = joinFields(a.f, b.f);
  const gone = a.cl === b.cl ? joinGone(a.gone, b.gone) : a.cl > b.cl ? a.gone : b.gone;
  return cl === a.cl && f === a.f && gone === a.gone ? a : made(cl, f, gone, a);
}

function made(cl: number, f: Fields | undefined, gone: Gone | undefined, own: Entry | undefined): Entry {
  if (cl === 1 && !f && !gone && own?.mine === undefined) return PLAIN;
  return { cl, ...(f && { f }), ...(gone && { gone }), ...(own?.mine !== undefined && { mine: own.mine }), ...(own?.base && { base: own.base }) };
}

function joinFields(a: Fields | undefined, b: Fields | undefined): Fields | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  let joined: Record<string, Register> | null = null;
  for (const name of Object.keys(b)) {
    const ours = a[name];
    if (ours !== undefined && compareRegisters(ours, b[name]!) >= 0) continue;
    joined ??= Object.assign(Object.create(null) as Record<string, Register>, a);
    joined[name] = b[name]!;
  }
  return joined ?? a;
}

/** By stamp, then device, then value as text: a total order, the same everywhere. Positive when `a` is the later one. */
export function compareRegisters(a: Register, b: Register): number {
  return a[0] - b[0] || order(a[1], b[1]) || (sameJson(a[2], b[2]) ? 0 : order(JSON.stringify(a[2]), JSON.stringify(b[2])));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of two removals of the same state both had seen what they had seen. */
function joinGone(a: Gone | undefined, b: Gone | undefined): Gone | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const seen = joinSeen(a[2], b[2]);
  const later = a[0] - b[0] || order(a[1], b[1]);
  const [day, device] = later >= 0 ? a : b;
  return later >= 0 && seen === a[2] ? a : [day, device, seen];
}

function joinSeen(a: string, b: string): string {
  if (a === b) return a;
  const seqs = new Map<string, number>();
  for (const part of [...a.split(';'), ...b.split(';')]) {
    const [device = '', seq = ''] = part.split(':');
    if (device !== '') seqs.set(device, Math.max(seqs.get(device) ?? 0, parseInt(seq, 10) || 0));
  }
  return [...seqs]
    .sort(([x], [y]) => order(x, y))
    .map((one) => one.join(':'))
    .join(';');
}

/** A device is written by itself only, so the greater sequence number is the newer; later versions may add to it. */
function greaterDevice(a: Device | undefined, b: Device): Device {
  if (a === undefined) return b;
  return (a.seq - b.seq || a.day - b.day || order(deviceText(a), deviceText(b))) >= 0 ? a : b;
}

const deviceText = (device: Device): string => JSON.stringify(Object.entries(device).sort(([x], [y]) => order(x, y)));
