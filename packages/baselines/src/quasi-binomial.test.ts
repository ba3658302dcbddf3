import { expectAllClose } from "@liftledger/numerics/testing/expect-close";
import { describe, expect, it } from "vitest";
import { quasiBinomial } from "./quasi-binomial.ts";
import { answerOf } from "./testing/answer-of.ts";
import { readBike } from "./testing/ratio-vectors.ts";
import { areVectorsThere } from "./testing/reference-vectors.ts";

describe("quasiBinomial", () => {
  it.skipIf(!areVectorsThere)(
    "meets bike_weekly_ratio_flat (needs the reference vectors beside the repository)",
    () => {
      const { request, expected } = readBike();
      const wanted = expected.quasi_binomial;
      const lift = answerOf(quasiBinomial(request));
      expectAllClose(
        [
          lift.baseline,
          lift.actual,
          lift.dispersion,
          lift.binomialError,
          lift.standardError,
          lift.degreesOfFreedom,
        ],
        [wanted.p0, wanted.p1, wanted.phi, wanted.se_binomial, wanted.se_quasi, wanted.df],
      );
      expectAllClose([lift.interval.low, lift.interval.high], wanted.ci95);
    },
  );

  it("never takes the error below the binomial one", () => {
    // Every week exactly at its share: dispersion 0.
    const steady = answerOf(
      quasiBinomial({
        numeratorsBefore: [10, 10],
        denominatorsBefore: [100, 100],
        numeratorsAfter: [20, 20],
        denominatorsAfter: [100, 100],
      }),
    );
    expect(steady.dispersion).toBe(0);
    expect(steady.standardError).toBe(steady.binomialError);
    // √(0.1 · 0.9 / 200 + 0.2 · 0.8 / 200)
    expectAllClose([steady.binomialError], [Math.sqrt(0.25 / 200)], 1e-14);
  });

  it("leaves weeks without cases out and answers why there is no value", () => {
    const base = {
      numeratorsBefore: [10, 0, 12],
      denominatorsBefore: [100, 0, 100],
      numeratorsAfter: [20],
      denominatorsAfter: [100],
    };
    expect(quasiBinomial(base)).toMatchObject({ kind: "lift", degreesOfFreedom: 1 });
    expect(quasiBinomial({ ...base, numeratorsAfter: [0], denominatorsAfter: [0] }).kind).toBe("no-value");
    expect(quasiBinomial({ ...base, numeratorsBefore: [10], denominatorsBefore: [100] }).kind).toBe(
      "no-value",
    );
    const nobody = { ...base, numeratorsBefore: [0, 0, 0], numeratorsAfter: [0] };
    expect(quasiBinomial(nobody).kind).toBe("no-value");
    expect(() => quasiBinomial({ ...base, numeratorsAfter: [101] })).toThrow(RangeError);
    expect(() => quasiBinomial({ ...base, numeratorsAfter: [] })).toThrow(RangeError);
  });

  it("takes the scatter from the other side where nobody or everybody was counted on one", () => {
    // Shares 0 and 8/20: χ² = 2 · (3 − 4)² / (10 · 0.24) over 4 − 2, by hand.
    const nobody = quasiBinomial({
      numeratorsBefore: [0, 0],
      denominatorsBefore: [10, 10],
      numeratorsAfter: [3, 5],
      denominatorsAfter: [10, 10],
    });
    expect(nobody).toMatchObject({
      kind: "lift",
      lift: 0.4,
      dispersion: expect.closeTo(1 / 2.4, 12),
      binomialError: expect.closeTo(Math.sqrt(0.24 / 20), 12),
    });
    const everybody = quasiBinomial({
      numeratorsBefore: [3, 5],
      denominatorsBefore: [10, 10],
      numeratorsAfter: [10, 10],
      denominatorsAfter: [10, 10],
    });
    expect(everybody).toMatchObject({ lift: 0.6, dispersion: expect.closeTo(1 / 2.4, 12) });
  });
});
