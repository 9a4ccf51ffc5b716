import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** Files by their path in the package, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** 1 January 1980, 00:00: the earliest moment that the format knows. */
const DATE = (1 << 5) | 1;
const UTF8_NAMES = 1 << 11;
const DEFLATED = 8;
const VERSION = 20;
/** Made on Unix, so that the mode below counts. */
const MADE_BY = (3 << 8) | VERSION;
const MODE = 0o100644 << 16;

/**
 * A zip file whose bytes depend on nothing but names and contents of the files: they stand in the order of their names,
 * all have the same time and mode, and nothing is written of this machine. (The compressed form is that of Node's zlib, which may
 * differ between versions of Node.)
 */
export function zip(files: Files): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, contents] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(contents, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(0, 6);
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(contents), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(contents.length, 18);
    common.writeUInt16LE(path.length, 22);
    const own = Buffer.alloc(14);
    own.writeUInt32LE(MODE >>> 0, 6);
    own.writeUInt32LE(offset, 10);
    entries.push(Buffer.from('PK\x03\x04'), common, path, packed);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([MADE_BY & 255, MADE_BY >> 8]), common, own, path);
    offset += 4 + common.length + path.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...entries, listing, Buffer.from('PK\x05\x06'), end]);
}

/**
 * The files of a zip made by `zip`.
 * @throws RangeError or Error when the bytes are something else
 */
export function unzip(bytes: Buffer): Files {
  const end = bytes.length - 22;
  if (bytes.toString('latin1', end, end + 4) !== 'PK\x05\x06') throw new Error('No zip file, or one with a comment');
  const files = new Map<string, Uint8Array>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const size = bytes.readUInt32LE(at + 20);
    const length = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const contents = inflateRawSync(bytes.subarray(start, start + size));
    if (crc32(contents) !== bytes.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`);
    files.set(name, contents);
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}
