import { z } from "zod";
import { Id, KpiKey } from "./ids.ts";
import { KpiDefinition } from "./kpi.ts";
import { Retired } from "./retirement.ts";
import { CurrencyCode, DecimalText, Instant, IsoDate, MonthText, PeriodText } from "./values.ts";

/** A KPI measured for one scope (team, channel, segment). */
export const Series = z.object({
  seriesId: Id,
  kpiKey: KpiKey,
  kpiVersion: z.number().int(),
  kpiName: z.string(),
  scope: z.string(),
  periodType: z.enum(["week", "month"]),
  currency: CurrencyCode.nullable(),
  /** The source whose numbers count wherever it has any; null: whichever reported a period first. */
  sourceOfRecord: z.string().nullable(),
  version: z.number().int(),
  firstPeriod: PeriodText.nullable(),
  lastPeriod: PeriodText.nullable(),
  periods: z.number().int(),
  retired: Retired,
});
export type Series = z.infer<typeof Series>;

export const NewSeries = z.strictObject({
  kpiKey: KpiKey,
  scope: z.string().trim().min(1).max(120),
  currency: CurrencyCode.optional(),
});
export type NewSeries = z.infer<typeof NewSeries>;

/** One period of one series, at one revision. */
export const Snapshot = z.object({
  seriesId: Id,
  period: PeriodText,
  revision: z.number().int(),
  numerator: DecimalText,
  denominator: DecimalText,
  /** numerator ÷ denominator, or null where the denominator is zero. */
  ratio: z.number().nullable(),
  /** The day from which the period counts in lift and verdict, by the KPI's maturation window. */
  maturesOn: IsoDate,
  /** Whether it counted on the day that was asked for; until then it is shown, and its numbers are still filling up. */
  mature: z.boolean(),
  source: z.string(),
  recordedAt: Instant,
  recordedBy: z.string(),
  importId: Id.nullable(),
  lineFirst: z.number().int().nullable(),
  lineLast: z.number().int().nullable(),
});
export type Snapshot = z.infer<typeof Snapshot>;

export const NewSnapshot = z.strictObject({
  seriesId: Id,
  period: PeriodText,
  numerator: DecimalText,
  /** Left out for a total, whose denominator is 1 for each period. */
  denominator: DecimalText.optional(),
});
export type NewSnapshot = z.infer<typeof NewSnapshot>;

/** What `source` is where a person types numbers in. */
export const loggedByHand = "logged by hand";

/** One snapshot or up to 1,000 of them. All are written, or none. */
export const LogSnapshots = z.strictObject({
  snapshots: z.array(NewSnapshot).min(1).max(1000),
  source: z.string().trim().min(1).max(80).default(loggedByHand),
});
export type LogSnapshots = z.input<typeof LogSnapshots>;

export const LoggedSnapshots = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** Kept beside what another source says of the period, which counts. */
  beside: z.number().int(),
  rows: z.array(
    z.object({
      seriesId: Id,
      period: PeriodText,
      revision: z.number().int(),
      result: z.enum(["new", "changed", "same", "beside"]),
      /** What counted until then, and still does where the number was kept beside. */
      before: z.object({ numerator: DecimalText, denominator: DecimalText, source: z.string() }).nullable(),
    }),
  ),
});
export type LoggedSnapshots = z.infer<typeof LoggedSnapshots>;

const Pair = z.object({
  numerator: DecimalText,
  denominator: DecimalText,
  revision: z.number().int(),
  source: z.string(),
});

const SheetHead = z.object({
  seriesId: Id,
  kpiKey: KpiKey,
  kpiName: z.string(),
  scope: z.string(),
  display: KpiDefinition.shape.display,
  numeratorUnit: z.string(),
  denominatorUnit: z.string(),
  /** A total has no denominator to type in. */
  isTotal: z.boolean(),
  proportion: z.boolean(),
  currency: CurrencyCode.nullable(),
  sourceOfRecord: z.string().nullable(),
  initiatives: z.array(z.string()),
});

const ClosedMonth = z.object({ month: MonthText, closedAt: Instant, closedBy: z.string() });

/** What a person logs for one period: every series of that period type, with what is there already. */
export const LogSheet = z.object({
  period: PeriodText,
  firstDay: z.string(),
  lastDay: z.string(),
  previousPeriod: PeriodText,
  nextPeriod: PeriodText.nullable(),
  /** The closed months that the period has days in: while there is one, nothing here can be changed. */
  closedMonths: z.array(ClosedMonth),
  rows: z.array(
    SheetHead.extend({
      /** The day from which this period counts in lift and verdict, and whether it does so today. */
      maturesOn: IsoDate,
      mature: z.boolean(),
      current: Pair.nullable(),
      /** Why there is no value, where one was taken back. */
      takenBack: z.object({ reason: z.string(), recordedAt: Instant, recordedBy: z.string() }).nullable(),
      previous: Pair.nullable(),
    }),
  ),
});
export type LogSheet = z.infer<typeof LogSheet>;

/** So many series are on a sheet of a year at the most. */
const mostSeriesOnYearSheet = 100;

/** Which year, in weeks or months, and of which series: those that hold `q` in KPI, scope or initiative. */
export const YearSheetQuery = z.object({
  year: z.string().regex(/^(19|20)\d\d$/, "a year such as 2026"),
  periodType: z.enum(["week", "month"]).default("week"),
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(mostSeriesOnYearSheet).default(8),
});
export type YearSheetQuery = z.input<typeof YearSheetQuery>;

/** What a person logs of a whole year: its weeks or months, and what is there of each series. */
export const YearSheet = z.object({
  year: z.string(),
  periods: z.array(
    z.object({
      period: PeriodText,
      firstDay: IsoDate,
      lastDay: IsoDate,
      /** One that a closed month has days in cannot be changed, one that has not begun cannot be logged. */
      state: z.enum(["open", "closed", "not-begun"]),
    }),
  ),
  closedMonths: z.array(ClosedMonth),
  series: z.array(
    SheetHead.extend({
      /** What is logged, by period. */
      logged: z.record(PeriodText, Pair),
    }),
  ),
  /** How many series there are in all that were asked for. */
  total: z.number().int(),
});
export type YearSheet = z.infer<typeof YearSheet>;
