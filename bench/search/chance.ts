/** Chance that can be had again: the same seed gives the same throws, on every machine. */
export type Chance = {
  /** From 0 up to 1. */
  readonly number: () => number;
  /** A whole number from 0 up to `end`. */
  readonly below: (end: number) => number;
  readonly one: <T>(values: readonly T[]) => T;
  readonly shuffled: <T>(values: readonly T[]) => T[];
};

/** Chance from a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number) => Math.floor(number() * end);
  return {
    number,
    below,
    one: (values) => {
      if (values.length === 0) throw new RangeError('There is nothing to choose from.');
      return values[below(values.length)] as (typeof values)[number];
    },
    shuffled: (values) => {
      const mixed = [...values];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = below(last + 1);
        [mixed[last], mixed[other]] = [
          mixed[other] as (typeof mixed)[number],
          mixed[last] as (typeof mixed)[number],
        ];
      }
      return mixed;
    },
  };
}
