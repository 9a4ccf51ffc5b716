import * as z from 'zod/mini';
import { LineReader, entriesToText } from '../domain/document-text';
import type { Device, Document } from '../domain/document';
import { migrate, VERSION } from './migrations';

/** Keys of `storage.local` that belong to this room. */
export const DOCUMENT = 'document';
export const REVISION = 'revision';
export const SET_ASIDE = 'set-aside';
export const DEVICE = 'device';
export const JOURNAL = 'journal';
export const HISTORY = 'history';

export const TROUBLES = ['document', 'entry', 'device', 'journal', 'history', 'newer-version'] as const;

/**
 * Something that was found in the store and could not be read. It lies under its own key and is never overwritten.
 * Codes: `document` (the whole value), `entry` (one rule, list, line or setting), `device`, `journal` (steps that could be undone),
 * `history` (the list of kept copies), `newer-version`.
 */
export interface Trouble {
  code: (typeof TROUBLES)[number];
  /** What it looked like, cut to 200 characters. */
  detail: string;
}

/**
 * The document as it lies in the store: one value, entries as one text (50,000 objects would cost 10 times as much),
 * names as data and not as keys (a device may call itself `__proto__`).
 */
export interface StoredDocument {
  v: number;
  entries: string;
  devices: [id: string, device: Device][];
  floor: number;
}

const deviceSchema = z.looseObject({
  seq: z.int().check(z.nonnegative()),
  day: z.int().check(z.nonnegative()),
  name: z.string(),
  app: z.string(),
  rules: z.optional(z.int().check(z.nonnegative())),
});
const deviceId = z.string().check(z.regex(/^[\w-]{4,40}$/));
const outer = z.object({
  v: z.int().check(z.positive()),
  entries: z.string(),
  devices: z.array(z.unknown()),
  floor: z.int().check(z.nonnegative()),
});

/** What was read: the document, what had to be left out, and whether it may be written over. */
export interface Reading {
  document: Document;
  trouble: Trouble[];
  /** Bad parts as they were found, to be stored under `set-aside` before the document is next written. */
  aside: { code: Trouble['code']; value: unknown }[];
  /** The value was written by a later version: it is read as far as possible and never written. */
  readOnly: boolean;
}

/** Reads the stored value, migrating it if it is old. Never throws: what can't be read is handed back as trouble. */
export function readStored(value: unknown): Reading {
  const aside: Reading['aside'] = [];
  let readOnly = false;
  const reader = new LineReader();
  const devices = new Map<string, Device>();
  let floor = 0;
  const parsed = outer.safeParse(migrate(value));
  if (parsed.success) {
    readOnly = parsed.data.v > VERSION;
    floor = parsed.data.floor;
    reader.read(parsed.data.entries);
    for (const bad of reader.bad) aside.push({ code: 'entry', value: bad });
    for (const found of parsed.data.devices) {
      const device = z.tuple([deviceId, deviceSchema]).safeParse(found);
      if (device.success) devices.set(...device.data);
      else aside.push({ code: 'device', value: found });
    }
  } else if (value !== undefined) {
    readOnly = versionOf(value) > VERSION;
    aside.push({ code: 'document', value });
  }
  const trouble: Trouble[] = readOnly ? [{ code: 'newer-version', detail: String(versionOf(value)) }] : aside.map(describe);
  return { document: { entries: reader.entries, devices, floor }, trouble, aside, readOnly };
}

/** The value to store for a document. */
export function toStored(document: Document): StoredDocument {
  return {
    v: VERSION,
    entries: entriesToText(document.entries, true),
    devices: [...document.devices],
    floor: document.floor,
  };
}

const versionOf = (value: unknown): number => {
  const v: unknown = typeof value === 'object' && value !== null ? (value as { v?: unknown }).v : undefined;
  return typeof v === 'number' ? v : 0;
};

export const describe = (part: Reading['aside'][number]): Trouble => ({ code: part.code, detail: (JSON.stringify(part.value) ?? '').slice(0, 200) });
