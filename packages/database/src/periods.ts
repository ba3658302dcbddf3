import { isOneOf } from "./columns.ts";
import type { Reader, Writer } from "./transaction.ts";

/** That a month was closed, or reopened for a reason. The last event of a month says what it is. */
export interface PeriodEvent {
  month: string;
  /** From 1, by month. */
  position: number;
  kind: "closed" | "reopened";
  /** Why it was reopened; null for a close. */
  reason: string | null;
  recordedAt: string;
  recordedBy: string;
}

/** The subject of the figures of all initiatives together. */
export const portfolioSubject = "portfolio";

/** A headline as it stood when a month was closed; amounts are decimal texts, null where there was no value. */
export interface PeriodFigures {
  month: string;
  position: number;
  /** An initiative's id, or `portfolioSubject`. */
  subject: string;
  realisedValue: string | null;
  cost: string | null;
  netRoi: string | null;
  /** Of everything the figures were computed from. */
  inputDigest: string;
}

/** Adds an event; a second one at the same position of the month is a unique `ConstraintError`. */
export async function insertPeriodEvent(
  tx: Writer,
  organisationId: string,
  event: PeriodEvent,
): Promise<void> {
  await tx
    .insertInto("period_events")
    .values({
      organisation_id: organisationId,
      month: event.month,
      position: event.position,
      kind: event.kind,
      reason: event.reason,
      recorded_at: event.recordedAt,
      recorded_by: event.recordedBy,
    })
    .execute();
}

/** Every event by month and position; those of some months, and those recorded by an instant, where asked for. */
export async function listPeriodEvents(
  db: Reader,
  organisationId: string,
  { months, asOf }: { months?: readonly string[] | undefined; asOf?: string | undefined } = {},
): Promise<PeriodEvent[]> {
  let query = db
    .selectFrom("period_events")
    .select(["month", "position", "kind", "reason", "recorded_at as recordedAt", "recorded_by as recordedBy"])
    .where("organisation_id", "=", organisationId)
    .orderBy("month")
    .orderBy("position");
  if (months !== undefined) query = query.where(isOneOf(db, "month", months));
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  return query.execute();
}

/** The event that each closed month stands on, by month. */
export async function closesInForce(
  db: Reader,
  organisationId: string,
  which: { months?: readonly string[] | undefined; asOf?: string | undefined } = {},
): Promise<Map<string, PeriodEvent>> {
  const last = new Map<string, PeriodEvent>();
  for (const event of await listPeriodEvents(db, organisationId, which)) last.set(event.month, event);
  return new Map([...last].filter(([, event]) => event.kind === "closed"));
}

/** Keeps the figures of a close. */
export async function insertPeriodFigures(
  tx: Writer,
  organisationId: string,
  figures: readonly PeriodFigures[],
): Promise<void> {
  for (let start = 0; start < figures.length; start += 1000) {
    const rows = figures.slice(start, start + 1000).map((figure) => ({
      organisation_id: organisationId,
      month: figure.month,
      position: figure.position,
      subject: figure.subject,
      realised_value: figure.realisedValue,
      cost: figure.cost,
      net_roi: figure.netRoi,
      input_digest: figure.inputDigest,
    }));
    await tx.insertInto("period_figures").values(rows).execute();
  }
}

/** The figures of every close of some months, by month, position and subject. */
export async function listPeriodFigures(
  db: Reader,
  organisationId: string,
  months: readonly string[],
): Promise<PeriodFigures[]> {
  return db
    .selectFrom("period_figures")
    .select([
      "month",
      "position",
      "subject",
      "realised_value as realisedValue",
      "cost",
      "net_roi as netRoi",
      "input_digest as inputDigest",
    ])
    .where("organisation_id", "=", organisationId)
    .where(isOneOf(db, "month", months))
    .orderBy("month")
    .orderBy("position")
    .orderBy("subject")
    .execute();
}
