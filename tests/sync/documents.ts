import fc from 'fast-check';
import { FORGOTTEN, forgottenId } from '../../src/domain/devices';
import {
  authorOf,
  emptyDocument,
  isAlive,
  putEntry,
  removeEntry,
  signed,
  type Document,
  type Entry,
  type Json,
  type Register,
} from '../../src/domain/document';

/** Few names, so that random documents meet; some of them hostile. */
const ids = fc.constantFrom('tag: A', 'tag: B', '__proto__', 'constructor', 'tag: "Ω\n\t\\"', '=x');
const kinds = fc.constantFrom('rule', 'list', 'setting', 'later-kind');
const fieldNames = fc.constantFrom('action', 'note', '__proto__', 'later');
const devices = fc.constantFrom('devA', 'devB', 'devC');
const values: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(null, true, 0, 'hide', '', ['x'], { constructor: 1 });
const register: fc.Arbitrary<Register> = fc.oneof(
  fc.tuple(fc.nat(3), devices, values),
  values.map((value): Register => [0, '', value]),
);
const fields = fc
  .dictionary(fieldNames, register, { maxKeys: 2, noNullPrototype: false })
  .map((f): Record<string, Register> => Object.assign(Object.create(null), f));
const gone = fc.tuple(
  fc.nat(3),
  devices,
  fc.dictionary(devices, fc.nat(4), { maxKeys: 2 }).map((seen) =>
    Object.entries(seen)
      .sort()
      .map((one) => one.join(':'))
      .join(';'),
  ),
);
const entry: fc.Arbitrary<Entry> = fc.tuple(fc.integer({ min: 1, max: 6 }), fields, gone).map(([cl, f, removal]) => ({
  cl,
  ...(Object.keys(f).length > 0 && { f }),
  ...(cl % 2 === 0 && { gone: removal }),
}));

/** Any document at all, also such as no sequence of edits would make. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .tuple(
    fc.array(fc.tuple(kinds, ids, entry), { maxLength: 5 }),
    fc.array(fc.tuple(devices, fc.record({ seq: fc.nat(3), day: fc.nat(2), name: fc.constantFrom('', 'Phone'), app: fc.constant('') })), { maxLength: 3 }),
    fc.constantFrom(0, 0, 2, 4),
  )
  .map(([list, known, floor]) => {
    const entries = new Map<string, Map<string, Entry>>();
    for (const [kind, id, one] of list) entries.set(kind, (entries.get(kind) ?? new Map<string, Entry>()).set(id, one));
    return { entries, devices: new Map(known), floor };
  });

/** The document in one canonical form, for comparison; `mine` and `base` concern one device only. */
export function canonical(document: Document): string {
  const text = (entry_: Entry): unknown => [entry_.cl, Object.entries(entry_.f ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)), entry_.gone ?? null];
  const sorted = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted(document.entries).map(([kind, map]) => [kind, sorted(map).map(([id, one]) => [id, text(one)])]);
  return JSON.stringify([entries.filter(([, list]) => list!.length > 0), sorted(document.devices), document.floor]);
}

/** A device with its document, edited as the store does it. */
export class Replica {
  document: Document = emptyDocument();

  constructor(
    readonly device: string,
    public skew = 0,
  ) {}

  put(id: string, fields: Record<string, Json> = {}, now = 0, kind = 'rule'): void {
    this.edit(kind, id, now, (old, by) => putEntry(old, fields, by, this.document.floor));
  }

  remove(id: string, now = 0, kind = 'rule'): void {
    this.edit(kind, id, now, (old, by) => removeEntry(old, by));
  }

  /** Takes another device off the reader's list, as far as it is known here. */
  forget({ device }: Replica): void {
    const known = this.document.devices.get(device);
    if (known !== undefined && device !== this.device) this.put(forgottenId(device, known.seq), {}, 0, FORGOTTEN);
  }

  alive(id: string, kind = 'rule'): boolean {
    return isAlive(this.document.entries.get(kind)?.get(id));
  }

  private edit(kind: string, id: string, now: number, make: (old: Entry | undefined, by: ReturnType<typeof authorOf>) => Entry | undefined): void {
    const by = authorOf(this.document, this.device, now + this.skew);
    const old = this.document.entries.get(kind)?.get(id);
    const next = make(old, by);
    if (next === undefined || next === old) return;
    const map = new Map(this.document.entries.get(kind)).set(id, next);
    this.document = signed({ ...this.document, entries: new Map(this.document.entries).set(kind, map) }, by);
  }
}
