/** Random numbers that are the same for the same seed on every machine. */
export interface RandomSource {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, 0 ≤ n < below. */
  below(below: number): number;
  /** Standard normal. */
  gauss(): number;
  pick<T>(from: readonly T[]): T;
}

/** mulberry32: 32 bits of state, uniform enough for simulating people. */
export function randomSource(seed: number): RandomSource {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    gauss: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (from) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new RangeError('There is nothing to pick from.');
      return picked;
    },
  };
}
