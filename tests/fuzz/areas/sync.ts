import fc from 'fast-check';
import { readMailbox, readChunks } from '../../../src/sync/browser-manifest';
import { readMultistatus } from '../../../src/sync/stores/multistatus';
import { fromChunk, toChunks } from '../../../src/sync/chunks';
import { readCode } from '../../../src/sync/code';
import { pack, unpack } from '../../../src/sync/envelope';
import { SyncError } from '../../../src/sync/error';
import { printSetup, readSetup } from '../../../src/sync/setup';
import { deflate } from '../../../src/domain/deflate';
import { documentToText } from '../../../src/sync/body';
import { anyDocument } from '../../sync/documents';
import { damaged, sample, type Area } from '../area';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const author = { dev: 'devA', seq: 1, day: 1, nonce: 'n' };
const SETUP = printSetup({ store: 'webdav', address: { url: 'https://dav.test/', user: 'ana', folder: 'foldaway' }, code: '0000' });
const LISTING =
  '<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"><d:response><d:href>/f/a.fold</d:href><d:propstat><d:prop><d:getetag>"1&amp;2"</d:getetag><d:resourcetype/></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>';

/** Whatever it is, it is read or refused in the way that sync can tell the reader of. */
async function readOrRefused(read: () => Promise<unknown>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
  }
}

/** A file whose outside is right and whose contents are not: what a hostile server would send. */
async function forged(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const body = await deflate(bytesOf(text));
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', body)).toString('base64url');
  return new Uint8Array([...bytesOf(`FOLDAWAY1 ${JSON.stringify({ ...author, len: body.length, sha256 })}\n`), ...body]);
}

/** Files of other devices, pieces of the browser's own store, answers of servers, codes and setup texts. */
export const sync: Area = {
  name: 'sync',
  most: 100_000,
  runs: 3,
  async run(seed) {
    for (const document of sample(anyDocument, seed, 3)) {
      const file = await pack(document, author, null, 'salt');
      const [text = ''] = sample(damaged(documentToText(document)), seed, 1);
      await readOrRefused(async () => unpack(await forged(text), null));
      for (const at of sample(fc.nat(file.length - 1), seed, 3)) {
        const broken = file.slice();
        broken[at] = (broken[at] ?? 0) ^ 0x55;
        await readOrRefused(() => unpack(broken, null));
        await readOrRefused(() => unpack(file.slice(0, at), null));
      }
      const { chunks } = await toChunks(document.entries);
      for (const chunk of chunks.slice(0, 2)) {
        for (const value of sample(damaged(chunk.value), seed, 2)) await readOrRefused(() => fromChunk({ ...chunk, value }));
      }
    }
    for (const all of sample(fc.dictionary(fc.oneof(fc.constantFrom('f1m', 'f1m.devA', 'f1c', 'f1cabc', '__proto__'), fc.string()), fc.anything()), seed, 10)) {
      const box = readMailbox(all);
      await readOrRefused(() => readChunks(box, ['abc', '__proto__']));
    }
    for (const text of sample(damaged(SETUP), seed, 10)) readSetup(text);
    for (const text of sample(damaged(LISTING), seed, 10)) readMultistatus(text);
    for (const text of sample(damaged('0000-0000-0000-0000-0000-0000-0000'), seed, 5)) await readCode(text);
  },
};
