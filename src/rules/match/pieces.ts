import { BASE, Chains, hashOf } from './chains';

/**
 * Finds which of many pieces of text occur in a text, in one pass whose cost hardly depends on how many pieces
 * there are. Each piece is filed under one window of it (8, 4, 2 or 1 characters, the longest that fits and the
 * least crowded); a text is read window by window and a filed piece is compared only where its window occurs.
 *
 *   file('noncon', 7)  ->  window 'onco', at offset 1
 *   text 'past noncon' ->  windows 'past', 'ast ', ..., 'nonc', 'onco': compare 'noncon' here -> visit(7)
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

  /** How many slots this very piece is filed for; where a window is crowded, of the last that came there. */
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

/** Long windows are rare in texts, short ones are needed for short pieces; each length in use is one more pass over the text. */
const WINDOWS = [8, 4, 2, 1] as const;

/** As many windows of a piece are tried for one that is not crowded yet. */
const MOST_TRIED = 8;

/** More pieces at one window are not counted: ten thousand patterns that begin alike must not be held against each other. */
const MOST_COUNTED = 64;
/** Likewise for those that share a piece, of which a few hundred are a crowd. */
const MOST_LOOKED_AT = 500;

/** One bit for each of 2^16 hashes: 8 kB, which stays in the processor's nearest cache; most windows are dismissed by it. */
const BITS = 16;

type Also = readonly (readonly string[])[];

class Drawer {
  private readonly chains = new Chains();
  // By entry: the piece, where its window begins in it, whose it is, what else must be there.
  private readonly pieces: string[] = [];
  private readonly offsets: number[] = [];
  // Most pieces that share a window with a text differ from it at an end. Looking there first leaves alone the pieces themselves, which lie all over the memory.
  private readonly lengths: number[] = [];
  private readonly firsts: number[] = [];
  private readonly lasts: number[] = [];
  private readonly slots: number[] = [];
  private readonly alsos = new Map<number, Also>();
  private readonly present = new Uint32Array(1 << (BITS - 5));
  /** BASE to the power of the window's length, to take the leaving character out of a rolling hash. */
  private readonly leaving: number;

  constructor(readonly length: number) {
    let power = 1;
    for (let i = 0; i < length; i++) power = Math.imul(power, BASE);
    this.leaving = power;
  }

  get count(): number {
    return this.slots.length;
  }

  file(piece: string, slot: number, also: Also): void {
    const { hash, offset } = this.place(piece);
    const bit = bitOf(hash);
    this.present[bit >>> 5] = (this.present[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const entry = this.pieces.push(piece) - 1;
    this.offsets.push(offset);
    this.lengths.push(piece.length);
    this.firsts.push(piece.charCodeAt(0));
    this.lasts.push(piece.charCodeAt(piece.length - 1));
    this.slots.push(slot);
    if (also.length > 0) this.alsos.set(entry, also);
    this.chains.add(hash, entry);
  }

  filedFor(piece: string): number {
    const { chains } = this;
    let count = 0;
    let looked = 0;
    for (let at = chains.first(this.place(piece).hash); at >= 0 && looked < MOST_LOOKED_AT; at = chains.next(at), looked++) {
      if (this.pieces[chains.value(at)] === piece) count++;
    }
    return count;
  }

  /** The least crowded window of a piece. The middle is tried first: it spans two words where there are two, which is rarer than either. */
  private place(piece: string): { hash: number; offset: number } {
    let best = { hash: 0, offset: 0 };
    let least = MOST_COUNTED + 1;
    const last = piece.length - this.length;
    for (let tried = 0; tried <= last && tried < MOST_TRIED && least > 0; tried++) {
      // The middle, one after it, one before it, two after it ...
      const offset = (last >> 1) + (tried % 2 === 0 ? -(tried >> 1) : (tried + 1) >> 1);
      const hash = hashOf(piece, offset, offset + this.length);
      const crowd = this.crowdOf(hash, piece);
      if (crowd >= least) continue;
      least = crowd;
      best = { hash, offset };
    }
    return best;
  }

  /** Entries of other pieces, as far as they are counted; a place where the piece is already is as good as an empty one. */
  private crowdOf(hash: number, piece: string): number {
    const { chains } = this;
    let crowd = 0;
    for (let at = chains.first(hash); at >= 0 && crowd < MOST_COUNTED; at = chains.next(at)) {
      if (this.pieces[chains.value(at)] === piece) return 0;
      crowd++;
    }
    return crowd;
  }

  search(text: string, visit: (slot: number) => void): void {
    const { length, leaving, present } = this;
    if (text.length < length) return;
    let hash = hashOf(text, 0, length);
    for (let end = length; ; end++) {
      const bit = bitOf(hash);
      if (((present[bit >>> 5] as number) & (1 << (bit & 31))) !== 0) this.compare(text, end - length, hash, visit);
      if (end >= text.length) return;
      hash = (Math.imul(hash, BASE) + text.charCodeAt(end) - Math.imul(text.charCodeAt(end - length), leaving)) | 0;
    }
  }

  private compare(text: string, at: number, hash: number, visit: (slot: number) => void): void {
    const { chains } = this;
    for (let link = chains.first(hash); link >= 0; link = chains.next(link)) {
      const entry = chains.value(link);
      const start = at - (this.offsets[entry] ?? 0);
      if (start < 0 || text.charCodeAt(start) !== this.firsts[entry] || text.charCodeAt(start + (this.lengths[entry] ?? 0) - 1) !== this.lasts[entry]) continue;
      if (!text.startsWith(this.pieces[entry] ?? '', start)) continue;
      const also = this.alsos.get(entry);
      if (also === undefined || also.every((texts) => texts.some((one) => text.includes(one)))) visit(this.slots[entry] ?? 0);
    }
  }
}

/** The hash's bit: its upper bits, mixed, since the lower ones hold little but the last characters. */
const bitOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - BITS);
