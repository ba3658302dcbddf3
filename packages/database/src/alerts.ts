import { isOneOf } from "./columns.ts";
import { NotFoundError } from "./errors.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** Something people were told of. */
export interface Alert {
  alertId: string;
  rule: string;
  subject: string;
  initiativeId: string | null;
  sentence: string;
  since: string;
  raisedAt: string;
  endedAt: string | null;
  endSentence: string | null;
}

/** That somebody was told of an alert. */
export interface AlertPerson {
  alertId: string;
  personId: string;
  readAt: string | null;
}

/** Adds an alert and who is told of it. */
export async function insertAlert(
  tx: Writer,
  organisationId: string,
  alert: Omit<Alert, "endSentence">,
  personIds: readonly string[],
): Promise<void> {
  const { alertId, rule, subject, initiativeId, sentence, since, raisedAt, endedAt } = alert;
  await tx
    .insertInto("alerts")
    .values({
      organisation_id: organisationId,
      alert_id: alertId,
      rule,
      subject,
      initiative_id: initiativeId,
      sentence,
      since,
      raised_at: raisedAt,
      ended_at: endedAt,
      end_sentence: null,
    })
    .execute();
  const rows = personIds.map((personId) => ({
    organisation_id: organisationId,
    alert_id: alertId,
    person_id: personId,
    read_at: null,
  }));
  if (rows.length > 0) await tx.insertInto("alert_people").values(rows).execute();
}

/** Says that an alert is over, or how it reads now. */
export async function updateAlert(
  tx: Writer,
  organisationId: string,
  alertId: string,
  change: { sentence: string } | { endedAt: string; endSentence: string },
): Promise<void> {
  const values =
    "sentence" in change
      ? { sentence: change.sentence }
      : { ended_at: change.endedAt, end_sentence: change.endSentence };
  await tx
    .updateTable("alerts")
    .set(values)
    .where("organisation_id", "=", organisationId)
    .where("alert_id", "=", alertId)
    .execute();
}

/** An alert by its id; throws `NotFoundError`. */
export async function getAlert(db: Reader, organisationId: string, alertId: string): Promise<Alert> {
  const row = await alertsOf(db, organisationId).where("alert_id", "=", alertId).executeTakeFirst();
  if (row === undefined) throw new NotFoundError("alert", alertId);
  return row;
}

const sorting: Sorting = {
  columns: { raisedAt: "raised_at", rule: "rule", alertId: "alert_id" },
  key: ["alertId"],
  first: "-raisedAt",
};

/** A page of alerts, the latest first unless another order is asked for. */
export async function listAlerts(
  db: Reader,
  organisationId: string,
  {
    rule,
    state,
    personId,
    initiativeId,
    today,
    ...request
  }: PageRequest & {
    rule?: string | undefined;
    /** Open ones that are put off are "snoozed" and not "open". */
    state?: "open" | "snoozed" | "ended" | undefined;
    /** The day by which it is told whether one is put off. */
    today: string;
    personId?: string | undefined;
    initiativeId?: string | undefined;
  },
): Promise<Page<Alert>> {
  let query = alertsOf(db, organisationId);
  if (rule !== undefined) query = query.where("rule", "=", rule);
  if (initiativeId !== undefined) query = query.where("initiative_id", "=", initiativeId);
  if (state !== undefined) query = query.where("ended_at", state === "ended" ? "is not" : "is", null);
  if (state === "open" || state === "snoozed") {
    query = query.where(({ eb, selectFrom }) =>
      eb(
        "alert_id",
        state === "snoozed" ? "in" : "not in",
        selectFrom("alert_snoozes")
          .select("alert_snoozes.alert_id")
          .where("alert_snoozes.organisation_id", "=", organisationId)
          .where("back_on", ">", today),
      ),
    );
  }
  if (personId !== undefined) {
    query = query.where(({ eb, selectFrom }) =>
      eb(
        "alert_id",
        "in",
        selectFrom("alert_people")
          .select("alert_people.alert_id")
          .where("alert_people.organisation_id", "=", organisationId)
          .where("person_id", "=", personId),
      ),
    );
  }
  return pageFrom(await sortedPage(query, sorting, request).execute(), sorting, request);
}

/** Alerts of some rules that are open and were raised before an instant, oldest first. */
export async function openAlertsRaisedBefore(
  db: Reader,
  organisationId: string,
  { rules, before }: { rules: readonly string[]; before: string },
): Promise<Alert[]> {
  return alertsOf(db, organisationId)
    .where(isOneOf(db, "rule", rules))
    .where("ended_at", "is", null)
    .where("raised_at", "<", before)
    .orderBy("raised_at")
    .orderBy("alert_id")
    .execute();
}

/** Alerts of a rule that were raised from one instant to before another, oldest first. */
export async function alertsRaisedBetween(
  db: Reader,
  organisationId: string,
  { rule, from, before }: { rule: string; from: string; before: string },
): Promise<Alert[]> {
  return alertsOf(db, organisationId)
    .where("rule", "=", rule)
    .where("raised_at", ">=", from)
    .where("raised_at", "<", before)
    .orderBy("raised_at")
    .orderBy("alert_id")
    .execute();
}

/** Who was told of some alerts. */
export async function peopleOfAlerts(
  db: Reader,
  organisationId: string,
  alertIds: readonly string[],
): Promise<AlertPerson[]> {
  return db
    .selectFrom("alert_people")
    .select(["alert_id as alertId", "person_id as personId", "read_at as readAt"])
    .where("organisation_id", "=", organisationId)
    .where(isOneOf(db, "alert_id", alertIds))
    .orderBy("alert_id")
    .orderBy("person_id")
    .execute();
}

/** How many alerts are open, how many are put off, and how many of the open ones a person was told of and did not read. */
export async function countOpenAlerts(
  db: Reader,
  organisationId: string,
  { personId, today }: { personId: string; today: string },
): Promise<{ open: number; snoozed: number; unread: number }> {
  const rows = await db
    .selectFrom("alerts")
    .leftJoin("alert_people", (join) =>
      join
        .onRef("alert_people.organisation_id", "=", "alerts.organisation_id")
        .onRef("alert_people.alert_id", "=", "alerts.alert_id")
        .on("alert_people.person_id", "=", personId),
    )
    .leftJoin("alert_snoozes", (join) =>
      join
        .onRef("alert_snoozes.organisation_id", "=", "alerts.organisation_id")
        .onRef("alert_snoozes.alert_id", "=", "alerts.alert_id"),
    )
    .select(["alert_people.person_id as told", "alert_people.read_at as readAt", "back_on as backOn"])
    .where("alerts.organisation_id", "=", organisationId)
    .where("alerts.ended_at", "is", null)
    .execute();
  const there = rows.filter(({ backOn }) => backOn === null || backOn <= today);
  const unread = there.filter(({ told, readAt }) => told !== null && readAt === null);
  return { open: there.length, snoozed: rows.length - there.length, unread: unread.length };
}

/** Marks an alert as read by a person, or as not; false for who was not told of it. */
export async function setAlertRead(
  tx: Writer,
  organisationId: string,
  { alertId, personId, readAt }: AlertPerson,
): Promise<boolean> {
  const marked = await tx
    .updateTable("alert_people")
    .set({ read_at: readAt })
    .where("organisation_id", "=", organisationId)
    .where("alert_id", "=", alertId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return marked.numUpdatedRows === 1n;
}

/** Lets everybody who was told of an alert read it anew. */
export async function setAlertUnread(tx: Writer, organisationId: string, alertId: string): Promise<void> {
  await tx
    .updateTable("alert_people")
    .set({ read_at: null })
    .where("organisation_id", "=", organisationId)
    .where("alert_id", "=", alertId)
    .execute();
}

function alertsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("alerts")
    .select([
      "alert_id as alertId",
      "rule",
      "subject",
      "initiative_id as initiativeId",
      "sentence",
      "since",
      "raised_at as raisedAt",
      "ended_at as endedAt",
      "end_sentence as endSentence",
    ])
    .where("organisation_id", "=", organisationId);
}
