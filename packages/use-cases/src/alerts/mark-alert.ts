import type { Alert } from "@liftledger/contracts/alert";
import { getAlert, peopleOfAlerts, setAlertRead } from "@liftledger/database/alerts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { alertViews } from "./alert-view.ts";

/** Marks an alert that the actor was told of as read, or as not read; nobody else's. */
export async function markAlert(
  ctx: Context,
  { alertId, read }: { alertId: string; read: boolean },
): Promise<Alert> {
  mustBe(ctx, "viewer");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { organisationId } = ctx;
    const { personId } = ctx.actor;
    const alert = await getAlert(tx, organisationId, alertId);
    const own = (await peopleOfAlerts(tx, organisationId, [alertId])).find(
      (one) => one.personId === personId,
    );
    if (own === undefined) {
      throw new ProblemError(
        "conflict",
        "You were not told of this alert, so it is not yours to mark as read.",
      );
    }
    const readAt = read ? (own.readAt ?? ctx.now) : null;
    if (readAt !== own.readAt) {
      await setAlertRead(tx, organisationId, { alertId, personId, readAt });
      const [before, after] = [{ readAt: own.readAt }, { readAt }];
      audit({ action: "markAlert", noun: "alert", id: alertId, before, after });
    }
    return onlyRow(await alertViews(ctx, tx, [alert]));
  });
}
