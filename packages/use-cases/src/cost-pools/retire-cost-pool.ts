import type { CostPool } from "@liftledger/contracts/cost-pool";
import type { RestoreThing, RetireThing } from "@liftledger/contracts/retirement";
import { getCostPool } from "@liftledger/database/cost-pools";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { restoreThing, retireThing, type Retirable, type RetirableThing } from "../retirement/retirable.ts";
import { costPoolViews } from "./cost-pool-view.ts";

const kind: Retirable<RetirableThing, CostPool> = {
  noun: "cost-pool",
  called: "shared cost",
  needs: "finance",
  actions: { retire: "retireCostPool", restore: "restoreCostPool" },
  async get(ctx, tx, costPoolId) {
    const pool = await getCostPool(tx, ctx.organisationId, costPoolId);
    return { objectId: costPoolId, name: pool.name, version: pool.version, facts: pool };
  },
  view: async (ctx, db, costPoolId) =>
    onlyRow(await costPoolViews(ctx, db, [await getCostPool(db, ctx.organisationId, costPoolId)])),
};

/** Ends a shared cost: nothing more is booked of it; what was booked, planned months too, stays until it is taken back. */
export async function retireCostPool(
  ctx: Context,
  request: { costPoolId: string } & RetireThing,
): Promise<CostPool> {
  return retireThing(ctx, kind, { id: request.costPoolId, ...request });
}

/** Brings a retired shared cost back. */
export async function restoreCostPool(
  ctx: Context,
  request: { costPoolId: string } & RestoreThing,
): Promise<CostPool> {
  return restoreThing(ctx, kind, { id: request.costPoolId, ...request });
}
