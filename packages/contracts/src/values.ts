import { z } from "zod";

/** A plain decimal number as text, so that no digit is lost on the wire: "-12.5", never "1e3". */
export const DecimalText = z
  .string()
  .max(60)
  // What is no number is asked nothing further: rules behind this one reckon with it.
  .regex(/^-?\d+(\.\d+)?$/, { error: 'a plain decimal number as text, such as "1234.5"', abort: true });

/**
 * The same as a figure is told: a quotient of numbers that were logged may be far smaller than any of them, and a product
 * larger, and is told in full.
 */
export const ToldDecimalText = z
  .string()
  .max(1000)
  .regex(/^-?\d+(\.\d+)?$/, "a plain decimal number as text");

/** By its digits: as a number a share of 1 and a 1 in the fiftieth place would be 1, and be refused where it is used. */
const shareDigits = /^(?:0+(?:\.\d+)?|0*1(?:\.0+)?|-0+(?:\.0+)?)$/;

/** A share between 0 and 1 as decimal text. */
export const ShareText = DecimalText.refine((text) => shareDigits.test(text), {
  message: "a share between 0 and 1",
});

/** An ISO date, "2026-03-31", in a year that a ledger can be about: a typing error is not counted over millennia. */
export const IsoDate = z.iso.date().refine((text) => text >= "1900" && text < "2200", {
  message: "a day between 1900 and 2199",
});

/** An instant in UTC, "2026-03-31T09:30:00.000Z". */
export const Instant = z.iso.datetime();

/** A month, "2026-03". */
export const MonthText = z.string().regex(/^(19|2[01])\d{2}-(0[1-9]|1[0-2])$/, 'a month such as "2026-03"');

/** A period of a series: an ISO week "2026-W05" or a month "2026-03". */
export const PeriodText = z
  .string()
  .regex(
    /^(19|2[01])\d{2}-(W(0[1-9]|[1-4]\d|5[0-3])|(0[1-9]|1[0-2]))$/,
    'an ISO week such as "2026-W05" or a month such as "2026-03"',
  );

/** One less than the largest integer that the databases hold, so that they hold the next version as well. */
const largestVersion = 2_147_483_646;

/** The version of a row that a change was made from. */
export const VersionNumber = z.number().int().min(1).max(largestVersion);

/** The same of what may not be recorded yet: 0 then. */
export const KeptVersionNumber = z.number().int().min(0).max(largestVersion);

/** An ISO 4217 code. */
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as "EUR"');

/** Money on the wire: an exact decimal in the currency's major unit. */
export const MoneyText = z.object({ amount: DecimalText, currency: CurrencyCode });
export type MoneyText = z.infer<typeof MoneyText>;

/**
 * The two clocks every figure has. `until` is the valuation date: what happened up to the end of that
 * day counts (today when left out). `asOf` is the knowledge instant: what had been recorded by then
 * counts (now when left out).
 */
export const TwoClocks = z.object({ until: IsoDate.optional(), asOf: Instant.optional() });
