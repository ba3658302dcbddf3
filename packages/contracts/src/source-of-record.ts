import { z } from "zod";
import { Id, KpiKey } from "./ids.ts";
import { Series } from "./series.ts";
import { DecimalText, Instant, PeriodText, VersionNumber } from "./values.ts";

/** One period as one source tells it. */
const Told = z.object({
  source: z.string(),
  numerator: DecimalText,
  denominator: DecimalText,
  /** numerator ÷ denominator, or null where the denominator is zero. */
  ratio: z.number().nullable(),
  recordedAt: Instant,
  recordedBy: z.string(),
  importId: Id.nullable(),
});

/** A period that several sources reported: the one whose number counts, the others, and how far they are from it. */
export const SourceComparison = z.object({
  seriesId: Id,
  kpiKey: KpiKey,
  kpiName: z.string(),
  scope: z.string(),
  /** Of the series, for naming the source that counts in it. */
  seriesVersion: z.number().int(),
  period: PeriodText,
  /** Of the source of record; null where nothing counts, since what did was taken back. */
  counted: Told.nullable(),
  beside: z.array(
    Told.extend({
      /** This source minus the one of record; null where nothing counts. */
      difference: z
        .object({ numerator: DecimalText, denominator: DecimalText, ratio: z.number().nullable() })
        .nullable(),
    }),
  ),
});
export type SourceComparison = z.infer<typeof SourceComparison>;

/** Null: whichever source reported a period first. */
export const SetSourceOfRecord = z.strictObject({
  version: VersionNumber,
  source: z.string().trim().min(1).max(200).nullable(),
});

/** What naming a source did. */
export const SourceOfRecordSet = z.object({
  series: Series,
  /** The periods in which its numbers count from now on, where another source's did. */
  taken: z.array(PeriodText),
  /** Those left as they are since their month is closed: reopen it and name the source again. */
  closed: z.array(PeriodText),
});
export type SourceOfRecordSet = z.infer<typeof SourceOfRecordSet>;
