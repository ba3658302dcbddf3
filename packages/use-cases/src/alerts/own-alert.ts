import { snoozesOfAlerts, type AlertSnooze } from "@liftledger/database/alert-snoozes";
import { getAlert, peopleOfAlerts, type Alert } from "@liftledger/database/alerts";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";

/** An alert that the actor was told of, or that is about what is their own, with how it was put off last. */
export async function getOwnAlert(
  ctx: Context,
  db: Reader,
  alertId: string,
): Promise<{ alert: Alert; snooze: AlertSnooze | undefined }> {
  const { organisationId, actor } = ctx;
  const alert = await getAlert(db, organisationId, alertId);
  const told = await peopleOfAlerts(db, organisationId, [alertId]);
  if (!told.some(({ personId }) => personId === actor.personId)) {
    if (alert.initiativeId === null) mustBe(ctx, "finance");
    else await getOwnInitiative(ctx, db, alert.initiativeId);
  }
  const [snooze] = await snoozesOfAlerts(db, organisationId, [alertId]);
  return { alert, snooze };
}
