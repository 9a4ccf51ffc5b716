import * as z from 'zod/mini';

/** What a device remembers of one store of files between rounds. All of it may be lost: then files are read again. */
const slot = z.enum(['a', 'b']);
export const fileStateSchema = z.object({
  /** Files of other devices that have been merged: how the store listed them, and whether that can be relied on. */
  seen: z.record(z.string(), z.object({ tag: z.string(), settled: z.boolean() })),
  /** This device's own files. */
  own: z.object({
    device: z.string(),
    salt: z.string(),
    /** Slot of the newest copy that was read back, and the digest of the text in it; null before the first. */
    slot: z.nullable(slot),
    text: z.nullable(z.string()),
    /** Number of the newest own edit in it. */
    seq: z.number(),
    /** Of the last writings, the newest last: a file with another one was written by a copy of this profile. */
    nonces: z.array(z.string()),
    /** Of a writing of which it is not known whether it arrived. */
    pending: z.nullable(z.string()),
    tags: z.record(z.string(), z.string()),
  }),
});
export type FileState = z.infer<typeof fileStateSchema>;

export const freshFileState = (device: string): FileState => ({
  seen: {},
  own: { device, salt: '', slot: null, text: null, seq: 0, nonces: [], pending: null, tags: {} },
});
