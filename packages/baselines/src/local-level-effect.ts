import { createStudentT } from "@liftledger/numerics/distributions/student-t";
import type { Rows } from "@liftledger/numerics/householder-qr";
import { localLevel, type LikelihoodMethod, type LocalLevel } from "./local-level.ts";
import { noValue } from "./no-value.ts";
import type { RefusedBaseline } from "./prepared-regression.ts";
import { NEAR_ZERO_TOTAL, type RelativeLift } from "./relative-lift.ts";
import type { Interval } from "./student-mixture.ts";

export type LocalLevelEffectRequest = {
  readonly pre: readonly number[];
  readonly post: readonly number[];
  /** Design rows; a constant alone where left out. */
  readonly designPre?: Rows;
  readonly designPost?: Rows;
  readonly method?: LikelihoodMethod;
  /** Level of the intervals; 0.95 where left out. */
  readonly level?: number;
};

/** One period since the start, and all periods up to it. */
export type LocalLevelPeriod = {
  readonly expected: number;
  readonly standardError: number;
  readonly effect: number;
  readonly cumulativeEffect: number;
  readonly cumulativeStandardError: number;
};

export type LocalLevelEffect = {
  readonly kind: "effect";
  readonly model: LocalLevel;
  readonly periods: readonly LocalLevelPeriod[];
  readonly actualMean: number;
  readonly expectedMean: number;
  readonly expectedMeanStandardError: number;
  readonly meanEffect: number;
  readonly meanEffectInterval: Interval;
  readonly totalEffect: number;
  readonly totalEffectInterval: Interval;
  /** Mean effect over what was expected; no value where that comes near zero. */
  readonly relativeEffect: RelativeLift;
  /** Student-t with n − k degrees of freedom; every interval is this many standard errors either way. */
  readonly criticalValue: number;
};

/**
 * The effect since the start against a fitted local level (`localLevel`), period by period, cumulated and
 * on average. A line to compare the mixture baseline with, not the product's answer: it takes one shape of
 * noise for certain.
 *
 * Answers the refusal of `localLevel`; throws RangeError where there is no period since the start.
 *
 * @example localLevelEffect({ pre: [5, 6, 5, 7, 6], post: [9, 9] }).totalEffect
 */
export function localLevelEffect(request: LocalLevelEffectRequest): LocalLevelEffect | RefusedBaseline {
  const { pre, post, designPre, method = "reml", level = 0.95 } = request;
  const rows = request.designPost ?? post.map(() => [1]);
  if (post.length === 0) throw new RangeError("there is no period since the start");
  const model = localLevel({ y: pre, method, ...(designPre && { design: designPre }) });
  if (model.kind === "refused") return model;
  const count = post.length;
  const actualTotal = post.reduce((sum, value) => sum + value, 0);
  const total = model.forecast(rows);
  const totalEffect = actualTotal - total.mean;
  const criticalValue = createStudentT(model.degreesOfFreedom).quantile((1 + level) / 2);
  const reach = criticalValue * total.standardError;
  return {
    kind: "effect",
    model,
    periods: periodsOf(model, post, rows),
    actualMean: actualTotal / count,
    expectedMean: total.mean / count,
    expectedMeanStandardError: total.standardError / count,
    meanEffect: totalEffect / count,
    meanEffectInterval: { low: (totalEffect - reach) / count, high: (totalEffect + reach) / count, level },
    totalEffect,
    totalEffectInterval: { low: totalEffect - reach, high: totalEffect + reach, level },
    relativeEffect: relativeTo(total.mean, totalEffect, reach, level),
    criticalValue,
  };
}

function periodsOf(model: LocalLevel, post: readonly number[], rows: Rows): LocalLevelPeriod[] {
  let actualSoFar = 0;
  return post.map((actual, i) => {
    actualSoFar += actual;
    const onlyThis = rows.slice(0, i + 1).map((_, j) => (j === i ? 1 : 0));
    const own = model.forecast(rows.slice(0, i + 1), onlyThis);
    const soFar = model.forecast(rows.slice(0, i + 1));
    return {
      expected: own.mean,
      standardError: own.standardError,
      effect: actual - own.mean,
      cumulativeEffect: actualSoFar - soFar.mean,
      cumulativeStandardError: soFar.standardError,
    };
  });
}

function relativeTo(expected: number, effect: number, reach: number, level: number): RelativeLift {
  if (!(Math.abs(expected) > reach)) return noValue(NEAR_ZERO_TOTAL);
  const ends = [(effect - reach) / expected, (effect + reach) / expected];
  const interval = { low: Math.min(...ends), high: Math.max(...ends), level };
  return { kind: "value", value: effect / expected, interval };
}
