/**
 * Numbers by hash, many for one hash: a hash table in flat arrays, since fifty thousand small objects would cost
 * more to collect than to make. Nothing is taken out; two texts may share a hash, so what is found is to be checked.
 */
export class Chains {
  /** First entry of each bucket, plus one; 0 = none. */
  private heads: Int32Array<ArrayBuffer>;
  private hashes: Int32Array<ArrayBuffer>;
  private values: Int32Array<ArrayBuffer>;
  /** The entry that follows in the bucket, plus one. */
  private following: Int32Array<ArrayBuffer>;
  count = 0;

  /** @param expected about how many numbers will come; more may */
  constructor(expected = 0) {
    const length = 1 << Math.max(9, 32 - Math.clz32(expected));
    this.heads = new Int32Array(2 * length);
    this.hashes = new Int32Array(length);
    this.values = new Int32Array(length);
    this.following = new Int32Array(length);
  }

  add(hash: number, value: number): void {
    if (this.count === this.values.length) this.grow();
    const entry = this.count++;
    this.hashes[entry] = hash;
    this.values[entry] = value;
    this.link(entry);
  }

  /**
   * The place of a hash's first number, or -1. All of them:
   * `for (let at = chains.first(hash); at >= 0; at = chains.next(at)) use(chains.value(at))`.
   */
  first(hash: number): number {
    return this.seek((this.heads[mixed(hash) & (this.heads.length - 1)] ?? 0) - 1, hash);
  }

  /** The place of the next number of the same hash, or -1. */
  next(at: number): number {
    return this.seek((this.following[at] ?? 0) - 1, this.hashes[at] ?? 0);
  }

  value(at: number): number {
    return this.values[at] ?? 0;
  }

  /** How many numbers a hash has. */
  size(hash: number): number {
    let size = 0;
    for (let at = this.first(hash); at >= 0; at = this.next(at)) size++;
    return size;
  }

  private seek(from: number, hash: number): number {
    let at = from;
    while (at >= 0 && this.hashes[at] !== hash) at = (this.following[at] ?? 0) - 1;
    return at;
  }

  private link(entry: number): void {
    const bucket = mixed(this.hashes[entry] ?? 0) & (this.heads.length - 1);
    this.following[entry] = this.heads[bucket] ?? 0;
    this.heads[bucket] = entry + 1;
  }

  private grow(): void {
    const longer = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(old.length * 2);
      array.set(old);
      return array;
    };
    this.hashes = longer(this.hashes);
    this.values = longer(this.values);
    this.following = longer(this.following);
    this.heads = new Int32Array(this.heads.length * 2);
    for (let entry = 0; entry < this.count; entry++) this.link(entry);
  }
}

/** The upper bits of a product hold something of every bit of the hash. */
const mixed = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> 8;

/** An odd number with mixed bits, so that the hash of a text has its characters in all bits. */
export const BASE = 0x2c1b3c6d;

/** The hash of a part of a text; a rolling one, see pieces.ts. */
export function hashOf(text: string, from = 0, to: number = text.length): number {
  let hash = 0;
  for (let i = from; i < to; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}
