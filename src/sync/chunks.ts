import { toBase64Url } from '../domain/base64';
import { deflate, inflate } from '../domain/deflate';
import type { Document, Entry } from '../domain/document';
import { entryToLine } from '../domain/document-text';
import { fromBase91, toBase91 } from './base91';
import { SyncError } from './error';

/*
 * A document cut into pieces that fit into one item of `storage.sync` each and are named by their contents: a name
 * never has two meanings, and devices that agree name the same pieces. The places to cut depend on the contents
 * (after a line whose hash ends in zeros), so that one added rule changes one piece. All numbers are format v1.
 */

/** Raw characters before the first possible cut, and at most; then a cut after one line in so many. */
export interface ChunkSizes {
  least: number;
  most: number;
  cut: number;
}

/** Real rules deflate to about a third: pieces that nearly fill an item, since fewer pieces deflate better. */
const SIZES: ChunkSizes = { least: 16_000, most: 22_000, cut: 64 };
/** `QUOTA_BYTES_PER_ITEM` is 8,192 for key and JSON together. */
const VALUE_LIMIT = 8100;
const INFLATED_LIMIT = 4_000_000;

export interface Chunk {
  id: string;
  value: string;
}

/** Entries from anywhere, cut into chunks. Entries too long for any item are handed back in `tooLong`. */
export async function toChunks(entries: Document['entries'], { least, most, cut } = SIZES): Promise<{ chunks: Chunk[]; tooLong: number }> {
  const pieces: string[][] = [];
  let piece: string[] = [];
  let length = 0;
  const close = (): void => {
    if (piece.length > 0) pieces.push(piece);
    piece = [];
    length = 0;
  };
  for (const [kind, map] of entries) {
    if (map.size === 0) continue;
    piece.push(`=${kind}`);
    for (const [id, entry] of map) {
      if (piece.length === 0) piece.push(`=${kind}`);
      const line = entryToLine(id, entry);
      piece.push(line);
      length += line.length + 1;
      if (length >= most || (length >= least && hash(line) % cut === 0)) close();
    }
  }
  close();
  const made = await Promise.all(pieces.map(fitted));
  return { chunks: made.flatMap((one) => one.chunks), tooLong: made.reduce((sum, one) => sum + one.tooLong, 0) };
}

/** FNV-1a; spreads cuts, guards nothing. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** The piece as one chunk, or cut in half until the halves fit. */
async function fitted(lines: string[]): Promise<{ chunks: Chunk[]; tooLong: number }> {
  const text = lines.join('\n');
  const value = toBase91(await deflate(new TextEncoder().encode(text)));
  if (value.length <= VALUE_LIMIT) return { chunks: [{ id: await idOf(text), value }], tooLong: 0 };
  const entries = lines.filter((line) => !line.startsWith('=')).length;
  if (entries <= 1) return { chunks: [], tooLong: entries };
  const middle = Math.ceil(lines.length / 2);
  const header = lines.slice(0, middle).findLast((line) => line.startsWith('='))!;
  const [a, b] = [await fitted(lines.slice(0, middle)), await fitted([header, ...lines.slice(middle)])];
  return { chunks: [...a.chunks, ...b.chunks], tooLong: a.tooLong + b.tooLong };
}

async function idOf(text: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))).slice(0, 10);
}

/** The lines in a chunk. @throws SyncError `damaged` when it is not what its name says */
export async function fromChunk({ id, value }: Chunk): Promise<string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await inflate(fromBase91(value), INFLATED_LIMIT));
    if ((await idOf(text)) === id) return text;
  } catch (error) {
    throw new SyncError('damaged', id, null, { cause: error });
  }
  throw new SyncError('damaged', id);
}

/** The share of the entries (0 to 1) that every device picks alike, plus all that must travel. */
export function pick(entries: Document['entries'], share: number, must: (kind: string, id: string, entry: Entry) => boolean): Document['entries'] {
  if (share >= 1) return entries;
  const picked = new Map<string, ReadonlyMap<string, Entry>>();
  for (const [kind, map] of entries) picked.set(kind, new Map([...map].filter(([id, entry]) => hash(id) < share * 2 ** 32 || must(kind, id, entry))));
  return picked;
}
