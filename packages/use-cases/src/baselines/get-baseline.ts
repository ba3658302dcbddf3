import type { Baseline } from "@liftledger/contracts/initiative";
import { getBaseline as getStored } from "@liftledger/database/baselines";
import { onlyRow } from "../only-row.ts";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { baselineViews } from "./baseline-view.ts";

/** One baseline; throws `NotFoundError`. */
export async function getBaseline(ctx: Context, { baselineId }: { baselineId: string }): Promise<Baseline> {
  mustBe(ctx, "viewer");
  const kept = await getStored(ctx.db.read, ctx.organisationId, baselineId);
  return onlyRow(await baselineViews(ctx, ctx.db.read, [kept]));
}
