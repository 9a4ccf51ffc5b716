import { fromBase64, toBase64 } from '../domain/base64';
import * as z from 'zod/mini';

/*
 * Encryption of what leaves the device: AES-256-GCM with a key from the sync code (HKDF-SHA-256) or from a
 * passphrase (PBKDF2-SHA-256, 600,000 rounds as OWASP asks). Every file is self-contained: salt, method and cost
 * stand in its header, so that no key file has to be shared and a costlier method can come later.
 */

type Bytes = Uint8Array<ArrayBuffer>;

export const ROUNDS = 600_000;
/** A file that asks for more is refused rather than computed for minutes. */
const MOST_ROUNDS = 5_000_000;

/** How a file is locked, as its header says. */
export const lockedSchema = z.object({
  kdf: z.enum(['HKDF-SHA-256', 'PBKDF2-SHA-256']),
  rounds: z.optional(z.int().check(z.positive(), z.maximum(MOST_ROUNDS))),
  salt: z.base64(),
  iv: z.base64(),
});
export type Locked = z.infer<typeof lockedSchema>;

/** The secret as a key that can't be read out again, ready to be kept. */
export function secretFromCode(code: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', code, 'HKDF', false, ['deriveKey']);
}

/** As above, for the reader's own passphrase: compared in Unicode's composed form, since phones type it differently. */
export function secretFromPassphrase(passphrase: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
}

/** Seals and opens files with one secret. Derived keys are remembered by their salt: a passphrase costs 100 ms each. */
export class Lock {
  private readonly keys = new Map<string, Promise<CryptoKey>>();

  constructor(
    private readonly secret: CryptoKey,
    private readonly random: (bytes: Bytes) => void = (bytes) => void crypto.getRandomValues(bytes),
  ) {}

  /** A new salt for this device's files; kept, so that others derive its key once. */
  newSalt(): string {
    return toBase64(this.fresh(16));
  }

  /** What the header says about a file that is about to be sealed. The 96 bits of `iv` are new for each. */
  describe(salt: string): Locked {
    const kdf = this.secret.algorithm.name === 'PBKDF2' ? 'PBKDF2-SHA-256' : 'HKDF-SHA-256';
    return { kdf, ...(kdf === 'PBKDF2-SHA-256' && { rounds: ROUNDS }), salt, iv: toBase64(this.fresh(12)) };
  }

  async seal(plain: Bytes, how: Locked, header: string): Promise<Bytes> {
    const algorithm = { name: 'AES-GCM', iv: fromBase64(how.iv), additionalData: new TextEncoder().encode(header) };
    return new Uint8Array(await crypto.subtle.encrypt(algorithm, await this.key(how), plain));
  }

  /** The plain bytes, or null when the code is another one or a byte was changed: the two can't be told apart. */
  async open(sealed: Bytes, how: Locked, header: string): Promise<Bytes | null> {
    const wanted = this.secret.algorithm.name === 'PBKDF2' ? 'PBKDF2-SHA-256' : 'HKDF-SHA-256';
    if (how.kdf !== wanted) return null;
    try {
      const algorithm = { name: 'AES-GCM', iv: fromBase64(how.iv), additionalData: new TextEncoder().encode(header) };
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, await this.key(how), sealed));
    } catch {
      return null;
    }
  }

  private key(how: Locked): Promise<CryptoKey> {
    const id = `${how.rounds ?? 0} ${how.salt}`;
    let key = this.keys.get(id);
    if (key === undefined) {
      const from = this.derivation(fromBase64(how.salt), how.rounds ?? ROUNDS);
      key = crypto.subtle.deriveKey(from, this.secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      this.keys.set(id, key);
    }
    return key;
  }

  private derivation(salt: Bytes, iterations: number): HkdfParams | Pbkdf2Params {
    return this.secret.algorithm.name === 'PBKDF2'
      ? { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
      : { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode('foldaway file v1') };
  }

  private fresh(length: number): Bytes {
    const bytes = new Uint8Array(length);
    this.random(bytes);
    return bytes;
  }
}
