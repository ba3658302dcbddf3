import type { ValuePool } from "@liftledger/contracts/claims";
import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import { getValuePool, updateValuePool } from "@liftledger/database/value-pools";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { refuseTakenName } from "./create-value-pool.ts";
import { poolViews } from "./pool-views.ts";
import { settleMembers } from "./settle-members.ts";

/** Renames a value pool or changes what draws on it; without members it is of no more account. */
export async function changeValuePool(
  ctx: Context,
  wanted: { poolId: string } & EndpointRequest<"changeValuePool">["body"],
): Promise<ValuePool> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { poolId, version, name, proRata } = wanted;
    const kept = await getValuePool(tx, ctx.organisationId, poolId);
    const before = onlyRow(await poolViews(ctx, tx, [kept]));
    const thing = { objectId: poolId, name: kept.name, field: "poolId" };
    await refuseRetired(ctx, tx, "value-pool", [thing], "restore it to change it");
    if (name !== undefined) await refuseTakenName(ctx, tx, name, poolId);
    await updateValuePool(tx, ctx.organisationId, poolId, version, name ?? kept.name);
    const members = {
      series: wanted.series ?? before.series,
      kpiKeys: wanted.kpiKeys ?? before.kpiKeys,
    };
    await settleMembers(ctx, tx, audit, { poolId, members, proRata, action: "changeValuePool" });
    const after = onlyRow(await poolViews(ctx, tx, [await getValuePool(tx, ctx.organisationId, poolId)]));
    audit({ action: "changeValuePool", noun: "value-pool", id: poolId, before, after });
    return after;
  });
}
