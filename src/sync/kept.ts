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
};

export const nothingKept = (): Kept => ({ name: '', stores: {}, left: {}, conflicts: [], held: {}, outcomes: [], renamed: null });

/** What was stored; part by part and store by store, so that one unreadable part does not disconnect the others. */
export function readKept(value: unknown): Kept {
  const stored = objectOf(value);
  const kept: Kept = { ...nothingKept(), ...parts(stored) };
  // Before there was a list of stores, each stood beside the rest.
  const [connected, left] = [Object.hasOwn(stored, 'stores') ? objectOf(stored['stores']) : stored, objectOf(stored['left'])];
  for (const store of stores) {
    const part = store.part.safeParse(Object.hasOwn(connected, store.id) ? connected[store.id] : undefined);
    if (part.success) kept.stores[store.id] = part.data;
    const before = store.left.safeParse(Object.hasOwn(left, store.id) ? left[store.id] : undefined);
    if (before.success) kept.left[store.id] = before.data;
  }
  return kept;
}

function parts(stored: Record<string, unknown>): Partial<z.infer<typeof schema>> {
  const found: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(schema.shape)) {
    const part = shape.safeParse(stored[name]);
    if (part.success) found[name] = part.data;
  }
  return found;
}

const objectOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});
