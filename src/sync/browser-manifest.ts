import * as z from 'zod/mini';
import { deviceId, textToAbout, aboutToText, type About } from './body';
import { fromChunk } from './chunks';

/*
 * Keys in `storage.sync`, format 1: `f1m<device>` is a device's manifest, which names the chunks of its state and is
 * written by that device only; `f1c<id>` is a chunk, whose contents never change. Torn arrivals mean "not all here
 * yet" and nothing else.
 */
export const MANIFEST = 'f1m';
export const CHUNK = 'f1c';
const LATER = /^f([2-9]|\d{2,})[mc]/;

const schema = z.object({
  v: z.literal(1),
  /** Devices and floor of the document. */
  a: z.string().check(z.maxLength(8000)),
  /** Chunks of its whole state. */
  b: z.array(z.string().check(z.regex(/^[\w-]{10}$/))).check(z.maxLength(512)),
  /** New for each writing: tells a device its own manifest from one written by a copy of its profile. */
  n: z.string().check(z.maxLength(40)),
});

export interface Manifest {
  device: string;
  about: About;
  chunks: string[];
  nonce: string;
}

/** The area as read: every manifest and chunk that is of this format. */
export interface Mailbox {
  manifests: Manifest[];
  chunks: Map<string, string>;
  /** A later version of the extension writes here, too. */
  newer: boolean;
  /** Keys of ours that hold something else. */
  damaged: string[];
}

export function readMailbox(all: Record<string, unknown>): Mailbox {
  const box: Mailbox = { manifests: [], chunks: new Map(), newer: false, damaged: [] };
  for (const [key, value] of Object.entries(all)) {
    if (key.startsWith(CHUNK) && typeof value === 'string') box.chunks.set(key.slice(CHUNK.length), value);
    else if (key.startsWith(MANIFEST)) {
      const manifest = readManifest(key.slice(MANIFEST.length), value);
      if (manifest) box.manifests.push(manifest);
      else box.damaged.push(key);
    } else if (LATER.test(key)) box.newer = true;
  }
  return box;
}

function readManifest(device: string, value: unknown): Manifest | null {
  const parsed = schema.safeParse(value);
  if (!parsed.success || !deviceId.safeParse(device).success) return null;
  try {
    return { device, about: textToAbout(parsed.data.a), chunks: parsed.data.b, nonce: parsed.data.n };
  } catch {
    return null;
  }
}

/** Names in alphabetical order, as Chromium hands stored objects back. */
export const manifestValue = (about: About, chunks: string[], nonce: string): object => ({ a: aboutToText(about), b: chunks, n: nonce, v: 1 });

/** The texts of chunks by id; damaged ones are left out. */
export async function readChunks(box: Mailbox, wanted: Iterable<string>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const id of wanted) {
    const value = box.chunks.get(id);
    if (value === undefined) continue;
    try {
      texts.set(id, await fromChunk({ id, value }));
    } catch {
      box.damaged.push(CHUNK + id);
    }
  }
  return texts;
}
