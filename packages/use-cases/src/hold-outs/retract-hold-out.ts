import { getBenefit } from "@liftledger/database/benefits";
import { getHoldOut, retractHoldOut as retractStored } from "@liftledger/database/hold-outs";
import { getSeries } from "@liftledger/database/series";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { refuseMovedMonths } from "./refuse-moved-months.ts";

/**
 * Takes a hold-out back: from now on its benefit is measured against its own baseline again, while what was known
 * before this instant still knows it. Refused where it would move the value of a closed month.
 */
export async function retractHoldOut(
  ctx: Context,
  { holdOutId }: { holdOutId: string },
): Promise<{ retracted: true }> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getHoldOut(tx, ctx.organisationId, holdOutId);
    await getOwnInitiative(ctx, tx, before.initiativeId);
    const benefit = await getBenefit(tx, ctx.organisationId, before.benefitId);
    const series = await getSeries(tx, ctx.organisationId, benefit.seriesId);
    await refuseMovedMonths(ctx, tx, { benefit, series });
    await retractStored(tx, ctx.organisationId, holdOutId, ctx.now);
    const after = { ...before, retractedAt: ctx.now };
    audit({ action: "retractHoldOut", noun: "hold-out", id: holdOutId, before, after });
    return { retracted: true };
  });
}
