import { finiteAnswer } from "../finite-answer.ts";
import { noValue, type NoValue } from "../no-value.ts";
import { welchDegreesOfFreedom } from "../welch-degrees-of-freedom.ts";
import { armMoments, type ArmMoments } from "./arm-moments.ts";
import type { ArmStatistic } from "./arm-statistic.ts";
import { sharedTheta } from "./pooled-theta.ts";

/** Two arms of a hold-out, and how their difference is to be taken. */
export type Comparison = {
  readonly control: ArmStatistic;
  readonly treatment: ArmStatistic;
  /** Treatment − control, or that as a share of the size of control's unadjusted mean. */
  readonly difference: "absolute" | "relative";
};

export type Effect = {
  readonly kind: "effect";
  readonly estimate: number;
  readonly standardError: number;
  /** Welch-Satterthwaite. */
  readonly degreesOfFreedom: number;
  /** Units in both arms. */
  readonly count: number;
  readonly control: ArmMoments;
  readonly treatment: ArmMoments;
  /** What CUPED took off per unit of the earlier figure; 0 without it. */
  readonly theta: number;
};

/**
 * Difference of two arms with its standard error, as GrowthBook's statistics engine defines it. A relative
 * difference has the delta-method variance of mean_b / mean_a; with CUPED its denominator is the unadjusted
 * mean and moves with the adjusted difference, which the variance counts (leaving that out makes it too
 * small: growthbook/growthbook#3610).
 *
 * Answers `no-value` for an empty arm, an arm without any variance, or a relative difference from a mean of
 * zero. Throws RangeError for sums that make no sense or arms of different kinds.
 *
 * Source: the definitions in growthbook/growthbook packages/stats (MIT), gbstats/models.
 *
 * @example effect({ control: { kind: "proportion", count: 28, sum: 14 },
 *   treatment: { kind: "proportion", count: 30, sum: 16 }, difference: "relative" }) // 0.0667 ± 0.2717
 */
export function effect({ control, treatment, difference }: Comparison): Effect | NoValue {
  if (!comparable(control, treatment)) throw new RangeError("both arms carry the same kind of figure");
  const theta = sharedTheta(control, treatment);
  const a = armMoments(control, theta);
  if (a.kind === "no-value") return noValue(`control: ${a.reason}`);
  const b = armMoments(treatment, theta);
  if (b.kind === "no-value") return noValue(`treatment: ${b.reason}`);
  if (!(a.variance > 0)) return noValue("no unit of the control arm differs from another");
  if (!(b.variance > 0)) return noValue("no unit of the treatment arm differs from another");
  const errorA = a.variance / a.count;
  const errorB = b.variance / b.count;
  const degreesOfFreedom = welchDegreesOfFreedom(errorA, a.count, errorB, b.count);
  if (degreesOfFreedom === null) return noValue("an arm with a single unit has no scatter");
  const parts = { degreesOfFreedom, count: a.count + b.count, control: a, treatment: b, theta };
  if (difference === "absolute") {
    return finiteAnswer({
      kind: "effect",
      estimate: b.mean - a.mean,
      standardError: Math.sqrt(errorA + errorB),
      ...parts,
    });
  }
  if (a.unadjustedMean === 0)
    return noValue("the control arm's mean is zero, and no change is a share of nothing");
  const size = Math.abs(a.unadjustedMean);
  const standardError = Math.sqrt(errorB + controlVariance(a, b, control.kind) / a.count) / size;
  return finiteAnswer({ kind: "effect", estimate: (b.mean - a.mean) / size, standardError, ...parts });
}

/** Variance of share · post − θ · pre in the control arm, share being what treatment is of control. */
function controlVariance(a: ArmMoments, b: ArmMoments, kind: ArmStatistic["kind"]): number {
  // GrowthBook takes the share from the unadjusted means, of a ratio from the adjusted difference.
  const share =
    kind === "adjusted-ratio"
      ? 1 + (b.mean - a.mean) / a.unadjustedMean
      : b.unadjustedMean / a.unadjustedMean;
  const variance =
    share * share * a.unadjustedVariance - 2 * share * a.adjustmentCovariance + a.adjustmentVariance;
  return Math.max(variance, 0);
}

function comparable(control: ArmStatistic, treatment: ArmStatistic): boolean {
  const plain = ({ kind }: ArmStatistic): boolean => kind === "mean" || kind === "proportion";
  return control.kind === treatment.kind || (plain(control) && plain(treatment));
}
