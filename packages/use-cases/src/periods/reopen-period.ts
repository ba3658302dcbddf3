import type { Period } from "@liftledger/contracts/period-close";
import { insertPeriodEvent, listPeriodEvents, type PeriodEvent } from "@liftledger/database/periods";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
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
    const close = (await listPeriodEvents(tx, ctx.organisationId, { months: [month] })).at(-1);
    if (close?.kind !== "closed")
      throw new ProblemError("conflict", `${month} is open: there is no close to undo.`);
    await writeReopening(ctx, tx, audit, { action: "reopenPeriod", close, reason });
    return periodView(ctx, tx, month);
  });
}

/** Writes that a month is open again, after its close, and tells the chain of it. */
export async function writeReopening(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { action, close, reason }: { action: string; close: PeriodEvent; reason: string },
): Promise<void> {
  const { month } = close;
  const after: PeriodEvent = {
    month,
    position: close.position + 1,
    kind: "reopened",
    reason,
    recordedAt: ctx.now,
    recordedBy: ctx.actor.personId,
  };
  await insertPeriodEvent(tx, ctx.organisationId, after);
  audit({ action, noun: "period", id: month, before: close, after, reason });
}
