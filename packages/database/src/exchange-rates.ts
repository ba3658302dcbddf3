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

/** The latest revision of each rate, by currencies and day; with `asOf`, as recorded by that instant. */
export async function latestExchangeRates(
  db: Reader,
  organisationId: string,
  { from, asOf }: { from?: string | undefined; asOf?: string | undefined } = {},
): Promise<ExchangeRate[]> {
  let query = db
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
  if (from !== undefined) query = query.where("from_currency", "=", from);
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  const latest = new Map<string, ExchangeRate>();
  for (const row of await query.execute()) latest.set(placeOf(row), row);
  return [...latest.values()];
}

function placeOf({ from, to, date }: Pick<ExchangeRate, "from" | "to" | "date">): string {
  return `${date} ${from} ${to}`;
}
