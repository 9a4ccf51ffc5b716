/*
 * Bytes as text for `storage.sync`, where every character costs what its JSON costs: printable ASCII one byte,
 * `"` and `\` two, `<` six in Chromium. 91 cheap characters hold 13 bits in two (91² = 8,281 > 8,192): 8 % more than
 * base64. Packing 3 bytes per 16-bit character would be worse: browsers count those as 3 bytes.
 */

const ALPHABET = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((char) => !'"\\<'.includes(char));
const VALUES = new Map(ALPHABET.map((char, i) => [char, i]));

/** The text for some bytes; the first character tells how many bits of the last pair are filling. */
export function toBase91(bytes: Uint8Array): string {
  const pairs: string[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < 13) continue;
    bits -= 13;
    pairs.push(pairOf(held >> bits));
    held &= (1 << bits) - 1;
  }
  const filling = bits === 0 ? 0 : 13 - bits;
  if (bits > 0) pairs.push(pairOf(held << filling));
  return ALPHABET[filling]! + pairs.join('');
}

const pairOf = (value: number): string => ALPHABET[Math.floor(value / 91)]! + ALPHABET[value % 91]!;

/** @throws SyntaxError when the text is not from `toBase91` */
export function fromBase91(text: string): Uint8Array<ArrayBuffer> {
  const filling = VALUES.get(text[0] ?? '') ?? 13;
  const bits = ((text.length - 1) / 2) * 13 - filling;
  if (filling > 12 || bits < 0 || bits % 8 !== 0) throw new SyntaxError('not base 91');
  const bytes = new Uint8Array(bits / 8);
  let held = 0;
  let left = 0;
  let at = 0;
  for (let i = 1; i < text.length; i += 2) {
    const value = (VALUES.get(text[i]!) ?? NaN) * 91 + (VALUES.get(text[i + 1]!) ?? NaN);
    if (!(value < 8192)) throw new SyntaxError('not base 91');
    held = (held << 13) | value;
    left += 13;
    while (left >= 8 && at < bytes.length) {
      left -= 8;
      bytes[at++] = held >> left;
      held &= (1 << left) - 1;
    }
  }
  return bytes;
}
