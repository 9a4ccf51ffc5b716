import { inflate } from '../../domain/deflate';
import { UnreadableFile } from './unreadable-file';

/** Bytes that are read piece by piece, so that a large file never is in memory as a whole. */
export interface Source {
  size: number;
  /** Bytes from `from` up to, not including, `to`. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

export interface ZipEntry {
  /** As the file names it: never a place to write to, only something to show. */
  path: string;
  /** Bytes that it takes up in the file. */
  packed: number;
  /** @throws UnreadableFile */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

export const sourceOf = (bytes: Uint8Array<ArrayBuffer>): Source => ({ size: bytes.length, read: async (from, to) => bytes.subarray(from, to) });

/** More than any library of works has in one file; the list of so many is some megabytes. */
const MOST_ENTRIES = 20_000;
const LONGEST_LIST = 16 << 20;
/** The longest works are around 30 MB of HTML. */
export const LARGEST_ENTRY = 64 << 20;
/** Prose shrinks to a third; one line repeated to a hundredth. Deflate can reach a thousandth, which only a bomb does. */
const MOST_RATIO = 200;
const SMALL_ENOUGH = 1 << 20;

const [LOCAL, LISTED, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [LOCAL_SIZE, LISTED_SIZE, END_SIZE] = [30, 46, 22];
/** A comment behind the end may be this long. */
const LONGEST_COMMENT = 0xffff;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whether a file begins as ZIP files do, also empty ones. */
export function looksZipped(start: Uint8Array): boolean {
  const signature = start.length < 4 ? 0 : viewOf(start).getUint32(0, true);
  return signature === LOCAL || signature === END;
}

/**
 * The entries of a ZIP file (APPNOTE.TXT 6.3.10 by PKWARE), in its order, folders left out. Nothing is unpacked before
 * an entry is read, and never more than the entry states or the limits allow.
 * @throws UnreadableFile when it is damaged, or larger than a collection of works can be
 */
export async function openZip(source: Source): Promise<ZipEntry[]> {
  const tailAt = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT);
  const tail = viewOf(await source.read(tailAt, source.size));
  let end = tail.byteLength - END_SIZE;
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new UnreadableFile('damaged');
  const [count, length, start] = [tail.getUint16(end + 10, true), tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  // These values say that the real ones are in a larger structure, which only files of gigabytes need.
  if (count === 0xffff || start === 0xffffffff || count > MOST_ENTRIES || length > LONGEST_LIST) throw new UnreadableFile('too-large');
  if (start + length > tailAt + end) throw new UnreadableFile('damaged');
  return readList(source, await source.read(start, start + length), count);
}

function readList(source: Source, list: Uint8Array, count: number): ZipEntry[] {
  const view = viewOf(list);
  const entries: ZipEntry[] = [];
  let taken = 0;
  for (let number = 0, at = 0; number < count; number += 1) {
    if (at + LISTED_SIZE > list.length || view.getUint32(at, true) !== LISTED) throw new UnreadableFile('damaged');
    const [flags, method, packed, size] = [
      view.getUint16(at + 8, true),
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
    ];
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const place = view.getUint32(at + 42, true);
    const path = nameOf(list.subarray(at + LISTED_SIZE, at + LISTED_SIZE + name));
    at += LISTED_SIZE + name + extra + comment;
    taken += packed + LOCAL_SIZE;
    // Entries that share their bytes make a small file endless.
    if (taken > source.size) throw new UnreadableFile('bomb');
    if (!path.endsWith('/')) entries.push({ path, packed, read: () => unpack(source, { flags, method, packed, size, place }) });
  }
  return entries;
}

async function unpack(source: Source, entry: { flags: number; method: number; packed: number; size: number; place: number }): Promise<Uint8Array<ArrayBuffer>> {
  const { flags, method, packed, size, place } = entry;
  if ((flags & 1) !== 0) throw new UnreadableFile('locked');
  if (size > LARGEST_ENTRY) throw new UnreadableFile('too-large');
  if (size > SMALL_ENOUGH && size > packed * MOST_RATIO) throw new UnreadableFile('bomb');
  const head = await source.read(place, place + LOCAL_SIZE);
  if (head.length < LOCAL_SIZE || viewOf(head).getUint32(0, true) !== LOCAL) throw new UnreadableFile('damaged');
  const start = place + LOCAL_SIZE + viewOf(head).getUint16(26, true) + viewOf(head).getUint16(28, true);
  const bytes = await source.read(start, start + packed);
  if (bytes.length < packed || (method !== 0 && method !== 8)) throw new UnreadableFile(method === 0 || method === 8 ? 'damaged' : 'other-kind');
  if (method === 0) return bytes;
  try {
    return await inflate(bytes, size);
  } catch {
    throw new UnreadableFile('damaged');
  }
}

/** UTF-8 whatever the flags say; the old encodings of names differ by country. */
const nameOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
