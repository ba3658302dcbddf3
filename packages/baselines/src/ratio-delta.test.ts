import { expectAllClose } from "@liftledger/numerics/testing/expect-close";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratioDelta, type RatioDeltaLift, type RatioDeltaRequest } from "./ratio-delta.ts";
import { answerOf } from "./testing/answer-of.ts";
import { CAC, readBike } from "./testing/ratio-vectors.ts";
import { areVectorsThere } from "./testing/reference-vectors.ts";

const liftOf = (request: RatioDeltaRequest) => answerOf(ratioDelta(request));

/** Every key of `expected.ratio` and `expected.delta` of the vectors. */
function expectLift(lift: RatioDeltaLift, wanted: Record<string, number & number[]>): void {
  expectAllClose(
    [lift.baseline, lift.actual, lift.lift, lift.baselineError, lift.actualError, lift.liftError],
    ["baseline", "actual", "lift_abs", "se_baseline", "se_actual", "se_lift"].map(
      (key) => wanted[key] as number,
    ),
  );
  const { interval, incrementalInterval, relative, incrementalNumerator, degreesOfFreedom } = lift;
  expectAllClose([degreesOfFreedom, incrementalNumerator], [
    wanted.df_welch,
    wanted.incremental_numerator,
  ] as number[]);
  expectAllClose([interval.low, interval.high], wanted.ci95_abs as number[]);
  expectAllClose([incrementalInterval.low, incrementalInterval.high], wanted.ci95_incremental as number[]);
  if (relative.delta.kind !== "value" || relative.logRatio.kind !== "value")
    throw new Error("no relative lift");
  expectAllClose([relative.delta.value, relative.delta.standardError], [
    wanted.lift_rel,
    wanted.se_rel_delta,
  ] as number[]);
  expectAllClose(
    [relative.delta.interval.low, relative.delta.interval.high],
    wanted.ci95_rel_delta as number[],
  );
  expectAllClose(
    [relative.logRatio.interval.low, relative.logRatio.interval.high],
    wanted.ci95_rel_log as number[],
  );
}

describe("ratioDelta", () => {
  it("meets value_cac, every key of its ratio", () => {
    expectLift(liftOf(CAC), {
      baseline: 101.00961538461539,
      actual: 87.3931623931624,
      lift_abs: -13.616452991452988,
      se_baseline: 1.2505832555740632,
      se_actual: 0.2816308966724384,
      se_lift: 1.2819026644339049,
      df_welch: 7.681910586085299,
      ci95_abs: [-16.593968027074233, -10.638937955831745],
      lift_rel: -0.13480353270929182,
      se_rel_delta: 0.01106876868832726,
      ci95_rel_delta: [-0.16051330468317426, -0.10909376073540938],
      incremental_numerator: -3186.249999999999,
      ci95_incremental: [-3882.9885183353704, -2489.5114816646283],
      ci95_rel_log: [-0.16013507066094457, -0.10870795902691621],
    } as unknown as Record<string, number & number[]>);
  });

  it.skipIf(!areVectorsThere)(
    "meets bike_weekly_ratio_flat (needs the reference vectors beside the repository)",
    () => {
      const { request, expected } = readBike();
      expectLift(liftOf(request), expected.delta);
    },
  );

  it("answers a point where the noise is unknown, with the reason", () => {
    const single = ratioDelta({ ...CAC, numeratorsAfter: [5100], denominatorsAfter: [58] });
    expect(single).toMatchObject({ kind: "point-only", reason: expect.stringContaining("one period") });
    const begun = ratioDelta({ ...CAC, numeratorsBefore: [5100], denominatorsBefore: [58] });
    expect(begun).toMatchObject({ kind: "point-only", reason: expect.stringContaining("one period") });
    const steady = ratioDelta({
      numeratorsBefore: [10, 20],
      denominatorsBefore: [100, 200],
      numeratorsAfter: [30, 30],
      denominatorsAfter: [200, 200],
    });
    expect(steady).toMatchObject({ kind: "point-only", reason: expect.stringContaining("never varies") });
    expect(steady).toMatchObject({ incrementalNumerator: expect.closeTo(20, 12) });
  });

  it("answers no value without periods or denominators", () => {
    expect(ratioDelta({ ...CAC, numeratorsBefore: [], denominatorsBefore: [] })).toEqual({
      kind: "no-value",
      reason: "before the start: there is no period",
    });
    expect(ratioDelta({ ...CAC, denominatorsAfter: [0, 0, 0, 0] })).toEqual({
      kind: "no-value",
      reason: "after the start: the denominators add up to zero",
    });
  });

  it("says that a share of a baseline near zero says nothing", () => {
    const { relative, lift } = liftOf({
      numeratorsBefore: [0, 1, 0, 0, 0],
      denominatorsBefore: [100, 100, 100, 100, 100],
      numeratorsAfter: [4, 6, 5, 7],
      denominatorsAfter: [100, 100, 100, 100],
    });
    expect(lift).toBeGreaterThan(0);
    expect([relative.delta.kind, relative.logRatio.kind]).toEqual(["no-value", "no-value"]);
    expect(relative.fieller.kind).not.toBe("bounded");
  });

  it("takes a negative baseline by its size", () => {
    const { relative } = liftOf({
      numeratorsBefore: [-100, -104, -97],
      denominatorsBefore: [10, 10, 10],
      numeratorsAfter: [-50, -52, -47],
      denominatorsAfter: [10, 10, 10],
    });
    if (relative.delta.kind !== "value" || relative.fieller.kind !== "bounded")
      throw new Error("no relative lift");
    expect(relative.delta.value).toBeCloseTo((301 - 149) / 301, 12);
    expect(relative.fieller.low).toBeLessThan(relative.delta.value);
    expect(relative.fieller.high).toBeGreaterThan(relative.delta.value);
    expect(relative.logRatio.kind).toBe("no-value");
  });

  it("refuses numbers that make no sense", () => {
    expect(() => ratioDelta({ ...CAC, denominatorsBefore: [52] })).toThrow(RangeError);
    expect(() => ratioDelta({ ...CAC, denominatorsAfter: [58, -57, 60, 59] })).toThrow(RangeError);
    expect(() => ratioDelta({ ...CAC, numeratorsAfter: [58, Number.NaN, 60, 59] })).toThrow(RangeError);
    expect(() => ratioDelta({ ...CAC, level: 95 })).toThrow(RangeError);
  });

  const series = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 300 })), {
    minLength: 3,
    maxLength: 12,
  });
  const requestOf = (
    before: [number, number][],
    after: [number, number][],
    level: number,
  ): RatioDeltaRequest => ({
    numeratorsBefore: before.map(([n]) => n),
    denominatorsBefore: before.map(([, d]) => d),
    numeratorsAfter: after.map(([n]) => n),
    denominatorsAfter: after.map(([, d]) => d),
    level,
  });

  it("mirrors when before and after change places, and its p-value agrees with interval and Fieller", () => {
    const levels = fc.double({ min: 0.5, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(series, series, levels, (before, after, level) => {
        const there = ratioDelta(requestOf(before, after, level));
        const back = ratioDelta(requestOf(after, before, level));
        const wider = ratioDelta(requestOf(before, after, 0.995));
        fc.pre(there.kind === "lift" && back.kind === "lift" && wider.kind === "lift");
        expect(back.lift).toBeCloseTo(-there.lift, 12);
        expect(back.interval.low).toBeCloseTo(-there.interval.high, 10);
        expect(wider.interval.high).toBeGreaterThan(there.interval.high);
        fc.pre(Math.abs(there.pValue - (1 - level)) > 1e-7);
        const decided = there.pValue < 1 - level;
        expect(there.interval.low > 0 || there.interval.high < 0).toBe(decided);
        const { fieller } = there.relative;
        fc.pre(fieller.kind === "bounded");
        expect(fieller.low > 0 || fieller.high < 0).toBe(decided);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("pools the same in any order of the periods", () => {
    const reversed = liftOf({
      numeratorsBefore: CAC.numeratorsBefore.toReversed(),
      denominatorsBefore: CAC.denominatorsBefore.toReversed(),
      numeratorsAfter: CAC.numeratorsAfter,
      denominatorsAfter: CAC.denominatorsAfter,
    });
    expectAllClose([reversed.lift, reversed.liftError], [liftOf(CAC).lift, liftOf(CAC).liftError], 1e-13);
  });
});
