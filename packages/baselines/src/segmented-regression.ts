import { finiteAnswer } from "./finite-answer.ts";
import { estimateOf, weightedCoefficients, type Estimate } from "./coefficient-table.ts";
import { neweyWest, type NeweyWestTable } from "./newey-west.ts";
import type { NoValue } from "./no-value.ts";

export type SegmentedRegressionRequest = {
  /** The series in order of time, one value a period, without gaps. */
  readonly y: readonly number[];
  /** Position in y of the first period with the initiative: y[0 … startIndex − 1] came before. */
  readonly startIndex: number;
  /** As in `neweyWest`: left out, the rule floor(4 · (n / 100)^(2/9)) decides. */
  readonly lag?: number;
  /** Sine and cosine pairs that repeat every `periodLength` periods. */
  readonly season?: { readonly periodLength: number; readonly harmonics: number };
  /** Whether the series had a slope of its own before the start; true unless told. */
  readonly trend?: boolean;
  /** Whether the start may change the slope as well as the level; true unless told. */
  readonly slopeChange?: boolean;
  readonly level?: number;
};

export type SegmentedRegression = {
  readonly kind: "segmented";
  /** The jump at the start. */
  readonly levelChange: Estimate;
  /** How much steeper each period is than before; null where the model has no change of slope. */
  readonly slopeChange: Estimate | null;
  /** The slope a period before the start; null where the model has no trend. */
  readonly trend: Estimate | null;
  /** Mean change over the periods since the start: level change + slope change · mean time since it. */
  readonly averageChange: Estimate;
  readonly table: NeweyWestTable;
  /** What each column of the table is. */
  readonly columns: readonly string[];
  readonly lag: number;
  readonly degreesOfFreedom: number;
  readonly method: string;
};

/**
 * Interrupted time series by segmented regression: intercept, trend, season, and from the start on a change
 * of level and of slope, with Newey-West errors. Time counts from the first period, the change of slope
 * from the start, so that the level change is the jump in the first period with the initiative.
 *
 * The sensitivity line beside the mixture baseline, never the judgement: where errors have a long memory its
 * intervals are too narrow (68-88% coverage where 95% is promised).
 *
 * Answers `no-value` where there are too few periods for the columns. Throws RangeError for a start outside
 * the series or a season that no column could tell from the constant.
 *
 * @example segmentedRegression({ y, startIndex: 26, lag: 4 }) // levelChange, slopeChange, lag 4
 */
export function segmentedRegression(request: SegmentedRegressionRequest): SegmentedRegression | NoValue {
  const { y, startIndex, level = 0.95 } = request;
  if (!(Number.isInteger(startIndex) && startIndex > 0 && startIndex < y.length)) {
    throw new RangeError(`the start lies inside the series of ${y.length} periods, got ${startIndex}`);
  }
  const { columns, rows } = segmentedDesign(request);
  const lagGiven = request.lag === undefined ? {} : { lag: request.lag };
  const table = neweyWest({ design: rows, y, level, ...lagGiven });
  if (table.kind === "no-value") return table;
  const weigh = (weights: Readonly<Record<string, number>>): Estimate => {
    const { sum, standardError } = weightedCoefficients(
      table,
      columns.map((column) => weights[column] ?? 0),
    );
    return estimateOf(sum, standardError, table.degreesOfFreedom, level);
  };
  const has = (column: string): boolean => columns.includes(column);
  const meanTime = (y.length - 1 - startIndex) / 2;
  return finiteAnswer({
    kind: "segmented",
    levelChange: weigh({ "level change": 1 }),
    slopeChange: has("slope change") ? weigh({ "slope change": 1 }) : null,
    trend: has("trend") ? weigh({ trend: 1 }) : null,
    averageChange: weigh({ "level change": 1, "slope change": meanTime }),
    table,
    columns,
    lag: table.lag,
    degreesOfFreedom: table.degreesOfFreedom,
    method: table.method,
  });
}

function segmentedDesign({
  y,
  startIndex,
  season,
  trend = true,
  slopeChange = true,
}: SegmentedRegressionRequest): { columns: string[]; rows: number[][] } {
  const waves = wavesOf(season);
  const columns = [
    "intercept",
    ...(trend ? ["trend"] : []),
    ...waves.flatMap(({ harmonic }) => [`cosine ${harmonic}`, `sine ${harmonic}`]),
    "level change",
    ...(slopeChange ? ["slope change"] : []),
  ];
  const rows = y.map((_, time) => {
    const row = trend ? [1, time] : [1];
    for (const { harmonic, periodLength } of waves) {
      const angle = (2 * Math.PI * harmonic * time) / periodLength;
      row.push(Math.cos(angle), Math.sin(angle));
    }
    row.push(time >= startIndex ? 1 : 0);
    if (slopeChange) row.push(Math.max(time - startIndex, 0));
    return row;
  });
  return { columns, rows };
}

/** The sine and cosine pairs of a season. */
function wavesOf(
  season: SegmentedRegressionRequest["season"],
): { readonly harmonic: number; readonly periodLength: number }[] {
  if (season === undefined) return [];
  const { harmonics, periodLength } = season;
  if (!(Number.isInteger(harmonics) && harmonics >= 1 && periodLength > 2 * harmonics)) {
    throw new RangeError(`no season has ${harmonics} harmonics in ${periodLength} periods`);
  }
  return Array.from({ length: harmonics }, (_, i) => ({ harmonic: i + 1, periodLength }));
}
