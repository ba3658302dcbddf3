import type { ValuePool } from "@liftledger/contracts/claims";
import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import { getValuePool, insertValuePool, listValuePools } from "@liftledger/database/value-pools";
import type { Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { poolViews } from "./pool-views.ts";
import { settleMembers } from "./settle-members.ts";

/**
 * Says which series are the same money: a parent and its segments, or KPIs that share it. From then on no part of it
 * is claimed twice in any period, whichever series it is claimed on.
 */
export async function createValuePool(
  ctx: Context,
  { name, series, kpiKeys, proRata }: EndpointRequest<"createValuePool">["body"],
): Promise<ValuePool> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await refuseTakenName(ctx, tx, name);
    const poolId = ctx.newId();
    await insertValuePool(tx, ctx.organisationId, {
      poolId,
      name,
      createdAt: ctx.now,
      createdBy: ctx.actor.personId,
    });
    const members = { series, kpiKeys };
    await settleMembers(ctx, tx, audit, { poolId, members, proRata, action: "createValuePool" });
    const made = onlyRow(await poolViews(ctx, tx, [await getValuePool(tx, ctx.organisationId, poolId)]));
    audit({ action: "createValuePool", noun: "value-pool", id: poolId, before: null, after: made });
    return made;
  });
}

/** Refuses the name of another pool. */
export async function refuseTakenName(ctx: Context, tx: Writer, name: string, ownId?: string): Promise<void> {
  const pools = await listValuePools(tx, ctx.organisationId);
  const found = pools.find((pool) => pool.name === name && pool.poolId !== ownId);
  if (found === undefined) return;
  const thing = { objectId: found.poolId, name, field: "name" };
  await refuseRetired(ctx, tx, "value-pool", [thing], "restore it, or choose another name");
  const details = [{ field: "name", message: "taken", seen: name }];
  throw new ProblemError("conflict", `There is a value pool "${name}" already.`, details);
}
