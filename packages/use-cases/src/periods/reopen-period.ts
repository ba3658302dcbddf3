import type { Period } from "@liftledger/contracts/period-close";
import { insertPeriodEvent, listPeriodEvents, type PeriodEvent } from "@liftledger/database/periods";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { periodView } from "./period-view.ts";

/**
 * Opens a closed month again, for a reason. It leaves a restatement: the figures of the close stay, and those of
 * the next close are set beside them.
 */
export async function reopenPeriod(
  ctx: Context,
  { month, reason }: { month: string; reason: string },
): Promise<Period> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const last = (await listPeriodEvents(tx, ctx.organisationId, { months: [month] })).at(-1);
    if (last?.kind !== "closed")
      throw new ProblemError("conflict", `${month} is open: there is no close to undo.`);
    const after: PeriodEvent = {
      month,
      position: last.position + 1,
      kind: "reopened",
      reason,
      recordedAt: ctx.now,
      recordedBy: ctx.actor.personId,
    };
    await insertPeriodEvent(tx, ctx.organisationId, after);
    audit({ action: "reopenPeriod", noun: "period", id: month, before: last, after, reason });
    return periodView(ctx, tx, month);
  });
}
