import type { CostPool } from "@liftledger/contracts/cost-pool";
import { getCostPool, renameCostPool as renameStored } from "@liftledger/database/cost-pools";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { costPoolViews } from "./cost-pool-view.ts";
import { refuseTakenName } from "./create-cost-pool.ts";

/** Gives a shared cost another name; what was booked stays with it. Throws where it was renamed since that version. */
export async function renameCostPool(
  ctx: Context,
  wanted: { costPoolId: string; version: number; name: string },
): Promise<CostPool> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { costPoolId, name } = wanted;
    const before = await getCostPool(tx, ctx.organisationId, costPoolId);
    const thing = { objectId: costPoolId, name: before.name, field: "costPoolId" };
    await refuseRetired(ctx, tx, "cost-pool", [thing], "restore it to rename it");
    await refuseTakenName(ctx, tx, name, costPoolId);
    await renameStored(tx, ctx.organisationId, wanted);
    const after = await getCostPool(tx, ctx.organisationId, costPoolId);
    audit({ action: "renameCostPool", noun: "cost-pool", id: costPoolId, before, after });
    return onlyRow(await costPoolViews(ctx, tx, [after]));
  });
}
