/**
 * Finds which of many pieces of text occur in a text, in one pass whose cost hardly depends on how many pieces
 * there are. Each piece is filed under one window of it (8, 5, 3, 2 or 1 characters, the longest that fits and the
 * least crowded); a text is read window by window and a filed piece is compared only where its window occurs.
 *
 *   file('noncon', 7)  ->  window 'nonco' of length 5, at offset 0
 *   text 'past noncon' ->  ... windows 'past ', 'ast n', ..., 'nonco': compare 'noncon' here -> visit(7)
 */
export class Pieces {
  private readonly drawers = WINDOWS.map((length) => new Drawer(length));
  count = 0;

  /**
   * Files a piece of at least one character for a slot.
   * @param also sets of texts, of each of which the text must contain one as well
   */
  file(piece: string, slot: number, also: Also = []): void {
    this.count++;
    this.drawerOf(piece)?.file(piece, slot, also);
  }

  /** How many slots this very piece is filed for. */
  crowd(piece: string): number {
    return this.drawerOf(piece)?.filedFor(piece) ?? 0;
  }

  /** Calls `visit` for every filed piece that occurs in the text, possibly several times. */
  search(text: string, visit: (slot: number) => void): void {
    for (const drawer of this.drawers) if (drawer.count > 0) drawer.search(text, visit);
  }

  private drawerOf(piece: string): Drawer | undefined {
    return this.drawers.find(({ length }) => length <= piece.length);
  }
}

/** Long windows are rare in texts, short ones are needed for short pieces. */
const WINDOWS = [8, 5, 3, 2, 1] as const;

/** As many windows of a piece are tried for one that is not crowded yet. */
const MOST_TRIED = 8;

/** An odd number with mixed bits, so that the hash of a window has its characters in all bits. */
const BASE = 0x2c1b3c6d;
/** One bit for each of 2^18 hashes: 32 kB, of which few are set, so that most windows are dismissed at once. */
const BITS = 18;

type Also = readonly (readonly string[])[];

interface Filed {
  piece: string;
  /** Where the window begins in the piece. */
  offset: number;
  slots: number[];
  also: Also;
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

  file(piece: string, slot: number, also: Also): void {
    this.count++;
    const { hash, offset } = this.place(piece);
    const bit = bitOf(hash);
    this.present[bit >>> 5] = (this.present[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const row = this.filed.get(keyOf(hash));
    const same = also.length > 0 ? undefined : row?.find((one) => one.piece === piece && one.also.length === 0);
    if (same !== undefined) same.slots.push(slot);
    else if (row !== undefined) row.push({ piece, offset, slots: [slot], also });
    else this.filed.set(keyOf(hash), [{ piece, offset, slots: [slot], also }]);
  }

  filedFor(piece: string): number {
    return this.filed.get(keyOf(this.place(piece).hash))?.reduce((sum, one) => sum + (one.piece === piece ? one.slots.length : 0), 0) ?? 0;
  }

  /** The least crowded window of a piece; the one that it has already, when it has one. */
  private place(piece: string): { hash: number; offset: number } {
    let best = { hash: 0, offset: 0 };
    let least = Infinity;
    for (let offset = 0; offset + this.length <= piece.length && offset < MOST_TRIED; offset++) {
      const hash = this.hash(piece, offset);
      const row = this.filed.get(keyOf(hash));
      if (row?.some((one) => one.piece === piece) === true) return { hash, offset };
      if ((row?.length ?? 0) >= least) continue;
      least = row?.length ?? 0;
      best = { hash, offset };
    }
    return best;
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
      const bit = bitOf(hash);
      if (((present[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0) this.compare(text, i - length + 1, hash, visit);
    }
  }

  private compare(text: string, at: number, hash: number, visit: (slot: number) => void): void {
    for (const { piece, offset, slots, also } of this.filed.get(keyOf(hash)) ?? []) {
      if (!text.startsWith(piece, at - offset)) continue;
      if (also.length === 0 || also.every((texts) => texts.some((one) => text.includes(one)))) for (const slot of slots) visit(slot);
    }
  }
}

/** Small integers are the quickest keys; browsers keep those of 31 bits. */
const keyOf = (hash: number): number => hash & 0x3fffffff;

/** The hash's bit: its upper bits, mixed, since the lower ones hold little but the last characters. */
const bitOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - BITS);
