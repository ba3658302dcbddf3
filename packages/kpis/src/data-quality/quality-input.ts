import type { IsoDate } from "../iso-date.ts";
import type { Kpi } from "../kpi.ts";
import type { Period, PeriodType } from "../period.ts";

/** How a value came in: counted by a system and sent by it, read from a file, or typed by a person. */
export type Origin = "measured" | "imported" | "typed";

/** One recording of one period. A period may have several: later revisions, and other sources. */
export type QualityPoint = {
  readonly period: Period;
  readonly numerator: string;
  readonly denominator: string;
  /** When it was recorded: an instant in UTC ("2026-02-09T08:00:00Z") or a day. */
  readonly recordedAt: string;
  readonly source: string;
  readonly origin: Origin;
  /** Kept beside the number of another source, which counts; where it is known. */
  readonly isBeside?: boolean;
};

/** Where the checks draw their lines. Each has a default, see `defaultLimits`. */
export type QualityLimits = {
  /** A period first recorded more days than this after its end is late, and missing only after them. */
  readonly lateAfterDays: number;
  /**
   * Robust z-score above which a value stands apart. At 4.5, 1 to 4 of 100 sound series have a value told
   * (20 to 156 periods of normal noise, simulated); at the 3.5 usual for single samples, 10 to 27 would.
   */
  readonly outlierScore: number;
  /** How many neighbouring periods say what is usual. */
  readonly outlierWindow: number;
  /** Under this many values nothing is said about outliers. */
  readonly fewestForOutliers: number;
  /** So many equal values in a row look copied; small counts, which repeat by chance, need twice as many. */
  readonly constantRun: number;
  /** So many zeros in a row look like a source that stopped. */
  readonly zeroRun: number;
  /** Two sources of one period that differ by more than this share are told. */
  readonly sourceDifference: number;
};

export const defaultLimits: QualityLimits = {
  lateAfterDays: 7,
  outlierScore: 4.5,
  outlierWindow: 13,
  fewestForOutliers: 8,
  constantRun: 4,
  zeroRun: 3,
  sourceDifference: 0.01,
};

/** What a series is judged by. */
export type QualitySetting = {
  readonly kpi: Pick<Kpi, "numerator" | "denominator" | "proportion">;
  readonly periodType: PeriodType;
  /** The day of the judgement, in UTC. */
  readonly asOf: IsoDate;
  /** The first period that should be there; the first recorded one unless given. */
  readonly expectedFrom?: Period;
  /** The last period that should be there; unless given, the last whose days for recording have passed. */
  readonly expectedTo?: Period;
  /** Where it is known: the days on which the source of the data begins and ends. */
  readonly dataFrom?: IsoDate;
  readonly dataTo?: IsoDate;
  /** Which source counts where several recorded one period; unless given, the one recorded last. */
  readonly sourceOfRecord?: string;
  readonly limits?: Partial<QualityLimits>;
};
