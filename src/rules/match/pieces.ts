/**
 * Finds which of many pieces of text occur in a text, in one pass whose cost does not depend on how many pieces
 * there are. Each piece is filed under one window of it (8, 5, 3, 2 or 1 characters, the longest that fits and the
 * least crowded); a text is read window by window and a filed piece is compared only where its window occurs.
 *
 *   file('noncon', 7)  ->  window 'nonco' of length 5, at offset 0
 *   text 'past noncon' ->  ... windows 'past ', 'ast n', ..., 'nonco': compare 'noncon' here -> visit(7)
 */
export class Pieces {
  private readonly drawers = WINDOWS.map((length) => new Drawer(length));
  count = 0;

  /** Files a piece of at least one character for a slot. */
  file(piece: string, slot: number): void {
    this.count++;
    const drawer = this.drawers.find(({ length }) => length <= piece.length);
    drawer?.file(piece, slot);
  }

  /** Calls `visit` for every filed piece that occurs in the text, possibly several times. */
  search(text: string, visit: (slot: number) => void): void {
    for (const drawer of this.drawers) if (drawer.count > 0) drawer.search(text, visit);
  }
}

/** Long windows are rare in texts, short ones are needed for short pieces. */
const WINDOWS = [8, 5, 3, 2, 1] as const;

/** As many windows of a piece are tried for one that is not crowded yet. */
const MOST_TRIED = 8;

const BASE = 0x01000193;
/** One bit for each of 2^18 hashes: 32 kB, of which few are set, so that most windows are dismissed at once. */
const BITS = 18;

interface Filed {
  piece: string;
  /** Where the window begins in the piece. */
  offset: number;
  slots: number[];
}

class Drawer {
  count = 0;
  private readonly filed = new Map<number, Filed[]>();
  private readonly present = new Uint32Array(1 << (BITS - 5));
  /** BASE to the power of the window's length, to take the leaving character out of a rolling hash. */
  private readonly leaving: number;

  constructor(readonly length: number) {
    let power = 1;
    for (let i = 0; i < length; i++) power = Math.imul(power, BASE);
    this.leaving = power;
  }

  file(piece: string, slot: number): void {
    this.count++;
    let best: { key: number; offset: number; crowd: number } | null = null;
    for (let offset = 0; offset + this.length <= piece.length && offset < MOST_TRIED; offset++) {
      const key = this.hash(piece, offset);
      const crowd = this.filed.get(key)?.length ?? 0;
      if (best === null || crowd < best.crowd) best = { key, offset, crowd };
      if (crowd === 0) break;
    }
    if (best === null) return;
    const { key, offset } = best;
    const bit = spread(key);
    this.present[bit >>> 5] = (this.present[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const row = this.filed.get(key);
    const same = row?.find((one) => one.piece === piece && one.offset === offset);
    if (same !== undefined) same.slots.push(slot);
    else if (row !== undefined) row.push({ piece, offset, slots: [slot] });
    else this.filed.set(key, [{ piece, offset, slots: [slot] }]);
  }

  private hash(text: string, from: number): number {
    let hash = 0;
    for (let i = from; i < from + this.length; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
    return hash;
  }

  search(text: string, visit: (slot: number) => void): void {
    const { length, leaving, present } = this;
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
      if (i >= length) hash = (hash - Math.imul(text.charCodeAt(i - length), leaving)) | 0;
      if (i < length - 1) continue;
      const bit = spread(hash);
      if (((present[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) continue;
      const row = this.filed.get(hash);
      if (row === undefined) continue;
      for (const { piece, offset, slots } of row) {
        if (text.startsWith(piece, i - length + 1 - offset)) for (const slot of slots) visit(slot);
      }
    }
  }
}

/** The hash's bit: its upper bits, mixed, since the lower ones hold little but the last characters. */
const spread = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - BITS);
