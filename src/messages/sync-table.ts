import * as z from 'zod/mini';
import type { DeviceStatus, FilePreview, Preview, Setup, StoreOffer, SyncStatus } from '../domain/sync-status';
import type { MessageKey } from '../i18n';
import type { Edited } from './answers';

/* The messages about sync; they join the table in table.ts. */

const word = z.string().check(z.maxLength(4000));
const secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new-code') }),
  z.object({ kind: z.literal('code'), code: word }),
  z.object({ kind: z.literal('passphrase'), passphrase: word }),
  z.object({ kind: z.literal('none') }),
]);
const store = z.string().check(z.maxLength(100));
/** Which store, what it asks for, field by field, and how its files are to be encrypted; the store itself says whether that will do. */
const choice = z.object({ store, address: z.optional(z.record(z.string().check(z.maxLength(100)), word)), secret: z.optional(secret) });
/** What was stored there is under a code that is lost: it is left there, or deleted. */
const anew = z.optional(z.enum(['keep', 'delete']));
/** A file in base64, since messages carry no bytes. */
const file = z.object({ base64: z.string().check(z.maxLength(90_000_000)), passphrase: z.nullable(word) });

/** Where the reader's data is to be carried, and how it is to be encrypted there. */
export type SyncChoice = z.infer<typeof choice>;
export type SecretChoice = z.infer<typeof secret>;
export type Anew = 'keep' | 'delete';
export type Offer = StoreOffer<MessageKey>;

export const syncRequests = {
  'sync-status': { from: 'own', shape: z.object({}) },
  'sync-preview': { from: 'own', shape: z.object({ choice }) },
  'sync-connect': { from: 'own', shape: z.object({ choice, anew }) },
  /** Another code, passphrase or none for a store that is connected. */
  'sync-change-secret': { from: 'own', shape: z.object({ store, secret, anew }) },
  'sync-disconnect': { from: 'own', shape: z.object({ store, deleteCopy: z.boolean() }) },
  'sync-now': { from: 'own', shape: z.object({}) },
  'sync-rename': { from: 'own', shape: z.object({ name: z.string().check(z.maxLength(100)) }) },
  /** Only takes it off the list: nothing that came from it goes, and it is back as soon as it syncs again. */
  'sync-forget': { from: 'own', shape: z.object({ device: word }) },
  'sync-answer-held': { from: 'own', shape: z.object({ device: word, answer: z.enum(['remove', 'keep']) }) },
  'sync-settle-conflict': { from: 'own', shape: z.object({ key: z.string().check(z.maxLength(200_000)), takeOther: z.boolean() }) },
  'sync-forget-aside': { from: 'own', shape: z.object({}) },
  'sync-setup-text': { from: 'own', shape: z.object({ store }) },
  'sync-read-setup': { from: 'own', shape: z.object({ text: word }) },
  'sync-export-file': { from: 'own', shape: z.object({ passphrase: z.nullable(word) }) },
  'sync-preview-file': { from: 'own', shape: file },
  /** `backAgain`: also bring back what was removed here since the file was written. */
  'sync-import-file': { from: 'own', shape: z.extend(file, { backAgain: z.boolean() }) },
} as const;

export interface SyncAnswer extends SyncStatus {
  /** Every store that can be connected, connected ones included. */
  offers: Offer[];
  known: DeviceStatus[];
}

/** What comes back for each. */
export interface SyncAnswers {
  'sync-status': SyncAnswer;
  'sync-preview': Preview;
  'sync-connect': { code: string | null };
  'sync-change-secret': { code: string | null };
  'sync-disconnect': null;
  'sync-now': SyncAnswer;
  'sync-rename': null;
  'sync-forget': Edited;
  'sync-answer-held': { undo: string };
  'sync-settle-conflict': { undo: string };
  'sync-forget-aside': null;
  /** The sync code by itself, where there is one. */
  'sync-setup-text': { text: string | null; code: string | null };
  'sync-read-setup': Setup | null;
  'sync-export-file': { base64: string };
  'sync-preview-file': FilePreview;
  'sync-import-file': { undo: string; changes: number };
}
