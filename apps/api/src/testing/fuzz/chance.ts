import { seededRandom } from "@liftledger/numerics/seeded-random";

/** Draws of one seed, the same every time. */
export interface Chance {
  /** A whole number from 0 to below the bound. */
  below(bound: number): number;
  oneOf<Item>(items: readonly Item[]): Item;
  /** Happens once in so many times. */
  onceIn(times: number): boolean;
}

export function chanceOf(seed: number): Chance {
  const { uniform } = seededRandom(seed);
  const below = (bound: number) => Math.floor(uniform() * bound);
  return {
    below,
    oneOf<Item>(items: readonly Item[]): Item {
      if (items.length === 0) throw new Error("there is nothing to draw from");
      return items[below(items.length)] as Item;
    },
    onceIn: (times) => below(times) === 0,
  };
}
