import type { Alert, SnoozeAlert } from "@liftledger/contracts/alert";
import { keepAlertSnooze } from "@liftledger/database/alert-snoozes";
import { setAlertUnread } from "@liftledger/database/alerts";
import { addDays } from "@liftledger/kpis/iso-date";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { alertViews } from "./alert-view.ts";
import { getOwnAlert } from "./own-alert.ts";

/** What is put off for longer is forgotten: then its rule is to be changed. */
const mostDays = 90;

/**
 * Puts an open alert off until a day, for everybody, with who did it and why. It is back by itself on that day, to be read
 * anew; what it is about is looked at all the while, and its end is told.
 */
export async function snoozeAlert(
  ctx: Context,
  { alertId, backOn, reason }: { alertId: string } & SnoozeAlert,
): Promise<Alert> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { alert, snooze: before } = await getOwnAlert(ctx, tx, alertId);
    if (alert.endedAt !== null)
      throw new ProblemError("conflict", "This alert is over: there is nothing to put off.");
    const latest = addDays(ctx.today, mostDays);
    if (backOn <= ctx.today || backOn > latest) {
      const message = `A day after today, ${latest} at the latest: for longer, change the rule.`;
      throw new ProblemError("invalid-request", message, [{ field: "backOn", message, seen: backOn }]);
    }
    const after = { alertId, backOn, reason, snoozedAt: ctx.now, snoozedBy: ctx.actor.personId };
    await keepAlertSnooze(tx, ctx.organisationId, after);
    await setAlertUnread(tx, ctx.organisationId, alertId);
    audit({ action: "snoozeAlert", noun: "alert", id: alertId, before: before ?? null, after, reason });
    return onlyRow(await alertViews(ctx, tx, [alert]));
  });
}
