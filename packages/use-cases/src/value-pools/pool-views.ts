import type { ValuePool as WireValuePool } from "@liftledger/contracts/claims";
import type { Reader } from "@liftledger/database/transaction";
import { listPoolKpis, listPoolSeries, type ValuePool } from "@liftledger/database/value-pools";
import type { Context } from "../context.ts";
import { retiredViews } from "../retirement/retired-views.ts";

/** Value pools as they cross the wire, with what draws on each. */
export async function poolViews(
  ctx: Context,
  db: Reader,
  pools: readonly ValuePool[],
): Promise<WireValuePool[]> {
  const poolIds = pools.map(({ poolId }) => poolId);
  const series = await listPoolSeries(db, ctx.organisationId, { poolIds });
  const retiredOf = await retiredViews(ctx, db, "value-pool", poolIds);
  const kpis = await listPoolKpis(db, ctx.organisationId, { poolIds });
  return pools.map(({ poolId, name, version, createdAt }) => ({
    poolId,
    name,
    series: series
      .filter((member) => member.poolId === poolId)
      .map(({ seriesId, segment }) => ({ seriesId, segment })),
    kpiKeys: kpis.filter((member) => member.poolId === poolId).map(({ kpiKey }) => kpiKey),
    version,
    createdAt,
    retired: retiredOf(poolId),
  }));
}
