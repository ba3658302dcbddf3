import { ratioCovariance, ratioVariance } from "./arm-moments.ts";
import {
  plainCovariance,
  plainVariance,
  type AdjustedRatioStatistic,
  type AdjustedStatistic,
  type ArmStatistic,
  type PlainStatistic,
} from "./arm-statistic.ts";

/**
 * What a unit of the figure from before the test is worth in CUPED: cov(post, pre) / var(pre) over the units
 * of both arms together, so that it owes nothing to which arm a unit fell into. 0 where either does not
 * vary, which leaves the figures as they are.
 *
 * Throws RangeError where one arm counts and the other adds up.
 */
export function pooledTheta(control: AdjustedStatistic, treatment: AdjustedStatistic): number {
  const post = joined(control.post, treatment.post);
  const pre = joined(control.pre, treatment.pre);
  const preVariance = plainVariance(pre);
  if (!(preVariance > 0 && plainVariance(post) > 0)) return 0;
  return plainCovariance(post, pre, control.sumOfProducts + treatment.sumOfProducts) / preVariance;
}

/** The one theta both arms are adjusted by: as given, or pooled; 0 where nothing is adjusted. */
export function sharedTheta(control: ArmStatistic, treatment: ArmStatistic): number {
  if (control.kind === "adjusted" && treatment.kind === "adjusted") {
    return givenTheta(control.theta, treatment.theta) ?? pooledTheta(control, treatment);
  }
  if (control.kind === "adjusted-ratio" && treatment.kind === "adjusted-ratio") {
    return givenTheta(control.theta, treatment.theta) ?? summedRatioTheta(control, treatment);
  }
  return 0;
}

/** Counts only where both arms have it. */
function givenTheta(control: number | undefined, treatment: number | undefined): number | null {
  if (control === undefined || treatment === undefined) return null;
  if (control !== treatment) throw new RangeError("both arms are adjusted by the same theta");
  return control;
}

/** Below this a ratio's theta is rounding, as in GrowthBook's engine. */
const NO_THETA = 1e-8;

/** For ratios the arms' covariances and variances are added, each about its own ratio. */
function summedRatioTheta(control: AdjustedRatioStatistic, treatment: AdjustedRatioStatistic): number {
  const parts = [control, treatment];
  if (parts.some(({ post, pre }) => post.denominator.sum === 0 || pre.denominator.sum === 0)) return 0;
  const variance = ratioVariance(control.pre) + ratioVariance(treatment.pre);
  if (!(variance > 0)) return 0;
  const theta = (ratioCovariance(control) + ratioCovariance(treatment)) / variance;
  return Math.abs(theta) < NO_THETA ? 0 : theta;
}

function joined(first: PlainStatistic, second: PlainStatistic): PlainStatistic {
  const count = first.count + second.count;
  const sum = first.sum + second.sum;
  if (first.kind === "proportion" && second.kind === "proportion") return { kind: "proportion", count, sum };
  if (first.kind === "mean" && second.kind === "mean") {
    return { kind: "mean", count, sum, sumOfSquares: first.sumOfSquares + second.sumOfSquares };
  }
  throw new RangeError("both arms carry the same kind of figure");
}
