import type { CostPool as WirePool } from "@liftledger/contracts/cost-pool";
import { CostCategory } from "@liftledger/contracts/initiative";
import { latestCostPoolMonths, type CostPool } from "@liftledger/database/cost-pools";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { retiredViews } from "../retirement/retired-views.ts";

/** Shared costs as they cross the wire, each with the last month that has an amount. */
export async function costPoolViews(
  ctx: Context,
  db: Reader,
  pools: readonly CostPool[],
): Promise<WirePool[]> {
  const only = pools.length === 1 ? pools[0]?.costPoolId : undefined;
  const months = await latestCostPoolMonths(db, ctx.organisationId, { costPoolId: only });
  const standing = months.filter(({ amountMinor }) => amountMinor !== null);
  const lastMonths = new Map(standing.map(({ costPoolId, month }) => [costPoolId, month]));
  const nameOf = await personNames(ctx, db);
  const retiredOf = await retiredViews(ctx, db, "cost-pool");
  return pools.map((pool) => ({
    ...pool,
    category: CostCategory.parse(pool.category),
    createdBy: nameOf(pool.createdBy),
    lastMonth: lastMonths.get(pool.costPoolId) ?? null,
    retired: retiredOf(pool.costPoolId),
  }));
}
