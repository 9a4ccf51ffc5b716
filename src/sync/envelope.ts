import * as z from 'zod/mini';
import { toBase64Url } from '../domain/base64';
import { deflate, inflate } from '../domain/deflate';
import type { Document } from '../domain/document';
import { deviceId, documentToText, textToDocument, type ReadDocument } from './body';
import { SyncError } from './error';
import { lockedSchema, type Lock } from './lock';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * First word of every file. The number is the format: a client that meets a greater one asks to be updated and
 * writes nothing. Line 1 is `FOLDAWAY1 {header}`, the rest is the deflated canonical text, encrypted if `lock` is set.
 */
const MAGIC = 'FOLDAWAY';
const FORMAT = 1;
const HEADER_LIMIT = 4096;
export const INFLATED_LIMIT = 64_000_000;

/** All that a file tells to those who can't open it. */
const headerSchema = z.object({
  /** Device that wrote it, how many edits it had made, when (days since 1970). */
  dev: deviceId,
  seq: z.int().check(z.nonnegative()),
  day: z.int().check(z.nonnegative()),
  /** New for each writing: tells a device its own file from one written by a copy of its profile. */
  nonce: z.string().check(z.maxLength(40)),
  /** Length of the body in bytes; a shorter one was cut. */
  len: z.int().check(z.nonnegative()),
  /** Of the body, where no encryption guards it. */
  sha256: z.optional(z.string()),
  lock: z.optional(lockedSchema),
});
export type Header = z.infer<typeof headerSchema>;

export type Author = Pick<Header, 'dev' | 'seq' | 'day' | 'nonce'>;

/** A file for a store, from a document. @param salt of this device, when `lock` is given */
export async function pack(document: Document, author: Author, lock: Lock | null, salt: string): Promise<Bytes> {
  const plain = await deflate(new TextEncoder().encode(documentToText(document)));
  if (lock === null) return concat(headerLine({ ...author, len: plain.length, sha256: await digest(plain) }), plain);
  const how = lock.describe(salt);
  // The header is sealed with the body: no file can pass for another device's, or for an older one.
  const line = headerLine({ ...author, len: plain.length + 16, lock: how });
  return concat(line, await lock.seal(plain, how, line));
}

/**
 * A file from a store.
 * @throws SyncError `not-ours`, `newer-format`, `damaged` or `locked`; never anything else, whatever the bytes
 */
export async function unpack(bytes: Bytes, lock: Lock | null): Promise<{ header: Header } & ReadDocument> {
  const { header, line, body } = readHeader(bytes);
  if (body.length !== header.len) throw new SyncError('damaged', `${body.length} of ${header.len} bytes`);
  if (header.lock === undefined && header.sha256 !== (await digest(body))) throw new SyncError('damaged', 'checksum');
  const plain = header.lock === undefined ? body : await lock?.open(body, header.lock, line);
  if (!plain) throw new SyncError('locked', header.dev);
  try {
    return { header, ...textToDocument(new TextDecoder('utf-8', { fatal: true }).decode(await inflate(plain, INFLATED_LIMIT))) };
  } catch (error) {
    throw new SyncError('damaged', 'contents', null, { cause: error });
  }
}

/** The header alone. @throws SyncError as `unpack` */
export function readHeader(bytes: Bytes): { header: Header; line: string; body: Bytes } {
  const end = bytes.subarray(0, HEADER_LIMIT).indexOf(10);
  const line = new TextDecoder().decode(bytes.subarray(0, end < 0 ? 0 : end));
  const match = new RegExp(`^${MAGIC}(\\d{1,9}) (.*)$`, 's').exec(line);
  if (!match) throw new SyncError('not-ours');
  if (Number(match[1]) > FORMAT) throw new SyncError('newer-format', match[1]);
  try {
    return { header: headerSchema.parse(JSON.parse(match[2]!)), line, body: bytes.slice(end + 1) };
  } catch (error) {
    throw new SyncError('damaged', 'header', null, { cause: error });
  }
}

const headerLine = (header: Header): string => `${MAGIC}${FORMAT} ${JSON.stringify(header)}`;

function concat(line: string, body: Bytes): Bytes {
  const head = new TextEncoder().encode(`${line}\n`);
  const all = new Uint8Array(head.length + body.length);
  all.set(head);
  all.set(body, head.length);
  return all;
}

/** SHA-256 in base64url. */
export async function digest(bytes: Bytes): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
