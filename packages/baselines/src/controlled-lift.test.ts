import { seededRandom } from "@liftledger/numerics/seeded-random";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeDesign, FLAT_DESIGN, type BaselineDesign } from "./baseline-design.ts";
import { ratioLift, type IntervalLift, type RatioLiftRequest } from "./ratio-lift.ts";
import type { RatioPoint } from "./ratio-point.ts";
import { mixtureInterval, mixtureMean } from "./student-mixture.ts";
import { answerOf } from "./testing/answer-of.ts";

const intervalLift = (request: RatioLiftRequest) => answerOf(ratioLift(request));

/** Conversion of two regions that share their ups and downs; the north gains 2 points from week 40 on. */
function regions(seed: number): { north: RatioPoint[]; south: RatioPoint[] } {
  const random = seededRandom(seed);
  let market = 0;
  const north: RatioPoint[] = [];
  const south: RatioPoint[] = [];
  for (let index = 0; index < 52; index += 1) {
    market = 0.9 * market + 0.01 * random.normal();
    const visits = 2000 + Math.round(200 * random.normal());
    const effect = index < 40 ? 0 : 0.02;
    const rate = 0.1 + market + effect + 0.002 * random.normal();
    north.push({ index, numerator: visits * rate, denominator: visits });
    south.push({
      index,
      numerator: 3000 * (0.05 + 0.8 * market + 0.002 * random.normal()),
      denominator: 3000,
    });
  }
  return { north, south };
}

const request = (seed: number, design: BaselineDesign): RatioLiftRequest => {
  const { north, south } = regions(seed);
  return { pre: north.slice(0, 40), post: north.slice(40), direction: 1, design, controls: { south } };
};
const weighed = composeDesign({ controls: ["south"] });
const subtracted = composeDesign({ difference: "south" });
const width = (lift: IntervalLift): number => {
  const { low, high } = mixtureInterval(lift.incrementalUnitsDistribution(), 0.8);
  return high - low;
};

describe("ratioLift with control series", () => {
  it("finds the effect where the market moved both, far more sharply than without them", () => {
    const alone = intervalLift(request(7, FLAT_DESIGN));
    const truth = request(7, FLAT_DESIGN).post.reduce((sum, { denominator }) => sum + 0.02 * denominator, 0);
    for (const design of [weighed, subtracted]) {
      const lift = intervalLift(request(7, design));
      expect(width(lift)).toBeLessThan(0.6 * width(alone));
      const { low, high } = mixtureInterval(lift.incrementalUnitsDistribution(), 0.95);
      expect(low).toBeLessThan(truth);
      expect(high).toBeGreaterThan(truth);
      expect(low).toBeGreaterThan(0);
    }
  });

  it("gives periods that add up to the total, and intervals about each", () => {
    for (const design of [weighed, subtracted]) {
      const lift = intervalLift(request(8, design));
      const total = lift.periods.reduce((sum, { incrementalUnits }) => sum + incrementalUnits, 0);
      expect(mixtureMean(lift.incrementalUnitsDistribution())).toBeCloseTo(total, 6);
      for (const { expectedRatio, expectedRatioInterval } of lift.periods) {
        const { low, high } = expectedRatioInterval(0.8);
        expect(low).toBeLessThan(expectedRatio);
        expect(high).toBeGreaterThan(expectedRatio);
      }
      expect(lift.preExpected).toHaveLength(40);
      for (const { expectedRatio } of lift.preExpected)
        expect(Math.abs(expectedRatio - 0.1)).toBeLessThan(0.08);
    }
  });

  it("expects before the start what the subtracted series showed, a steady gap above it", () => {
    const market = [5, 9, 2, 7, 1, 8, 3, 6, 4, 9];
    const series = (values: number[]) =>
      values.map((numerator, index) => ({ index, numerator, denominator: 1 }));
    const south = series([...market, 5, 5]);
    const north = series([...market.map((value, i) => value + 3 + (i % 2 === 0 ? 0.01 : -0.01)), 8, 8]);
    const lift = intervalLift({
      pre: north.slice(0, 10),
      post: north.slice(10),
      direction: 1,
      design: composeDesign({ difference: "south" }),
      controls: { south },
    });
    market.forEach((value, i) => {
      expect(Math.abs((lift.preExpected[i]?.expectedRatio ?? 0) - (value + 3))).toBeLessThan(0.05);
    });
  });

  it("never lets a later period restate an earlier one", () => {
    for (const design of [weighed, subtracted]) {
      const whole = intervalLift(request(9, design));
      const { post, ...rest } = request(9, design);
      const sofar = intervalLift({ ...rest, post: post.slice(0, 5) });
      expect(sofar.incrementalUnitsDistribution()).toEqual(whole.incrementalUnitsDistribution(5));
    }
  });

  it("does not care in which unit a weighed control is counted, nor from which level a subtracted one starts", () => {
    const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(factor, (change) => {
        const south = regions(7).south;
        const scaled = south.map((p) => ({ ...p, numerator: change * p.numerator }));
        const raised = south.map((p) => ({ ...p, numerator: p.numerator + change * p.denominator }));
        const same = (design: BaselineDesign, moved: RatioPoint[]): void => {
          const before = mixtureInterval(
            intervalLift(request(7, design)).incrementalUnitsDistribution(),
            0.8,
          );
          const changed = intervalLift({ ...request(7, design), controls: { south: moved } });
          const after = mixtureInterval(changed.incrementalUnitsDistribution(), 0.8);
          expect(Math.abs(after.low - before.low)).toBeLessThan(1e-6 * (before.high - before.low));
          expect(Math.abs(after.high - before.high)).toBeLessThan(1e-6 * (before.high - before.low));
        };
        same(weighed, scaled);
        same(subtracted, raised);
      }),
      { numRuns: 20 },
    );
  });

  it("follows a series that gains a constant ratio or is counted in another unit", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 50, noNaN: true }), fc.boolean(), (change, controlled) => {
        const design = controlled ? weighed : FLAT_DESIGN;
        const start = request(7, design);
        const before = mixtureInterval(intervalLift(start).incrementalUnitsDistribution(), 0.8);
        const moved = (change1: (p: RatioPoint) => number) => {
          const points = (series: readonly RatioPoint[]) =>
            series.map((p) => ({ ...p, numerator: change1(p) }));
          const lift = intervalLift({ ...start, pre: points(start.pre), post: points(start.post) });
          return mixtureInterval(lift.incrementalUnitsDistribution(), 0.8);
        };
        const shifted = moved((p) => p.numerator + change * p.denominator);
        const scaled = moved((p) => change * p.numerator);
        const tolerance = 1e-6 * (before.high - before.low);
        expect(Math.abs(shifted.low - before.low)).toBeLessThan(tolerance);
        expect(Math.abs(shifted.high - before.high)).toBeLessThan(tolerance);
        expect(Math.abs(scaled.low - change * before.low)).toBeLessThan(change * tolerance);
      }),
      { numRuns: 20 },
    );
  });

  it("follows a declared trend beyond the start", () => {
    const random = seededRandom(3);
    const growing = Array.from({ length: 40 }, (_, index) => ({
      index: 3000 + index,
      numerator: 100 + 2 * index + random.normal(),
      denominator: 1,
    }));
    const series = { pre: growing.slice(0, 30), post: growing.slice(30), direction: 1 as const };
    const flat = intervalLift({ ...series, design: FLAT_DESIGN });
    const trend = intervalLift({ ...series, design: composeDesign({ trend: true }) });
    expect(Math.abs(trend.incrementalUnits)).toBeLessThan(10);
    expect(Math.abs(flat.incrementalUnits)).toBeGreaterThan(50);
  });

  it("leaves out periods before the start in which a control has no value", () => {
    const { south } = regions(7);
    const gappy = south.map((p) => (p.index === 3 ? { ...p, numerator: 0, denominator: 0 } : p));
    const missing = south.filter(({ index }) => index !== 3);
    const { pre, ...rest } = request(7, weighed);
    const without = pre.filter(({ index }) => index !== 3);
    const expected = intervalLift({ ...rest, pre: without }).incrementalUnits;
    for (const controls of [{ south: gappy }, { south: missing }]) {
      expect(intervalLift({ ...rest, pre, controls }).incrementalUnits).toBe(expected);
    }
  });

  it("has no baseline where a control is missing since the start, never moved, or leaves too few periods", () => {
    const { south } = regions(7);
    const answer = (change: Partial<RatioLiftRequest>) => ratioLift({ ...request(7, weighed), ...change });
    expect(answer({ controls: { south: south.slice(0, 50) } })).toEqual({
      kind: "no-baseline",
      reason: "a control series has no value in 2 of the periods since the start",
    });
    expect(answer({ controls: { south: south.slice(0, 51) } })).toMatchObject({
      reason: "a control series has no value in 1 of the periods since the start",
    });
    for (const level of [0.3, 0, -0.3]) {
      const still = south.map((p) => ({ ...p, numerator: level * p.denominator }));
      expect(answer({ controls: { south: still } })).toEqual({
        kind: "no-baseline",
        reason: "the control series south did not move before the start",
      });
    }
    expect(answer({ controls: { south: south.slice(40) } })).toEqual({
      kind: "no-baseline",
      reason: "in no period before the start has every control series a value",
    });
    expect(answer({ design: subtracted, controls: { south: south.slice(39) } }).kind).toBe("point-only");
    const twice = composeDesign({ controls: ["south", "same"] });
    expect(answer({ design: twice, controls: { south, same: south } })).toMatchObject({
      kind: "no-baseline",
      reason: expect.stringContaining("combination"),
    });
    const many = composeDesign({ trend: true, controls: ["south"] });
    expect(answer({ design: many, pre: request(7, many).pre.slice(-3) })).toEqual({
      kind: "no-baseline",
      reason: "3 columns need more than 3 pre-periods",
    });
    expect(() => answer({ controls: {} })).toThrow("names a control series south");
  });

  it("moves the point of one or two periods with the subtracted series", () => {
    const at = (index: number, numerator: number): RatioPoint => ({ index, numerator, denominator: 1 });
    const lift = ratioLift({
      pre: [at(0, 10), at(1, 12)],
      post: [at(2, 20)],
      direction: 1,
      design: subtracted,
      controls: { south: [at(0, 5), at(1, 7), at(2, 9)] },
    });
    // Expected 11 plus the 3 that the south gained; 20 were seen.
    expect(lift).toMatchObject({ kind: "point-only", incrementalUnits: 6 });
  });
});
