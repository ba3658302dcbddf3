import type { CostPool, NewCostPool } from "@liftledger/contracts/cost-pool";
import { insertCostPool, listCostPools } from "@liftledger/database/cost-pools";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { costPoolView } from "./cost-pool-view.ts";

/** Adds a cost that several initiatives share, with the driver that divides it. It costs nothing until a month is booked. */
export async function createCostPool(ctx: Context, wanted: NewCostPool): Promise<CostPool> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const pools = await listCostPools(tx, ctx.organisationId);
    if (pools.some(({ name }) => name === wanted.name)) {
      const details = [{ field: "name", message: "taken", seen: wanted.name }];
      throw new ProblemError("conflict", `There is a shared cost "${wanted.name}" already.`, details);
    }
    const pool = { costPoolId: ctx.newId(), ...wanted, createdAt: ctx.now, createdBy: ctx.actor.personId };
    await insertCostPool(tx, ctx.organisationId, pool);
    audit({ action: "createCostPool", noun: "cost-pool", id: pool.costPoolId, before: null, after: pool });
    return costPoolView(pool, { lastMonth: null, nameOf: await personNames(ctx, tx) });
  });
}
