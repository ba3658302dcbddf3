import { z } from "zod";
import { CurrencyCode, DecimalText, Instant, IsoDate, VersionNumber } from "./values.ts";

/** What one unit of `from` is worth in `to` from a day on, until the next day that has a rate. */
export const ExchangeRate = z.object({
  from: CurrencyCode,
  to: CurrencyCode,
  date: IsoDate,
  rate: DecimalText,
  source: z.string(),
  /** From 1; a correction is the next. */
  revision: z.number().int(),
  recordedAt: Instant,
  recordedBy: z.string(),
});
export type ExchangeRate = z.infer<typeof ExchangeRate>;

/** A rate in a list; one that was taken back says when, by whom and why. */
export const ListedRate = ExchangeRate.extend({
  retracted: z.object({ retractedAt: Instant, retractedBy: z.string(), reason: z.string() }).nullable(),
});
export type ListedRate = z.infer<typeof ListedRate>;

/** A rate into the organisation's currency. */
const NewExchangeRate = z.strictObject({
  from: CurrencyCode,
  date: IsoDate,
  rate: DecimalText,
  source: z.string().trim().min(1).max(120),
});

/** All are kept, or none. */
export const NewExchangeRates = z.strictObject({ rates: z.array(NewExchangeRate).min(1).max(1000) });
export type NewExchangeRates = z.infer<typeof NewExchangeRates>;

/** Takes back the rate that counts from a day on, at the revision that was read. */
export const RetractExchangeRate = z.strictObject({
  from: CurrencyCode,
  date: IsoDate,
  revision: VersionNumber,
  reason: z.string().trim().min(1).max(500),
});
export type RetractExchangeRate = z.infer<typeof RetractExchangeRate>;

export const RetractedExchangeRate = z.object({
  retracted: ListedRate,
  /** The rate from the same day or an earlier one that counts in its place; null where there is none. */
  countsNow: ExchangeRate.nullable(),
});
export type RetractedExchangeRate = z.infer<typeof RetractedExchangeRate>;
