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
    ...request
  }: PageRequest & {
    rule?: string | undefined;
    state?: "open" | "ended" | undefined;
    personId?: string | undefined;
    initiativeId?: string | undefined;
  },
): Promise<Page<Alert>> {
  let query = alertsOf(db, organisationId);
  if (rule !== undefined) query = query.where("rule", "=", rule);
  if (initiativeId !== undefined) query = query.where("initiative_id", "=", initiativeId);
  if (state !== undefined) query = query.where("ended_at", state === "open" ? "is" : "is not", null);
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

/** How many alerts are open, and how many of those a person was told of and did not read. */
export async function countOpenAlerts(
  db: Reader,
  organisationId: string,
  personId: string,
): Promise<{ open: number; unread: number }> {
  const open = await db
    .selectFrom("alerts")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("organisation_id", "=", organisationId)
    .where("ended_at", "is", null)
    .executeTakeFirstOrThrow();
  const unread = await db
    .selectFrom("alert_people")
    .innerJoin("alerts", (join) =>
      join
        .onRef("alerts.organisation_id", "=", "alert_people.organisation_id")
        .onRef("alerts.alert_id", "=", "alert_people.alert_id"),
    )
    .select(({ fn }) => fn.countAll().as("count"))
    .where("alert_people.organisation_id", "=", organisationId)
    .where("alert_people.person_id", "=", personId)
    .where("alert_people.read_at", "is", null)
    .where("alerts.ended_at", "is", null)
    .executeTakeFirstOrThrow();
  return { open: Number(open.count), unread: Number(unread.count) };
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
