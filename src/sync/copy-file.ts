import { authorOf, isAlive, signed, type Document } from '../domain/document';
import { pack, unpack } from './envelope';
import type { FilePreview } from '../domain/sync-status';
import { preview } from './incoming';
import { join } from './join';
import type { Lock } from './lock';
import { reassert, receive } from './receive';
import type { Truth } from './truth';

type Bytes = Uint8Array<ArrayBuffer>;

/** The id under which an exported file is written: nobody's. */
const NOBODY = 'exported-file';

/** The whole document as a file: a complete copy that merges. Devices, credentials and keys are not in it. */
export async function exportFile(truth: Truth, lock: Lock | null, day: number): Promise<Bytes> {
  const { document } = await truth.document();
  return pack({ ...document, devices: new Map() }, { dev: NOBODY, seq: 0, day, nonce: '' }, lock, lock?.newSalt() ?? '');
}

/** @throws SyncError as `unpack` */
export async function previewFile(truth: Truth, bytes: Bytes, lock: Lock | null, now: number): Promise<FilePreview> {
  const { document: theirs } = await unpack(bytes, lock);
  const { document, device } = await truth.document();
  return { ...preview(document, device, [{ device: NOBODY, document: theirs }], now), backAgain: removedSince(join(document, theirs), theirs).length };
}

/**
 * Merges a file; a copy of the document is kept first, and the returned token undoes it.
 * @param backAgain also bring back rules of the file that were removed since it was written
 * @throws SyncError
 */
export async function importFile(truth: Truth, bytes: Bytes, lock: Lock | null, backAgain: boolean): Promise<{ undo: string; changes: number }> {
  const { document: theirs } = await unpack(bytes, lock);
  const { undo, differences } = await truth.change(
    (document, by) => {
      // The reader chose this file and sees a preview: no brake.
      const merged = receive(document, { ...theirs, devices: new Map() }, by, false).document;
      const wanted = backAgain ? removedSince(merged, theirs) : [];
      if (wanted.length === 0) return merged;
      const again = authorOf(merged, by.device, by.now);
      return signed(reassert(merged, wanted, again), again);
    },
    { label: 'import', copy: 'always' },
  );
  return { undo, changes: differences.length };
}

function removedSince(merged: Document, file: Document): { kind: string; id: string }[] {
  const found: { kind: string; id: string }[] = [];
  for (const [kind, map] of file.entries) {
    for (const [id, entry] of map) if (isAlive(entry) && !isAlive(merged.entries.get(kind)?.get(id))) found.push({ kind, id });
  }
  return found;
}
