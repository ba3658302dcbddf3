import type { CostPool, NewCostPool } from "@liftledger/contracts/cost-pool";
import { insertCostPool, listCostPools } from "@liftledger/database/cost-pools";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { costPoolViews } from "./cost-pool-view.ts";

/** Adds a cost that several initiatives share, with the driver that divides it. It costs nothing until a month is booked. */
export async function createCostPool(ctx: Context, wanted: NewCostPool): Promise<CostPool> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await refuseTakenName(ctx, tx, wanted.name);
    const made = { createdAt: ctx.now, createdBy: ctx.actor.personId, version: 1 };
    const pool = { costPoolId: ctx.newId(), ...wanted, ...made };
    await insertCostPool(tx, ctx.organisationId, pool);
    audit({ action: "createCostPool", noun: "cost-pool", id: pool.costPoolId, before: null, after: pool });
    return onlyRow(await costPoolViews(ctx, tx, [pool]));
  });
}

/** Refuses the name of another shared cost. */
export async function refuseTakenName(ctx: Context, db: Reader, name: string, ownId?: string): Promise<void> {
  const found = (await listCostPools(db, ctx.organisationId)).find((pool) => pool.name === name);
  if (found === undefined || found.costPoolId === ownId) return;
  const thing = { objectId: found.costPoolId, name, field: "name" };
  await refuseRetired(ctx, db, "cost-pool", [thing], "restore it, or choose another name");
  const details = [{ field: "name", message: "taken", seen: name }];
  throw new ProblemError("conflict", `There is a shared cost "${name}" already.`, details);
}
