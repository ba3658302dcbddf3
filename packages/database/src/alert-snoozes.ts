import { isOneOf } from "./columns.ts";
import type { Reader, Writer } from "./transaction.ts";

/** That an open alert was put off until a day, on which it is back. */
export interface AlertSnooze {
  alertId: string;
  backOn: string;
  reason: string;
  snoozedAt: string;
  snoozedBy: string;
}

/** Puts an alert off, in the place of what was said before. */
export async function keepAlertSnooze(
  tx: Writer,
  organisationId: string,
  { alertId, backOn, reason, snoozedAt, snoozedBy }: AlertSnooze,
): Promise<void> {
  const values = { back_on: backOn, reason, snoozed_at: snoozedAt, snoozed_by: snoozedBy };
  await tx
    .insertInto("alert_snoozes")
    .values({ organisation_id: organisationId, alert_id: alertId, ...values })
    .onConflict((conflict) => conflict.columns(["organisation_id", "alert_id"]).doUpdateSet(values))
    .execute();
}

/** Brings an alert back before its day. */
export async function deleteAlertSnooze(tx: Writer, organisationId: string, alertId: string): Promise<void> {
  await tx
    .deleteFrom("alert_snoozes")
    .where("organisation_id", "=", organisationId)
    .where("alert_id", "=", alertId)
    .execute();
}

/** How some alerts were put off last, also those that are back. */
export async function snoozesOfAlerts(
  db: Reader,
  organisationId: string,
  alertIds: readonly string[],
): Promise<AlertSnooze[]> {
  return db
    .selectFrom("alert_snoozes")
    .select([
      "alert_id as alertId",
      "back_on as backOn",
      "reason",
      "snoozed_at as snoozedAt",
      "snoozed_by as snoozedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .where(isOneOf(db, "alert_id", alertIds))
    .execute();
}
