import type { CostPool, CostPoolMonth } from "@liftledger/database/cost-pools";
import { allocate } from "@liftledger/finance/allocate";

/** What one initiative bears of a month of a pool. */
export interface DividedShare {
  pool: CostPool;
  booked: CostPoolMonth & { amountMinor: bigint };
  initiativeId: string;
  quantity: string;
  amountMinor: bigint;
  /** Its place among those who share it. */
  place: number;
}

/** The shares of months, exactly to the minor unit: those of one month add up to its amount. None of what was taken back. */
export function dividedMonths(
  pools: readonly CostPool[],
  months: readonly CostPoolMonth[],
): readonly DividedShare[] {
  const poolOf = new Map(pools.map((pool) => [pool.costPoolId, pool]));
  return months.flatMap((booked) => {
    const pool = poolOf.get(booked.costPoolId);
    const { amountMinor, quantities } = booked;
    if (pool === undefined || amountMinor === null) return [];
    const parts = allocate(
      amountMinor,
      quantities.map(({ quantity }) => quantity),
    );
    return quantities.map(({ initiativeId, quantity }, place) => ({
      pool,
      booked: { ...booked, amountMinor },
      initiativeId,
      quantity,
      amountMinor: parts[place] ?? 0n,
      place,
    }));
  });
}
