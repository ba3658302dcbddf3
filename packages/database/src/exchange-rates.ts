import { NotFoundError } from "./errors.ts";
import type { Reader, Writer } from "./transaction.ts";

/** What one unit of `from` is worth in `to` from a day on. Never changed: a correction is the next revision. */
export interface ExchangeRate {
  from: string;
  to: string;
  date: string;
  /** From 1. */
  revision: number;
  /** An exact decimal. */
  rate: string;
  source: string;
  recordedAt: string;
  recordedBy: string;
}

/** A rate that was taken back: from then on the one before it counts, of the same day or an earlier one. */
export interface RetractedRate extends ExchangeRate {
  retractedAt: string;
  retractedBy: string;
  retractReason: string;
}

/** Adds rates at the revisions they carry; a revision that exists is a unique `ConstraintError`. */
export async function insertExchangeRates(
  tx: Writer,
  organisationId: string,
  rates: readonly ExchangeRate[],
): Promise<void> {
  for (let start = 0; start < rates.length; start += 1000) {
    const rows = rates.slice(start, start + 1000).map((one) => ({
      organisation_id: organisationId,
      from_currency: one.from,
      to_currency: one.to,
      rate_date: one.date,
      revision: one.revision,
      rate: one.rate,
      source: one.source,
      recorded_at: one.recordedAt,
      recorded_by: one.recordedBy,
    }));
    await tx.insertInto("exchange_rates").values(rows).execute();
  }
}

/**
 * The rate that counts of each currency and day, by currencies and day: the latest revision that was not taken back.
 * With `asOf` as it stood at that instant.
 */
export async function latestExchangeRates(
  db: Reader,
  organisationId: string,
  { from, asOf }: { from?: string | undefined; asOf?: string | undefined } = {},
): Promise<ExchangeRate[]> {
  let query = ratesOf(db, organisationId).where((is) =>
    asOf === undefined
      ? is("retracted_at", "is", null)
      : is.or([is("retracted_at", "is", null), is("retracted_at", ">", asOf)]),
  );
  if (from !== undefined) query = query.where("from_currency", "=", from);
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  const latest = new Map<string, ExchangeRate>();
  for (const row of await query.execute()) latest.set(placeOf(row), row);
  return [...latest.values()];
}

/** The revisions that were taken back, by currencies, day and revision. */
export async function listRetractedRates(
  db: Reader,
  organisationId: string,
  { asOf }: { asOf?: string | undefined } = {},
): Promise<RetractedRate[]> {
  let query = ratesOf(db, organisationId).select([
    "retracted_at as retractedAt",
    "retracted_by as retractedBy",
    "retract_reason as retractReason",
  ]);
  query = query.where("retracted_at", asOf === undefined ? "is not" : "<=", asOf ?? null);
  return (await query.execute()).flatMap(({ retractedAt, retractedBy, retractReason, ...rate }) =>
    retractedAt === null || retractedBy === null || retractReason === null
      ? []
      : [{ ...rate, retractedAt, retractedBy, retractReason }],
  );
}

/** Takes back the revision that counts of a currency and day; throws `NotFoundError` where it is none that stands. */
export async function retractExchangeRate(
  tx: Writer,
  organisationId: string,
  { from, to, date, revision, retractedAt, retractedBy, retractReason }: RetractedRate,
): Promise<void> {
  const result = await tx
    .updateTable("exchange_rates")
    .set({ retracted_at: retractedAt, retracted_by: retractedBy, retract_reason: retractReason })
    .where("organisation_id", "=", organisationId)
    .where("from_currency", "=", from)
    .where("to_currency", "=", to)
    .where("rate_date", "=", date)
    .where("revision", "=", revision)
    .where("retracted_at", "is", null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new NotFoundError("exchange rate", `${from} ${to} ${date}`);
}

function ratesOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("exchange_rates")
    .select([
      "from_currency as from",
      "to_currency as to",
      "rate_date as date",
      "revision",
      "rate",
      "source",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .orderBy("from_currency")
    .orderBy("to_currency")
    .orderBy("rate_date")
    .orderBy("revision");
}

function placeOf({ from, to, date }: Pick<ExchangeRate, "from" | "to" | "date">): string {
  return `${date} ${from} ${to}`;
}
