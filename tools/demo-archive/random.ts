/** A source of numbers that gives the same sequence for the same seed, on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One member; every member is as likely as the others. */
  pick<T>(from: readonly T[]): T;
  /** One member; the first ones are by far the likeliest, as with fandoms and tags on a real archive. */
  popular<T>(from: readonly T[]): T;
  /** `count` different members (or all of them) by `popular`. */
  several<T>(from: readonly T[], count: number): T[];
}

/** SplitMix32, a public-domain generator: one addition and two multiply-xor rounds a number. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const at = <T>(from: readonly T[], index: number): T => {
    if (index >= from.length) throw new RangeError('Nothing to pick from');
    return from[index] as T;
  };
  const random: Random = {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (from) => at(from, Math.floor(next() * from.length)),
    popular: (from) => at(from, Math.floor(next() ** 3.5 * from.length)),
    several: (from, count) => {
      const chosen = new Set<(typeof from)[number]>();
      const wanted = Math.min(count, from.length);
      for (let tries = 0; chosen.size < wanted && tries < wanted * 8; tries++) chosen.add(random.popular(from));
      return [...chosen];
    },
  };
  return random;
}
