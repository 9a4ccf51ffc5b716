import * as z from 'zod/mini';
import { newCode, printCode, readCode } from './code';
import { SyncError } from './error';
import type { Keyring } from './keyring';
import { Lock, secretFromCode, secretFromPassphrase } from './lock';

/** How the files of a store are to be encrypted, as the reader chose. */
export type SecretChoice = { kind: 'new-code' } | { kind: 'code'; code: string } | { kind: 'passphrase'; passphrase: string } | { kind: 'none' };

/** `code`: the sync code, kept so that it can be shown for the next device; `passphrase`: only a key in the keyring; `none`. */
export const secretSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code'), code: z.string() }),
  z.object({ kind: z.literal('passphrase') }),
  z.object({ kind: z.literal('none') }),
]);
export type KeptSecret = z.infer<typeof secretSchema>;

/** A lock to look with before anything is kept; null without encryption. @throws SyncError `locked` when the code is none */
export async function lockOf(choice: SecretChoice): Promise<Lock | null> {
  if (choice.kind === 'none') return null;
  if (choice.kind === 'passphrase') return new Lock(await secretFromPassphrase(choice.passphrase));
  const bytes = choice.kind === 'new-code' ? new Uint8Array(16) : await readCode(choice.code);
  if (bytes === null) throw new SyncError('locked', 'not a code');
  return new Lock(await secretFromCode(bytes));
}

/**
 * What is kept of a choice that `lockOf` has taken.
 * @param slot name of the store's key in the keyring
 */
export async function keepSecret(
  choice: SecretChoice,
  slot: string,
  { keyring, random }: { keyring: Keyring; random(bytes: Uint8Array<ArrayBuffer>): void },
): Promise<KeptSecret> {
  if (choice.kind === 'new-code') return { kind: 'code', code: await newCode((bytes) => random(bytes)) };
  if (choice.kind === 'code') return { kind: 'code', code: await printCode((await readCode(choice.code))!) };
  if (choice.kind === 'passphrase') await keyring.save(slot, await secretFromPassphrase(choice.passphrase));
  return { kind: choice.kind };
}

/** The lock for a store's files, or null when they are not encrypted. @throws SyncError `locked` when the key is gone */
export async function lockFor(secret: KeptSecret, slot: string, keyring: Keyring): Promise<Lock | null> {
  if (secret.kind === 'none') return null;
  const key = secret.kind === 'code' ? await keyOfCode(secret.code) : await keyring.load(slot);
  if (key === null) throw new SyncError('locked', 'no key');
  return new Lock(key);
}

async function keyOfCode(code: string): Promise<CryptoKey | null> {
  const bytes = await readCode(code);
  return bytes && secretFromCode(bytes);
}
