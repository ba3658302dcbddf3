import { seededRandom } from "@liftledger/numerics/seeded-random";
import { expectAllClose, expectClose } from "@liftledger/numerics/testing/expect-close";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localLevelEffect } from "./local-level-effect.ts";
import { localLevel, type LikelihoodMethod } from "./local-level.ts";
import { answerOf } from "./testing/answer-of.ts";
import { areVectorsThere, readRegression, type ReferenceForecast } from "./testing/reference-vectors.ts";

/** Annual flow of the Nile at Aswan, 1871-1970, 10⁸ m³ (R datasets::Nile). */
const NILE = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
  1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040,
  759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
  744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

const fitted = (request: Parameters<typeof localLevel>[0]) => answerOf(localLevel(request));

describe("localLevel", () => {
  const nile = fitted({ y: NILE });

  it("finds the variances of the Nile that Durbin & Koopman print: 15,099 and 1,469", () => {
    expectClose(nile.noiseVariance, 15098.519079140153, 1e-4);
    expectClose(nile.levelVariance, 1469.1759455809745, 1e-4);
    expectClose(nile.signalToNoise, 0.0973059634445051, 1e-4);
    expect(nile.atBoundary).toBe(false);
  });

  it("gives the restricted likelihood of the Nile", () => {
    expectClose(nile.logLikelihood, -632.545625103041, 1e-9);
  });

  it("foresees the year after the Nile's last, with its error", () => {
    const { mean, standardError } = nile.forecast([[1]]);
    expectClose(mean, 798.367305208674, 1e-5);
    expectClose(standardError, 143.52653766418513, 1e-5);
  });

  it("finds the top of the full likelihood, and not its growth without limit as the first value is fitted", () => {
    // numpy, dense matrices: log likelihood −637.603 at q = .0837; −649.4 at e⁸ and rising on from there.
    const model = fitted({ y: NILE, method: "ml" });
    expectClose(model.signalToNoise, 0.08374836150469701, 1e-5);
    expectClose(model.logLikelihood, -637.6029320909208, 1e-11);
    expectClose(model.noiseVariance, 15279.479033013438, 1e-5);
    // Twelve years: −76.784 at q = 0, then down, but −74.8 at e¹² and −70.8 at e²⁰.
    const short = fitted({ y: NILE.slice(0, 12), method: "ml" });
    expect(short).toMatchObject({ signalToNoise: 0, atBoundary: true });
    expectClose(short.logLikelihood, -76.7842639467068, 1e-8);
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
    expectClose(walk.levelVariance, 1, 0.5);
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
          expectClose(moved.standardError, unit * own.standardError, 1e-4);
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

type Expected = ReferenceForecast & {
  q: number;
  sigma2_eps: number;
  sigma2_eta: number;
  loglik: number;
  at_boundary: boolean;
  coef_standardised: number[];
};

type Vector = {
  expected: Record<`local_level_${LikelihoodMethod}`, Expected>;
  tolerance: { rel_q: number; rel_effect: number; rel_se: number };
};

describe("localLevelEffect", () => {
  const cases = ["arma", "comparison"].flatMap((name) => [
    { name, method: "reml" as const },
    { name, method: "ml" as const },
  ]);

  describe.skipIf(!areVectorsThere).each(cases)(
    "on $name by $method (needs the reference vectors beside the repository)",
    ({ name, method }) => {
      const read = () => {
        const { request, expected, tolerance } = readRegression<Vector>(`${name}_local_level_regression`);
        const effect = answerOf(localLevelEffect({ ...request, method }));
        return { effect, wanted: expected[`local_level_${method}`], tolerance };
      };

      it("finds the variances and whether they lie at the end of the search", () => {
        const { effect, wanted, tolerance } = read();
        expectClose(effect.model.signalToNoise, wanted.q, tolerance.rel_q);
        expectClose(effect.model.noiseVariance, wanted.sigma2_eps, tolerance.rel_q);
        expectClose(effect.model.levelVariance, wanted.sigma2_eta, tolerance.rel_q);
        expect(effect.model.atBoundary).toBe(wanted.at_boundary);
      });

      it("gives the likelihood and the coefficients", () => {
        const { effect, wanted, tolerance } = read();
        expectClose(effect.model.logLikelihood, wanted.loglik, 1e-9);
        expectAllClose(effect.model.coefficients, wanted.coef_standardised, tolerance.rel_effect);
      });

      it("foresees every period with its error, and its effect", () => {
        const { effect, wanted, tolerance } = read();
        expectAllClose(
          effect.periods.map((p) => p.expected),
          wanted.pred,
          tolerance.rel_effect,
        );
        expectAllClose(
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
        expectAllClose(
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
        expectClose(effect.actualMean, wanted.actual_mean, 1e-12);
        expectClose(effect.expectedMean, wanted.pred_mean, rel_effect);
        expectClose(effect.expectedMeanStandardError, wanted.pred_mean_se, rel_se);
        expectClose(effect.meanEffect, wanted.avg_effect, rel_effect);
        expectClose(effect.totalEffect, wanted.cum_effect_total, rel_effect);
        expectClose(effect.criticalValue, wanted.critical_value, 1e-8);
        const { meanEffectInterval: mean, totalEffectInterval: total } = effect;
        expectAllClose([mean.low, mean.high], wanted.avg_effect_ci95, rel_se);
        expectAllClose([total.low, total.high], wanted.cum_effect_ci95, rel_se);
        expect(effect.relativeEffect).toMatchObject({ kind: "value" });
        if (effect.relativeEffect.kind === "value")
          expectClose(effect.relativeEffect.value, wanted.rel_effect, rel_effect);
      });
    },
  );

  it("has no relative effect near a zero expectation", () => {
    const effect = localLevelEffect({ pre: [1, -1, 2, -2, 1, -1], post: [5] });
    expect(effect).toMatchObject({ relativeEffect: { kind: "no-value" } });
  });
});
