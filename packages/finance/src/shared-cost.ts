import { allocate } from "./allocate.ts";
import type { Amount } from "./amount.ts";

/** A cost that several initiatives share, and what each used of the driver that divides it. */
export type SharedCostPool = {
  readonly name: string;
  readonly amountMinor: bigint;
  /** What divides it, in words: "seats", "tokens", "hours of the platform team". */
  readonly driver: string;
  /** Quantity by initiative, as decimals or numbers from 0. */
  readonly quantities: Readonly<Record<string, Amount>>;
};

export type InitiativeCost = {
  readonly initiative: string;
  /** What it caused itself: the figure to show beside the full one. */
  readonly directMinor: bigint;
  /** Its parts of the pools, in their order. */
  readonly shared: readonly {
    readonly pool: string;
    readonly driver: string;
    readonly amountMinor: bigint;
  }[];
  readonly sharedMinor: bigint;
  readonly fullMinor: bigint;
};

/**
 * Shared costs divided by drivers: for each initiative its direct cost, its part of each pool and the full
 * cost. The parts of a pool add up to it exactly (largest remainder, ties to the initiative named first).
 * Initiatives come in the order in which they are first named, direct costs before pools.
 *
 * Throws a RangeError, naming the pool, where a quantity is negative or nothing of the driver was used: how
 * such a pool is shared is a decision for a person.
 *
 *     shareCosts({ directMinor: { chat: 5000n }, pools: [{ name: "Licence", amountMinor: 10000n,
 *       driver: "seats", quantities: { chat: 3, leads: 1 } }] })
 *     // chat: direct 5000n, shared 7500n, full 12500n; leads: direct 0n, shared 2500n, full 2500n
 */
export function shareCosts(input: {
  readonly directMinor: Readonly<Record<string, bigint>>;
  readonly pools: readonly SharedCostPool[];
}): readonly InitiativeCost[] {
  const direct = new Map(Object.entries(input.directMinor));
  const initiatives = new Set([
    ...direct.keys(),
    ...input.pools.flatMap(({ quantities }) => Object.keys(quantities)),
  ]);
  const pools = input.pools.map((pool) => ({ ...pool, parts: partsOf(pool) }));
  return [...initiatives].map((initiative) => {
    const shared = pools.flatMap(({ name, driver, parts }) => {
      const amountMinor = parts.get(initiative);
      return amountMinor === undefined ? [] : [{ pool: name, driver, amountMinor }];
    });
    const directMinor = direct.get(initiative) ?? 0n;
    const sharedMinor = shared.reduce((sum, part) => sum + part.amountMinor, 0n);
    return { initiative, directMinor, shared, sharedMinor, fullMinor: directMinor + sharedMinor };
  });
}

function partsOf({ name, amountMinor, driver, quantities }: SharedCostPool): ReadonlyMap<string, bigint> {
  const users = Object.keys(quantities);
  try {
    const parts = allocate(amountMinor, Object.values(quantities));
    return new Map(users.map((user, index) => [user, parts[index] ?? 0n]));
  } catch (error) {
    throw new RangeError(`"${name}" cannot be shared by ${driver}`, { cause: error });
  }
}
