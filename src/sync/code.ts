/*
 * The sync code: 128 random bits and 12 bits of checksum, as 28 characters in groups of four. Crockford's alphabet
 * leaves out I, L, O and U, so that a code can be read aloud and typed from paper.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 28;

/** A new code. @param random as `crypto.getRandomValues` */
export async function newCode(random: (bytes: Uint8Array<ArrayBuffer>) => void): Promise<string> {
  const bytes = new Uint8Array(16);
  random(bytes);
  return printCode(bytes);
}

/** The code for 16 bytes. */
export async function printCode(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = await checksum(bytes);
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  value = (value << 12n) | BigInt(sum);
  let text = '';
  for (let i = 0; i < LENGTH; i++) text = ALPHABET[Number((value >> BigInt(5 * i)) & 31n)] + text;
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * The 16 bytes of a code as a person types it: either case, any spaces and dashes, O for 0, I and L for 1.
 * `null` when it is no code or a character is wrong.
 */
export async function readCode(text: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const plain = text
    .toUpperCase()
    .replace(/[\s‐-―-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (plain.length !== LENGTH || [...plain].some((char) => !ALPHABET.includes(char))) return null;
  let value = 0n;
  for (const char of plain) value = (value << 5n) | BigInt(ALPHABET.indexOf(char));
  const sum = Number(value & 0xfffn);
  let rest = value >> 12n;
  const bytes = new Uint8Array(16);
  for (let i = 15; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  return (await checksum(bytes)) === sum ? bytes : null;
}

async function checksum(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return (digest[0]! << 4) | (digest[1]! >> 4);
}
