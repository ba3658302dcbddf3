import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localLevelEffect, type LocalLevelEffect } from "./local-level-effect.ts";
import { localLevel, type LikelihoodMethod, type LocalLevel } from "./local-level.ts";
import { standardisedDesign } from "./standardised-design.ts";

/** Annual flow of the Nile at Aswan, 1871-1970, 10⁸ m³ (R datasets::Nile). */
const NILE = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
  1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040,
  759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
  744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

const close = (got: number, wanted: number, relative: number): void => {
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));
};

function fitted(request: Parameters<typeof localLevel>[0]): LocalLevel {
  const model = localLevel(request);
  if (model.kind === "refused") throw new Error(model.reason);
  return model;
}

describe("localLevel", () => {
  const nile = fitted({ y: NILE });

  it("finds the variances of the Nile that Durbin & Koopman print: 15,099 and 1,469", () => {
    close(nile.noiseVariance, 15098.519079140153, 1e-4);
    close(nile.levelVariance, 1469.1759455809745, 1e-4);
    close(nile.signalToNoise, 0.0973059634445051, 1e-4);
    expect(nile.atBoundary).toBe(false);
  });

  it("gives the restricted likelihood of the Nile", () => {
    close(nile.logLikelihood, -632.545625103041, 1e-9);
  });

  it("foresees the year after the Nile's last, with its error", () => {
    const { mean, standardError } = nile.forecast([[1]]);
    close(mean, 798.367305208674, 1e-5);
    close(standardError, 143.52653766418513, 1e-5);
  });

  it("finds the top of the full likelihood, and not its growth without limit as the first value is fitted", () => {
    // numpy, dense matrices: log likelihood −637.603 at q = .0837; −649.4 at e⁸ and rising on from there.
    const model = fitted({ y: NILE, method: "ml" });
    close(model.signalToNoise, 0.08374836150469701, 1e-5);
    close(model.logLikelihood, -637.6029320909208, 1e-11);
    close(model.noiseVariance, 15279.479033013438, 1e-5);
    // Twelve years: −76.784 at q = 0, then down, but −74.8 at e¹² and −70.8 at e²⁰.
    const short = fitted({ y: NILE.slice(0, 12), method: "ml" });
    expect(short).toMatchObject({ signalToNoise: 0, atBoundary: true });
    close(short.logLikelihood, -76.7842639467068, 1e-8);
  });

  it("finds no level step where the full likelihood wants none", () => {
    const random = seededRandom(3);
    const still = fitted({ y: Array.from({ length: 60 }, () => random.normal()), method: "ml" });
    expect(still).toMatchObject({ signalToNoise: 0, levelVariance: 0, atBoundary: true });
  });

  it("finds all but no fresh noise in a level that moves smoothly", () => {
    const random = seededRandom(4);
    let level = 0;
    let step = 0;
    const next = (): number => {
      step = 0.6 * step + 0.8 * random.normal();
      return (level += step);
    };
    const walk = fitted({ y: Array.from({ length: 80 }, next) });
    expect(walk.atBoundary).toBe(true);
    expect(walk.signalToNoise).toBeGreaterThan(1e5);
    close(walk.levelVariance, 1, 0.5);
  });

  it("follows the series when it is shifted and scaled", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (seed, unit) => {
          const random = seededRandom(seed);
          const y = Array.from({ length: 25 }, () => random.normal());
          const before = fitted({ y });
          const after = fitted({ y: y.map((value) => 7 + unit * value) });
          const [own, moved] = [before.forecast([[1]]), after.forecast([[1]])];
          expect(Math.abs(moved.mean - (7 + unit * own.mean))).toBeLessThan(1e-4 * unit);
          close(moved.standardError, unit * own.standardError, 1e-4);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("refuses a series without noise and a design it cannot carry", () => {
    expect(localLevel({ y: [4, 4, 4, 4] })).toMatchObject({ kind: "refused" });
    expect(localLevel({ y: [4] })).toEqual({
      kind: "refused",
      reason: "1 column needs more than 1 pre-periods",
    });
    expect(() => localLevel({ y: [1, Number.NaN, 2] })).toThrow(RangeError);
  });

  it("refuses values whose variance leaves the doubles", () => {
    for (const unit of [1e300, 1e-300]) {
      expect(() => localLevel({ y: [1 * unit, 2 * unit, 1.5 * unit, 3 * unit] })).toThrow("to be squared");
    }
  });
});

// The reference vectors lie beside the repository.
const REFERENCE = join(import.meta.dirname, "../../../../shared/reference/statistics");

type Expected = {
  q: number;
  sigma2_eps: number;
  sigma2_eta: number;
  loglik: number;
  at_boundary: boolean;
  coef_standardised: number[];
  pred: number[];
  pred_se: number[];
  point_effect: number[];
  cum_effect: number[];
  cum_se: number[];
  actual_mean: number;
  pred_mean: number;
  pred_mean_se: number;
  avg_effect: number;
  avg_effect_ci95: [number, number];
  cum_effect_total: number;
  cum_effect_ci95: [number, number];
  rel_effect: number;
  critical_value: number;
};

type Vector = {
  inputs: { y: number[]; x: number[][]; n_pre: number };
  expected: Record<`local_level_${LikelihoodMethod}`, Expected>;
  tolerance: { rel_q: number; rel_effect: number; rel_se: number };
};

describe("localLevelEffect", () => {
  const cases = ["arma", "comparison"].flatMap((name) => [
    { name, method: "reml" as const },
    { name, method: "ml" as const },
  ]);

  describe.skipIf(!existsSync(REFERENCE)).each(cases)(
    "on $name by $method (needs the reference vectors beside the repository)",
    ({ name, method }) => {
      const read = (): { effect: LocalLevelEffect; wanted: Expected; tolerance: Vector["tolerance"] } => {
        const file = join(REFERENCE, `${name}_local_level_regression.json`);
        const { inputs, expected, tolerance } = JSON.parse(readFileSync(file, "utf8")) as Vector;
        const { y, x, n_pre } = inputs;
        const { designPre, designPost } = standardisedDesign({
          pre: x.slice(0, n_pre),
          post: x.slice(n_pre),
        });
        const effect = localLevelEffect({
          pre: y.slice(0, n_pre),
          post: y.slice(n_pre),
          designPre,
          designPost,
          method,
        });
        if (effect.kind === "refused") throw new Error(effect.reason);
        return { effect, wanted: expected[`local_level_${method}`], tolerance };
      };
      const closeAll = (got: readonly number[], wanted: readonly number[], relative: number): void => {
        expect(got).toHaveLength(wanted.length);
        got.forEach((value, i) => close(value, wanted[i] as number, relative));
      };

      it("finds the variances and whether they lie at the end of the search", () => {
        const { effect, wanted, tolerance } = read();
        close(effect.model.signalToNoise, wanted.q, tolerance.rel_q);
        close(effect.model.noiseVariance, wanted.sigma2_eps, tolerance.rel_q);
        close(effect.model.levelVariance, wanted.sigma2_eta, tolerance.rel_q);
        expect(effect.model.atBoundary).toBe(wanted.at_boundary);
      });

      it("gives the likelihood and the coefficients", () => {
        const { effect, wanted, tolerance } = read();
        close(effect.model.logLikelihood, wanted.loglik, 1e-9);
        closeAll(effect.model.coefficients, wanted.coef_standardised, tolerance.rel_effect);
      });

      it("foresees every period with its error, and its effect", () => {
        const { effect, wanted, tolerance } = read();
        closeAll(
          effect.periods.map((p) => p.expected),
          wanted.pred,
          tolerance.rel_effect,
        );
        closeAll(
          effect.periods.map((p) => p.standardError),
          wanted.pred_se,
          tolerance.rel_se,
        );
        // Effects are differences of large numbers: their error is measured against what they are differences of.
        effect.periods.forEach((period, i) => {
          const size = Math.abs(wanted.pred[i] as number);
          expect(Math.abs(period.effect - (wanted.point_effect[i] as number))).toBeLessThan(
            tolerance.rel_effect * size,
          );
        });
      });

      it("cumulates effects with the error of the total", () => {
        const { effect, wanted, tolerance } = read();
        closeAll(
          effect.periods.map((p) => p.cumulativeStandardError),
          wanted.cum_se,
          tolerance.rel_se,
        );
        effect.periods.forEach((period, i) => {
          const size = Math.abs(wanted.pred_mean) * (i + 1);
          const error = Math.abs(period.cumulativeEffect - (wanted.cum_effect[i] as number));
          expect(error).toBeLessThan(tolerance.rel_effect * size);
        });
      });

      it("gives the mean and total effect with their intervals", () => {
        const { effect, wanted, tolerance } = read();
        const { rel_effect, rel_se } = tolerance;
        close(effect.actualMean, wanted.actual_mean, 1e-12);
        close(effect.expectedMean, wanted.pred_mean, rel_effect);
        close(effect.expectedMeanStandardError, wanted.pred_mean_se, rel_se);
        close(effect.meanEffect, wanted.avg_effect, rel_effect);
        close(effect.totalEffect, wanted.cum_effect_total, rel_effect);
        close(effect.criticalValue, wanted.critical_value, 1e-8);
        const { meanEffectInterval: mean, totalEffectInterval: total } = effect;
        closeAll([mean.low, mean.high], wanted.avg_effect_ci95, rel_se);
        closeAll([total.low, total.high], wanted.cum_effect_ci95, rel_se);
        expect(effect.relativeEffect).toMatchObject({ kind: "value" });
        if (effect.relativeEffect.kind === "value")
          close(effect.relativeEffect.value, wanted.rel_effect, rel_effect);
      });
    },
  );

  it("has no relative effect near a zero expectation", () => {
    const effect = localLevelEffect({ pre: [1, -1, 2, -2, 1, -1], post: [5] });
    expect(effect).toMatchObject({ relativeEffect: { kind: "no-value" } });
  });
});
