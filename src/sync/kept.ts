import * as z from 'zod/mini';
import type { Part } from './store';
import { stores } from './stores/index';

/*
 * What sync keeps on this device: addresses, credentials, how far each store has come, what waits for the reader.
 * None of it ever syncs or is exported.
 */

const outcome = z.object({
  at: z.number(),
  /** Per device: what came from it. */
  from: z.array(z.object({ device: z.string(), added: z.number(), removed: z.number(), changed: z.number() })),
  sent: z.number(),
  undo: z.string(),
  reasserted: z.array(z.string()),
});

const conflict = z.object({
  at: z.number(),
  kind: z.string(),
  id: z.string(),
  field: z.string(),
  kept: z.json(),
  lost: z.json(),
  device: z.string(),
  own: z.boolean(),
});

const schema = z.object({
  /** This device's name as the reader gave it; empty = a name made from the browser. */
  name: z.string(),
  conflicts: z.array(conflict),
  /** Removals that wait for the reader, as lines of a document, by device. */
  held: z.record(z.string(), z.string()),
  /** The last merges that brought something, newest first. */
  outcomes: z.array(outcome),
  /** Profile was found to be a copy, at. */
  renamed: z.nullable(z.number()),
});

export type Kept = z.infer<typeof schema> & {
  /** Connected stores by id, each in the shape that it gives itself. */
  stores: Record<string, Part>;
  /** How far stores that were disconnected had come: connected again, what this device left there is not taken for a copy's. */
  left: Record<string, unknown>;
  /** What could not be read, as it was found, by name. Tried again whenever this is read: a later version may have written it. */
  aside: Record<string, unknown>;
};

export const nothingKept = (): Kept => ({ name: '', stores: {}, left: {}, conflicts: [], held: {}, outcomes: [], renamed: null, aside: {} });

/** What was stored; part by part and store by store, so that one unreadable part does not disconnect the others. */
export function readKept(value: unknown): Kept {
  const kept = nothingKept();
  const unread = partsOf(value).filter(([name, part]) => !take(kept, name, part));
  return { ...kept, aside: Object.fromEntries(unread) };
}

/** The name under which a store's part is set aside. */
export const storePart = (id: string): string => `stores.${id}`;

function partsOf(value: unknown): [name: string, part: unknown][] {
  if (value === undefined || value === null) return [];
  if (!isObject(value)) return [['everything', value]];
  const { stores: connected, left = {}, aside = {}, ...rest } = value;
  // Before there was a list of stores, each stood beside the rest.
  const listed =
    connected === undefined
      ? Object.entries(rest).map(([name, part]): [string, unknown] => [stores.some(({ id }) => id === name) ? storePart(name) : name, part])
      : [...Object.entries(rest), ...within('stores', connected)];
  return [...listed, ...within('left', left), ...(isObject(aside) ? Object.entries(aside) : [['aside', aside] as [string, unknown]])];
}

const within = (group: string, parts: unknown): [string, unknown][] =>
  isObject(parts) ? Object.entries(parts).map(([id, part]) => [`${group}.${id}`, part]) : [[group, parts]];

/** @returns false for what can't be read, and for what is there already */
function take(kept: Kept, name: string, part: unknown): boolean {
  if (Object.hasOwn(schema.shape, name)) {
    const read = schema.shape[name as keyof typeof schema.shape].safeParse(part);
    if (read.success) Object.assign(kept, { [name]: read.data });
    return read.success;
  }
  const [group, id] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)];
  const store = stores.find((one) => one.id === id);
  if (store === undefined || (group !== 'stores' && group !== 'left') || Object.hasOwn(kept[group], id)) return false;
  const read = (group === 'stores' ? store.part : store.left).safeParse(part);
  if (read.success) Object.assign(kept[group], { [id]: read.data });
  return read.success;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
