import { retractCostLine as retractStored } from "@liftledger/database/cost-lines";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { refuseClosed } from "../periods/closed-months.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";

/**
 * Takes a cost line back: from now on it does not count, while what was known before this instant still
 * counts it. A correction is a line taken back and another added. The lines of a closed month stay.
 */
export async function retractCostLine(
  ctx: Context,
  { costLineId }: { costLineId: string },
): Promise<{ retracted: true }> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const after = await retractStored(tx, ctx.organisationId, costLineId, ctx.now);
    await getOwnInitiative(ctx, tx, after.initiativeId);
    await refuseClosed(ctx, tx, [{ period: after.month, field: "costLineId", addsUp: true }]);
    const before = { ...after, retractedAt: null };
    audit({ action: "retractCostLine", noun: "cost-line", id: costLineId, before, after });
    return { retracted: true };
  });
}
