import { z } from "zod";
import { CurrencyCode, DecimalText, Instant, IsoDate } from "./values.ts";

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
