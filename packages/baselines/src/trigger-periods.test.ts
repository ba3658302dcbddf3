import { seededRandom } from "@liftledger/numerics/seeded-random";
import { describe, expect, it } from "vitest";
import { FLAT_DESIGN } from "./baseline-design.ts";
import { ratioLift } from "./ratio-lift.ts";
import type { RatioPoint } from "./ratio-point.ts";
import { mixtureInterval } from "./student-mixture.ts";
import { suspectTrigger, withoutTriggerPeriods } from "./trigger-periods.ts";
import { answerOf } from "./testing/answer-of.ts";

const series = (values: readonly number[]): RatioPoint[] =>
  values.map((numerator, index) => ({ index, numerator, denominator: 1 }));

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("withoutTriggerPeriods", () => {
  const pre = series([5, 6, 5, 7, 2, 1]);

  it("leaves out the periods that triggered the start and says why", () => {
    const { kept, leftOut, reason } = withoutTriggerPeriods(pre, { from: 4, to: 5 });
    expect(kept).toEqual(pre.slice(0, 4));
    expect(leftOut).toEqual(pre.slice(4));
    expect(reason).toBe(
      "The 2 periods that triggered the start are left out of the baseline: after a bad spell things get better by themselves, and that would count as success.",
    );
    expect(withoutTriggerPeriods(pre, { from: 5, to: 5 }).reason).toContain("The period that triggered");
    expect(withoutTriggerPeriods(pre, { from: 2, to: 3 })).toMatchObject({
      kept: [...pre.slice(0, 2), ...pre.slice(4)],
      leftOut: pre.slice(2, 4),
    });
  });

  it("leaves everything as it is without a trigger, or with one outside the pre-period", () => {
    expect(withoutTriggerPeriods(pre, null)).toEqual({ kept: pre, leftOut: [], reason: null });
    expect(withoutTriggerPeriods(pre, { from: 9, to: 12 })).toEqual({ kept: pre, leftOut: [], reason: null });
    expect(() => withoutTriggerPeriods(pre, { from: 5, to: 4 })).toThrow(RangeError);
  });

  it("keeps a bad month that comes back by itself from looking like success", () => {
    const random = seededRandom(42);
    let naive = 0;
    let honest = 0;
    const replications = 150;
    const looksLikeSuccess = (before: RatioPoint[], after: RatioPoint[]): boolean => {
      const lift = answerOf(ratioLift({ pre: before, post: after, direction: 1, design: FLAT_DESIGN }));
      const { low, high } = mixtureInterval(lift.incrementalUnitsDistribution(), 0.8);
      return low > 0 || high < 0;
    };
    for (let i = 0; i < replications; i += 1) {
      // Somebody starts when the mean of the last four weeks is a deviation below what is normal.
      const values: number[] = [];
      do values.push(random.normal());
      while (values.length < 30 || meanOf(values.slice(-4)) > -1);
      const pre = series(values.slice(-30));
      const post = Array.from({ length: 12 }, (_, week) => ({
        index: 30 + week,
        numerator: random.normal(),
        denominator: 1,
      }));
      if (looksLikeSuccess(pre.slice(-4), post)) naive += 1;
      const { kept } = withoutTriggerPeriods(pre, { from: 26, to: 29 });
      if (looksLikeSuccess([...kept], post)) honest += 1;
    }
    // An 80 % interval promises 20 % false alarms.
    expect(naive / replications).toBeGreaterThan(0.4);
    expect(honest / replications).toBeLessThan(0.2);
  });
});

describe("suspectTrigger", () => {
  const quiet = [10, 11, 9, 10, 12, 10, 9, 11, 10, 10, 11, 9];

  it("asks about a last month far worse than the weeks before it", () => {
    const suspicion = suspectTrigger({
      pre: series([...quiet, 6, 5, 6, 5]),
      direction: 1,
      periodType: "week",
    });
    expect(suspicion).toMatchObject({
      kind: "suspected",
      trigger: { from: 12, to: 15 },
      reason: expect.stringContaining("leave them out"),
    });
    const month = suspectTrigger({ pre: series([...quiet, 4]), direction: 1, periodType: "month" });
    expect(month).toMatchObject({ kind: "suspected", trigger: { from: 12, to: 12 } });
  });

  it("asks nothing where the last month was as usual, or unusually good", () => {
    const usual = suspectTrigger({
      pre: series([...quiet, 10, 9, 11, 10]),
      direction: 1,
      periodType: "week",
    });
    expect(usual).toMatchObject({ kind: "unsuspicious" });
    const good = series([...quiet, 6, 5, 6, 5]);
    expect(suspectTrigger({ pre: good, direction: -1, periodType: "week" }).kind).toBe("unsuspicious");
    const still = (last: number) => series([...Array.from({ length: 11 }, () => 4), last]);
    expect(suspectTrigger({ pre: still(4), direction: 1, periodType: "week" }).kind).toBe("unsuspicious");
    expect(suspectTrigger({ pre: still(3), direction: 1, periodType: "week" }).kind).toBe("suspected");
  });

  it("says how much history it would need", () => {
    expect(suspectTrigger({ pre: series([1, 2]), direction: 1, periodType: "month" })).toEqual({
      kind: "not-enough-history",
      needed: 7,
      found: 2,
    });
    expect(suspectTrigger({ pre: series(quiet.slice(1)), direction: 1, periodType: "week" })).toEqual({
      kind: "not-enough-history",
      needed: 12,
      found: 11,
    });
    const empty = series(quiet).map((point) => ({ ...point, denominator: 0 }));
    expect(suspectTrigger({ pre: empty, direction: 1, periodType: "week" }).kind).toBe("not-enough-history");
  });
});
