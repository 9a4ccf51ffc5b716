import * as z from 'zod/mini';
import type { DeviceStatus, FilePreview, Preview, Setup, SyncStatus } from '../domain/sync-status';
import type { Edited } from './answers';

/* The messages about sync; they join the table in table.ts. */

const word = z.string().check(z.maxLength(4000));
const webdavAddress = z.object({ url: z.url().check(z.maxLength(4000)), user: word, password: word, folder: word });
const secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new-code') }),
  z.object({ kind: z.literal('code'), code: word }),
  z.object({ kind: z.literal('passphrase'), passphrase: word }),
  z.object({ kind: z.literal('none') }),
]);
const choice = z.discriminatedUnion('store', [
  z.object({ store: z.literal('webdav'), address: webdavAddress, secret }),
  z.object({ store: z.literal('browser') }),
]);
const store = z.enum(['webdav', 'browser']);
/** A file in base64, since messages carry no bytes. */
const file = z.object({ base64: z.string().check(z.maxLength(90_000_000)), passphrase: z.nullable(word) });

/** Where the reader's data is to be carried, and how it is to be encrypted there. */
export type SyncChoice = z.infer<typeof choice>;

export const syncRequests = {
  'sync-status': { from: 'own', shape: z.object({}) },
  'sync-preview': { from: 'own', shape: z.object({ choice }) },
  'sync-connect': { from: 'own', shape: z.object({ choice }) },
  'sync-disconnect': { from: 'own', shape: z.object({ store, deleteCopy: z.boolean() }) },
  'sync-now': { from: 'own', shape: z.object({}) },
  'sync-rename': { from: 'own', shape: z.object({ name: z.string().check(z.maxLength(100)) }) },
  /** Only takes it off the list: nothing that came from it goes, and it is back as soon as it syncs again. */
  'sync-forget': { from: 'own', shape: z.object({ device: word }) },
  'sync-answer-held': { from: 'own', shape: z.object({ device: word, answer: z.enum(['remove', 'keep']) }) },
  'sync-settle-conflict': { from: 'own', shape: z.object({ key: z.string().check(z.maxLength(200_000)), takeOther: z.boolean() }) },
  'sync-setup-text': { from: 'own', shape: z.object({}) },
  'sync-read-setup': { from: 'own', shape: z.object({ text: word }) },
  'sync-export-file': { from: 'own', shape: z.object({ passphrase: z.nullable(word) }) },
  'sync-preview-file': { from: 'own', shape: file },
  /** `backAgain`: also bring back what was removed here since the file was written. */
  'sync-import-file': { from: 'own', shape: z.extend(file, { backAgain: z.boolean() }) },
} as const;

export interface SyncAnswer extends SyncStatus {
  known: DeviceStatus[];
}

/** What comes back for each. */
export interface SyncAnswers {
  'sync-status': SyncAnswer;
  'sync-preview': Preview;
  'sync-connect': { code: string | null };
  'sync-disconnect': null;
  'sync-now': SyncAnswer;
  'sync-rename': null;
  'sync-forget': Edited;
  'sync-answer-held': { undo: string };
  'sync-settle-conflict': { undo: string };
  'sync-setup-text': { text: string | null };
  'sync-read-setup': Setup | null;
  'sync-export-file': { base64: string };
  'sync-preview-file': FilePreview;
  'sync-import-file': { undo: string; changes: number };
}
