import { finiteAnswer } from "./finite-answer.ts";
import { estimateOf, weightedCoefficients, type Estimate } from "./coefficient-table.ts";
import { neweyWest } from "./newey-west.ts";
import { noValue, type NoValue } from "./no-value.ts";
import { checkRatioPoints, pooledTotals, type Direction, type RatioPoint } from "./ratio-point.ts";

/** What segmented regression says of the same lift: a line beside the judgement, not the judgement. */
export type NeweyWestLine = {
  readonly kind: "line";
  /** Total over the periods since the start, the direction applied: positive is better. */
  readonly incrementalUnits: Estimate;
  /** The change of the ratio, as it is. */
  readonly ratioChange: number;
  readonly lag: number;
  readonly degreesOfFreedom: number;
  readonly method: string;
};

/**
 * The sensitivity line of a ratio series: N = a · D before and N = (a + change) · D since the start, by least
 * squares with Newey-West errors, in incremental units U = direction · change · ΣD like those of `ratioLift`.
 * A total has denominator 1, so that this is the step in its level. With `trend` the ratio may have had a
 * slope before.
 *
 * Its interval is too narrow where weeks hang together strongly (see `neweyWest`); where it and the mixture
 * baseline disagree, the mixture baseline counts.
 *
 * Answers `no-value` where there are too few periods on a side, no denominator, or no noise. Throws RangeError for
 * periods out of order or numbers that are not finite.
 */
export function neweyWestLine(request: {
  readonly pre: readonly RatioPoint[];
  readonly post: readonly RatioPoint[];
  readonly direction: Direction;
  readonly trend?: boolean;
  readonly lag?: number;
  readonly level?: number;
}): NeweyWestLine | NoValue {
  const { pre, post, direction, trend = false, lag, level = 0.95 } = request;
  const points = [...pre, ...post];
  checkRatioPoints(points);
  const counted = points.filter(({ denominator }) => denominator > 0);
  const after = pooledTotals(post).denominator;
  const start = post[0]?.index;
  if (start === undefined || after === 0) return noValue("there is no period since the start");
  if (pooledTotals(pre).denominator === 0) return noValue("there is no period before the start");
  // The volume in units of its mean, so that coefficients are ratios and the design is well conditioned.
  const mean = pooledTotals(counted).denominator / counted.length;
  const design = counted.map(({ index, denominator }) => {
    const volume = denominator / mean;
    const since = index >= start ? volume : 0;
    return trend ? [volume, since, volume * (index - start)] : [volume, since];
  });
  const table = neweyWest({
    design,
    y: counted.map(({ numerator }) => numerator / mean),
    times: counted.map(({ index }) => index),
    level,
    ...(lag === undefined ? {} : { lag }),
  });
  if (table.kind === "no-value") return table;
  const { sum, standardError } = weightedCoefficients(table, [0, direction * after]);
  return finiteAnswer({
    kind: "line",
    incrementalUnits: estimateOf(sum, standardError, table.degreesOfFreedom, level),
    ratioChange: table.coefficients[1] as number,
    lag: table.lag,
    degreesOfFreedom: table.degreesOfFreedom,
    method: table.method,
  });
}
