import { seededRandom } from "@liftledger/numerics/seeded-random";
import { expectClose } from "@liftledger/numerics/testing/expect-close";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitMixtureBaseline } from "./mixture-baseline.ts";
import { forecastTotal } from "./mixture-forecast.ts";
import { ratioLift, type IntervalLift, type RatioLiftRequest } from "./ratio-lift.ts";
import type { RatioPoint } from "./ratio-point.ts";
import {
  mixtureInterval,
  mixtureMean,
  mixtureProbabilityAbove,
  mixtureQuantile,
  type StudentMixture,
} from "./student-mixture.ts";
import { answerOf } from "./testing/answer-of.ts";
import { BIKE_AFTER, BIKE_BEFORE } from "./testing/bike-rides.ts";

type Weeks = typeof BIKE_BEFORE;

const points = ({ from, numerators, denominators }: Weeks): RatioPoint[] =>
  numerators.map((numerator, i) => ({ index: from + i, numerator, denominator: denominators[i] as number }));

const bike: RatioLiftRequest = {
  pre: points(BIKE_BEFORE),
  post: points(BIKE_AFTER),
  direction: 1,
  design: { kind: "flat" },
};

const intervalLift = (request: RatioLiftRequest) => answerOf(ratioLift(request));

const point = fc.record({
  numerator: fc.integer({ min: 0, max: 400 }),
  denominator: fc.integer({ min: 1, max: 1000 }),
  gap: fc.integer({ min: 1, max: 3 }),
});

/** Ratio series of 6 to 20 periods before and 1 to 8 after, with gaps. */
const requests: fc.Arbitrary<RatioLiftRequest> = fc
  .record({
    pre: fc.array(point, { minLength: 6, maxLength: 20 }),
    post: fc.array(point, { minLength: 1, maxLength: 8 }),
    direction: fc.constantFrom(1 as const, -1 as const),
  })
  .map(({ pre, post, direction }) => {
    let index = 0;
    const place = (p: { numerator: number; denominator: number; gap: number }, i: number): RatioPoint => {
      index += p.gap;
      // A ripple keeps a series of equal draws from being free of noise.
      return { index, numerator: p.numerator + (i % 3), denominator: p.denominator };
    };
    return { pre: pre.map(place), post: post.map(place), direction, design: { kind: "flat" } as const };
  });

describe("ratioLift", () => {
  it("finds in the bike rides the shapes of noise that R and numpy find", () => {
    const { shapes, baselineRatio } = intervalLift(bike);
    expectClose(baselineRatio, 0.21464611837360717, 1e-12);
    expectClose(shapes.iid, 0.0011403554409178604, 1e-6);
    expectClose(shapes.ar1, 0.6537800300679845, 1e-6);
    expectClose(shapes.level, 0.3450796144910977, 1e-6);
    expectClose(shapes.meanRho ?? Number.NaN, 0.6510947967525583, 1e-6);
    expectClose(shapes.meanS ?? Number.NaN, 1.5458534496608576, 1e-6);
  });

  it("foresees the unweighted total of the bike rides as published", () => {
    const ratio = 0.21464611837360717;
    const linearised = (series: readonly RatioPoint[]): number[] => {
      const mean = series.reduce((sum, { denominator }) => sum + denominator, 0) / series.length;
      return series.map(({ numerator, denominator }) => (numerator - ratio * denominator) / mean);
    };
    const times = bike.pre.map(({ index }) => index);
    const later = bike.post.map(({ index }) => index);
    const baseline = fitMixtureBaseline({ times, y: linearised(bike.pre), design: times.map(() => [1]) });
    const total = forecastTotal(baseline, { times: later, design: later.map(() => [1]) });
    const actual = linearised(bike.post).reduce((sum, value) => sum + value, 0);
    const { low, high } = mixtureInterval(total, 0.95);
    expectClose(actual, -1.3994049467396497, 1e-9);
    expectClose(mixtureMean(total), -0.336788654613191, 1e-6);
    expectClose(mixtureQuantile(total, 0.5), -0.25681136862846404, 1e-6);
    expectClose(low, -1.5770894072124233, 1e-6);
    expectClose(high, 0.5069146755837391, 1e-6);
    expectClose(1 - mixtureProbabilityAbove(total, actual), 0.039904025236361655, 1e-6);
  });

  it("gives units that are direction times actual minus expected, period by period and in total", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const lift = intervalLift(request);
        lift.periods.forEach((period, i) => {
          const { numerator, denominator } = request.post[i] as RatioPoint;
          const units = request.direction * (numerator - period.expectedRatio * denominator);
          expect(period.incrementalUnits).toBeCloseTo(units, 8);
        });
        expect(mixtureMean(lift.incrementalUnitsDistribution())).toBeCloseTo(lift.incrementalUnits, 6);
      }),
    );
  });

  it("never lets a later period restate an earlier one", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const all = intervalLift(request);
        request.post.forEach((_, i) => {
          const sofar = intervalLift({ ...request, post: request.post.slice(0, i + 1) });
          const { expectedRatioInterval: earlier, ...figures } = sofar.periods[
            i
          ] as IntervalLift["periods"][0];
          const { expectedRatioInterval: later, ...same } = all.periods[i] as IntervalLift["periods"][0];
          expect(figures).toEqual(same);
          expect(earlier(0.8)).toEqual(later(0.8));
          expect(sofar.incrementalUnitsDistribution()).toEqual(all.incrementalUnitsDistribution(i + 1));
        });
      }),
      { numRuns: 30 },
    );
  });

  it("weighs the units of each period: by one weight as the whole, by 0 as if a period were not asked about", () => {
    fc.assert(
      fc.property(
        requests,
        fc.integer({ min: 0, max: 40 }),
        fc.tuple(fc.double({ min: 0.1, max: 9, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true })),
        (request, cut, [first, second]) => {
          const { post } = request;
          const at = cut % (post.length + 1);
          const lift = intervalLift(request);
          const interval = (units: StudentMixture) => mixtureInterval(units, 0.8);
          const alike = post.map(() => 1);
          expect(lift.weightedUnitsDistribution(alike)()).toEqual(lift.incrementalUnitsDistribution());
          const weights = post.map((_, place) => (place < at ? first : second));
          const weighted = lift.weightedUnitsDistribution(weights);
          // A period of twice the size is a period that counts twice.
          const scaled = post.map(({ index, numerator, denominator }, place) => {
            const weight = weights[place] as number;
            return { index, numerator: numerator * weight, denominator: denominator * weight };
          });
          expect(weighted()).toEqual(
            intervalLift({ ...request, post: scaled }).incrementalUnitsDistribution(),
          );
          // What counts nothing at first leaves what was asked of the later periods alone.
          const later = lift.weightedUnitsDistribution(post.map((_, place) => (place < at ? 0 : 1)))();
          const alone = intervalLift({ ...request, post: post.slice(at) }).incrementalUnitsDistribution();
          const size = 1e-9 * (1 + Math.abs(mixtureMean(alone)) + Math.abs(interval(alone).high));
          expect(Math.abs(mixtureMean(later) - mixtureMean(alone))).toBeLessThanOrEqual(size);
          expect(Math.abs(interval(later).low - interval(alone).low)).toBeLessThanOrEqual(size);
          expect(Math.abs(interval(later).high - interval(alone).high)).toBeLessThanOrEqual(size);
          // The first periods are what they were before a later one was weighed otherwise.
          expect(weighted(at)).toEqual(lift.weightedUnitsDistribution(post.map(() => first))(at));
        },
      ),
      { numRuns: 40 },
    );
    expect(() => intervalLift(bike).weightedUnitsDistribution([1])).toThrow(RangeError);
  });

  it("swaps the ends and the sign, and nothing else, when the direction turns", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const up = intervalLift({ ...request, direction: 1 });
        const down = intervalLift({ ...request, direction: -1 });
        expect(down.incrementalUnits).toBeCloseTo(-up.incrementalUnits, 8);
        const above = mixtureInterval(up.incrementalUnitsDistribution(), 0.8);
        const below = mixtureInterval(down.incrementalUnitsDistribution(), 0.8);
        expect([below.low, below.high]).toEqual([-above.high, -above.low]);
      }),
    );
  });

  it("has an interval that excludes zero exactly when the probability says so", () => {
    fc.assert(
      fc.property(requests, fc.constantFrom(0.5, 0.8, 0.95), (request, level) => {
        const units = intervalLift(request).incrementalUnitsDistribution();
        const { low, high } = mixtureInterval(units, level);
        const above = mixtureProbabilityAbove(units, 0);
        const tail = Math.min(above, 1 - above);
        // On the edge itself the last digits decide; anywhere else both must agree.
        fc.pre(Math.abs(tail - (1 - level) / 2) > 1e-9);
        expect(low > 0 || high < 0).toBe(tail < (1 - level) / 2);
      }),
    );
  });

  it("scales with the unit of the numerator", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const inCents = (p: RatioPoint): RatioPoint => ({ ...p, numerator: p.numerator * 100 });
        const before = mixtureInterval(intervalLift(request).incrementalUnitsDistribution(), 0.8);
        const scaled = intervalLift({
          ...request,
          pre: request.pre.map(inCents),
          post: request.post.map(inCents),
        });
        const after = mixtureInterval(scaled.incrementalUnitsDistribution(), 0.8);
        const size = 100 * (Math.abs(before.low) + Math.abs(before.high));
        expect(Math.abs(after.low - 100 * before.low)).toBeLessThan(1e-9 * size);
        expect(Math.abs(after.high - 100 * before.high)).toBeLessThan(1e-9 * size);
      }),
    );
  });

  it("finds the effect that was put into a series, within its interval", () => {
    const random = seededRandom(5);
    const week = (index: number, effect: number): RatioPoint => {
      const denominator = 1000 + Math.round(100 * random.normal());
      return { index, numerator: denominator * (0.1 + effect) + 3 * random.normal(), denominator };
    };
    const pre = Array.from({ length: 30 }, (_, i) => week(i, 0));
    const post = Array.from({ length: 10 }, (_, i) => week(30 + i, 0.02));
    const lift = intervalLift({ pre, post, direction: 1, design: { kind: "flat" } });
    const volume = post.reduce((sum, { denominator }) => sum + denominator, 0);
    const { low, high } = mixtureInterval(lift.incrementalUnitsDistribution(), 0.95);
    expect(low).toBeLessThan(0.02 * volume);
    expect(high).toBeGreaterThan(0.02 * volume);
    expect(low).toBeGreaterThan(0);
    const relative = lift.relativeLift(0.95);
    if (relative.kind !== "value") throw new Error(relative.reason);
    expect(relative.interval?.low).toBeLessThan(0.2);
    expect(relative.interval?.high).toBeGreaterThan(0.2);
  });

  it("widens about the mean when the placebo check asks for it", () => {
    const plain = mixtureInterval(intervalLift(bike).incrementalUnitsDistribution(), 0.8);
    const mean = intervalLift(bike).incrementalUnits;
    const widened = intervalLift({ ...bike, wideningFactor: 1.5 });
    const wide = mixtureInterval(widened.incrementalUnitsDistribution(), 0.8);
    expect(widened.incrementalUnits).toBe(mean);
    expectClose(wide.high - mean, 1.5 * (plain.high - mean), 1e-9);
    expectClose(wide.low - mean, 1.5 * (plain.low - mean), 1e-9);
  });

  it("takes a ratio that never moved for one without noise, however unlike its periods are in size", () => {
    const pre = [3, 3e9, 7, 1e5, 0.1].map((denominator, index) => ({
      index,
      numerator: denominator * 0.1,
      denominator,
    }));
    const lift = intervalLift({ ...bike, pre, post: [{ index: 46, numerator: 30, denominator: 100 }] });
    expect(lift.noiseSeen).toBe(false);
    expect(lift.incrementalUnits).toBeCloseTo(20, 8);
  });

  it("sees exactly nothing where a series without noise goes on as it was, negative ones too", () => {
    for (const level of [0.1, -0.1]) {
      const week = (index: number) => ({ index, numerator: level * 700, denominator: 700 });
      const lift = intervalLift({ ...bike, pre: [0, 1, 2, 3].map(week), post: [4, 5].map(week) });
      expect(mixtureInterval(lift.incrementalUnitsDistribution(), 0.8)).toEqual({
        low: 0,
        high: 0,
        level: 0.8,
      });
    }
  });

  it("gives no baseline without periods or without denominators before the start", () => {
    expect(ratioLift({ ...bike, pre: [] })).toEqual({
      kind: "no-baseline",
      reason: "there is no period before the start",
    });
    expect(ratioLift({ ...bike, pre: bike.pre.slice(-1) })).toMatchObject({ kind: "point-only" });
    const empty = bike.pre.map((p) => ({ ...p, denominator: 0 }));
    expect(ratioLift({ ...bike, pre: empty })).toMatchObject({ kind: "no-baseline" });
  });

  it("gives a point without an interval from one or two periods", () => {
    const lift = ratioLift({ ...bike, pre: bike.pre.slice(-2) });
    if (lift.kind !== "point-only") throw new Error(lift.kind);
    const ratio = (3963 + 3303) / (26434 + 24126);
    expectClose(lift.baselineRatio, ratio, 1e-12);
    const actual = BIKE_AFTER.numerators.reduce((sum, value) => sum + value, 0);
    const volume = BIKE_AFTER.denominators.reduce((sum, value) => sum + value, 0);
    expectClose(lift.incrementalUnits, actual - ratio * volume, 1e-9);
    expect(lift).not.toHaveProperty("incrementalUnitsDistribution");
  });

  it("is certain of a ratio that never moved, whatever rounding does to it", () => {
    const pre = Array.from({ length: 12 }, (_, i) => ({
      index: i,
      numerator: (100 + i) * 0.1,
      denominator: 100 + i,
    }));
    const post = [{ index: 12, numerator: 15, denominator: 120 }];
    const lift = intervalLift({ pre, post, direction: 1, design: { kind: "flat" } });
    const { low, high } = mixtureInterval(lift.incrementalUnitsDistribution(), 0.8);
    expect(low).toBeCloseTo(3, 10);
    expect(high).toBeCloseTo(3, 10);
  });

  it("reads a total as a ratio per period", () => {
    const total = (index: number, numerator: number): RatioPoint => ({ index, numerator, denominator: 1 });
    const pre = [12, 15, 11, 14, 13, 12, 15].map((n, i) => total(i, n));
    const lift = intervalLift({ pre, post: [total(7, 20)], direction: 1, design: { kind: "flat" } });
    expect(lift.baselineRatio).toBeCloseTo(92 / 7, 12);
    expect(lift.periods[0]?.actualRatio).toBe(20);
  });

  it("has no actual ratio and no units in a period without denominators", () => {
    const lift = intervalLift({ ...bike, post: [{ index: 46, numerator: 0, denominator: 0 }] });
    expect(lift.periods[0]).toMatchObject({ actualRatio: null, expectedNumerator: 0 });
    expect(lift.incrementalUnits).toBeCloseTo(0, 12);
  });

  it("has no relative lift near a zero baseline", () => {
    const pre = [0, 3, -2, 1, -1, 2, -3, 1].map((numerator, index) => ({ index, numerator, denominator: 1 }));
    const post = [{ index: 8, numerator: 5, denominator: 1 }];
    const lift = intervalLift({ pre, post, direction: 1, design: { kind: "flat" } });
    expect(lift.relativeLift(0.8)).toMatchObject({ kind: "no-value" });
  });

  it("draws an expectation for every period before the start", () => {
    const { preExpected } = intervalLift(bike);
    expect(preExpected.map(({ index }) => index)).toEqual(bike.pre.map(({ index }) => index));
    for (const { expectedRatio } of preExpected) expect(Math.abs(expectedRatio - 0.21)).toBeLessThan(0.1);
  });

  it("expects what a climbing series has come to, above its mean at the end", () => {
    const numerators = [1, 3, 2, 4, 5, 4, 6, 7, 8, 7, 9, 10, 11, 10, 12, 13];
    const pre = points({ from: 0, numerators, denominators: numerators.map(() => 10) });
    const { preExpected, baselineRatio } = intervalLift({ ...bike, pre });
    expect(baselineRatio).toBeCloseTo(0.7, 12);
    for (const { expectedRatio } of preExpected.slice(-4)) expect(expectedRatio).toBeGreaterThan(0.7);
  });

  it("refuses periods out of order and numbers that are none", () => {
    expect(() => ratioLift({ ...bike, post: bike.pre })).toThrow("does not come after");
    const nan = [{ index: 46, numerator: Number.NaN, denominator: 1 }];
    expect(() => ratioLift({ ...bike, post: nan })).toThrow("numerator NaN");
    const negative = [{ index: 46, numerator: 1, denominator: -1 }];
    expect(() => ratioLift({ ...bike, post: negative })).toThrow("denominator -1");
    const half = [{ index: 46.5, numerator: 1, denominator: 1 }];
    expect(() => ratioLift({ ...bike, post: half })).toThrow("not a whole number");
  });
});
