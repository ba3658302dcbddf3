import type { Alert } from "@liftledger/contracts/alert";
import { deleteAlertSnooze } from "@liftledger/database/alert-snoozes";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { alertViews } from "./alert-view.ts";
import { getOwnAlert } from "./own-alert.ts";

/** Brings an alert back that was put off, before its day. */
export async function unsnoozeAlert(ctx: Context, { alertId }: { alertId: string }): Promise<Alert> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { alert, snooze: before } = await getOwnAlert(ctx, tx, alertId);
    if (before === undefined || before.backOn <= ctx.today || alert.endedAt !== null)
      throw new ProblemError("conflict", "This alert is not put off.");
    await deleteAlertSnooze(tx, ctx.organisationId, alertId);
    audit({ action: "unsnoozeAlert", noun: "alert", id: alertId, before, after: null });
    return onlyRow(await alertViews(ctx, tx, [alert]));
  });
}
