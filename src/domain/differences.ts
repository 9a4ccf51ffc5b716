import { fieldsOf, isAlive, sameJson, type Document, type Entry, type Json } from './document';

/** One thing (rule, list, line, setting) that differs between two documents, as a reader would see it; `null` = it is not there. */
export interface Difference {
  kind: string;
  id: string;
  before: Record<string, Json> | null;
  after: Record<string, Json> | null;
}

/** What a reader would see differ between two documents. Kinds whose map is the very same object are skipped. */
export function differences(before: Document, after: Document): Difference[] {
  const found: Difference[] = [];
  for (const kind of new Set([...before.entries.keys(), ...after.entries.keys()])) {
    const old = before.entries.get(kind);
    const now = after.entries.get(kind);
    if (old === now) continue;
    for (const [id, entry] of now ?? []) compare(kind, id, old?.get(id), entry, found);
    for (const [id, entry] of old ?? []) if (!now?.has(id)) compare(kind, id, entry, undefined, found);
  }
  return found;
}

function compare(kind: string, id: string, old: Entry | undefined, now: Entry | undefined, found: Difference[]): void {
  if (old === now || (old?.f === now?.f && isAlive(old) === isAlive(now))) return;
  const [before, after] = [seen(old), seen(now)];
  if (before === null ? after !== null : after === null || !sameFields(before, after)) found.push({ kind, id, before, after });
}

const seen = (entry: Entry | undefined): Record<string, Json> | null => (entry !== undefined && isAlive(entry) ? fieldsOf(entry) : null);

function sameFields(a: Record<string, Json>, b: Record<string, Json>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => b[name] !== undefined && sameJson(a[name]!, b[name]!));
}
