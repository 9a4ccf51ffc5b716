import * as z from 'zod/mini';
import { fileStateSchema } from './file-state';
import { browserStateSchema } from './browser-round';
import { linkSchema } from './link';

/*
 * What sync keeps on this device: addresses, credentials, how far each store has come, what waits for the reader.
 * None of it ever syncs or is exported.
 */

/** `code`: the sync code, kept so that it can be shown for the next device; `passphrase`: only a key in the keyring; `none`. */
const secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code'), code: z.string() }),
  z.object({ kind: z.literal('passphrase') }),
  z.object({ kind: z.literal('none') }),
]);
export type KeptSecret = z.infer<typeof secret>;

const address = z.object({ url: z.string(), user: z.string(), password: z.string(), folder: z.string() });

const outcome = z.object({
  at: z.number(),
  /** Per device: what came from it. */
  from: z.array(z.object({ device: z.string(), added: z.number(), removed: z.number(), changed: z.number() })),
  sent: z.number(),
  undo: z.string(),
  reasserted: z.array(z.string()),
});

const webdav = z.object({
  address,
  secret,
  state: fileStateSchema,
  link: linkSchema,
  notes: z.object({ damaged: z.array(z.string()), locked: z.array(z.string()), clockOff: z.nullable(z.number()) }),
});
const browser = z.object({
  state: browserStateSchema,
  link: linkSchema,
  carried: z.object({ rules: z.number(), of: z.number(), room: z.number() }),
  arriving: z.array(z.string()),
});

/** How far stores that were disconnected had come: connected again, what this device left there is not taken for a copy's. */
const left = z.object({ webdav: z.optional(z.object({ place: z.string(), state: fileStateSchema })), browser: z.optional(browserStateSchema) });

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
  webdav: z.optional(webdav),
  left,
  browser: z.optional(browser),
  conflicts: z.array(conflict),
  /** Removals that wait for the reader, as lines of a document, by device. */
  held: z.record(z.string(), z.string()),
  /** The last merges that brought something, newest first. */
  outcomes: z.array(outcome),
  /** Profile was found to be a copy, at. */
  renamed: z.nullable(z.number()),
});
export type Kept = z.infer<typeof schema>;

/** Two addresses with the same place hold the same files. */
export const placeOf = ({ url, user, folder }: z.infer<typeof address>): string => JSON.stringify([url, user, folder]);

export const nothingKept = (): Kept => ({ name: '', left: {}, conflicts: [], held: {}, outcomes: [], renamed: null });

/** What was stored; part by part, so that one unreadable part does not disconnect the others. */
export function readKept(value: unknown): Kept {
  const whole = schema.safeParse(value);
  if (whole.success) return whole.data;
  const kept: Record<string, unknown> = { ...nothingKept() };
  for (const [name, shape] of Object.entries(schema.shape)) {
    const part = shape.safeParse((value as Record<string, unknown> | null | undefined)?.[name]);
    if (part.success && part.data !== undefined) kept[name] = part.data;
  }
  return kept as Kept;
}
