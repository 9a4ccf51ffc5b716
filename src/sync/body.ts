import * as z from 'zod/mini';
import { entriesToText, LineReader, type BadLine } from '../domain/document-text';
import type { Device, Document, Entry } from '../domain/document';
import { joinEntry } from './join';

/** Device ids are file names, parts of keys in stores, and names in objects: none that every object has. */
export const deviceId = z.string().check(
  z.regex(/^[\w-]{4,40}$/),
  z.refine((id) => !(id in {})),
);

const device = z.looseObject({
  seq: z.int().check(z.nonnegative()),
  day: z.int().check(z.nonnegative()),
  name: z.string().check(z.maxLength(200)),
  app: z.string().check(z.maxLength(200)),
  rules: z.optional(z.int().check(z.nonnegative())),
});
const aboutSchema = z.looseObject({ devices: z.array(z.unknown()), floor: z.int().check(z.nonnegative()) });

/** What a document says besides its entries. */
export type About = Pick<Document, 'devices' | 'floor'>;

const byName = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** In canonical form: Chromium's store sorts the names in objects, so their order must not matter. */
export function aboutToText(document: About): string {
  const devices = byName(document.devices).map(([id, one]) => [id, Object.fromEntries(byName(new Map(Object.entries(one))))]);
  return JSON.stringify({ devices, floor: document.floor });
}

/** Entries sorted by kind and identity, so that equal documents are equal texts on every device. */
export function sortedEntries(document: Document): Document['entries'] {
  return new Map(byName(document.entries).map(([kind, map]): [string, ReadonlyMap<string, Entry>] => [kind, new Map(byName(map))]));
}

/** The whole document in canonical form; what concerns only this device is left out. */
export const documentToText = (document: Document): string => `${aboutToText(document)}\n${entriesToText(sortedEntries(document))}`;

/** A document from outside, and what in it could not be read: skipped and counted, never the whole. */
export interface ReadDocument {
  document: Document;
  bad: BadLine[];
}

/** Longest identity or line that is accepted from outside; a rule of 16,000 characters is already absurd. */
const LINE_LIMIT = 100_000;

/** Reads any text: bad lines are skipped, repeated ones joined. @throws SyntaxError when the first line is not ours */
export function textToDocument(text: string): ReadDocument {
  const end = text.indexOf('\n');
  const about = textToAbout(end < 0 ? text : text.slice(0, end));
  const { entries, bad } = readEntries(end < 0 ? [] : [text.slice(end + 1)]);
  return { document: { ...about, entries }, bad };
}

/** @throws SyntaxError */
export function textToAbout(line: string): About {
  const parsed = aboutSchema.safeParse(JSON.parse(line));
  if (!parsed.success) throw new SyntaxError('not a document');
  const devices = new Map<string, Device>();
  for (const found of parsed.data.devices) {
    const one = z.tuple([deviceId, device]).safeParse(found);
    if (one.success) devices.set(...one.data);
  }
  return { devices, floor: parsed.data.floor };
}

/** Entries from pieces of text, each with its own kind headers. */
export function readEntries(pieces: readonly string[]): { entries: Document['entries']; bad: BadLine[] } {
  const reader = new LineReader();
  for (const piece of pieces) reader.read(piece, joinEntry);
  const bad = reader.bad;
  for (const [kind, map] of reader.entries) {
    for (const [id, entry] of map) {
      // `mine` never travels; a file that has it was made to confuse.
      if (id.length > LINE_LIMIT || entry.mine !== undefined) {
        map.delete(id);
        bad.push({ kind, line: id.slice(0, 200) });
      }
    }
  }
  return { entries: reader.entries, bad };
}
