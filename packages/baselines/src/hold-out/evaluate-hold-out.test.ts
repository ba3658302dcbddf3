import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf } from "../testing/answer-of.ts";
import type { ArmStatistic } from "./arm-statistic.ts";
import { evaluateHoldOut, type HoldOutRequest } from "./evaluate-hold-out.ts";
import { tTest } from "./t-test.ts";
import { cupedStatistic } from "./cuped.ts";
import { ratioStatistic } from "./ratio-metric.ts";
import { adjustedRatioArm, meanArm, shareArm } from "./testing/arm-sums.ts";

const UNITS = { unitOfRandomisation: "customer", unitOfAnalysis: "customer" };

const answerTo = (request: HoldOutRequest) => answerOf(evaluateHoldOut(request));

// hillstrom_mens_ab of the reference vectors.
const VISITS = { control: shareArm(21306, 2262), treatment: shareArm(21307, 3894), ...UNITS };
const SPENDING = {
  control: meanArm(21306, 13908.33, 2870050.3620999996),
  treatment: meanArm(21307, 30311.690000000002, 6759024.4973),
  ...UNITS,
};

describe("evaluateHoldOut", () => {
  it("compares shares by Newcombe's interval", () => {
    const answer = answerTo(VISITS);
    expect(answer).toMatchObject({
      method: "two-proportions",
      difference: expect.closeTo(0.07658956365153125, 14),
      interval: {
        low: expect.closeTo(0.06995330808373157, 12),
        high: expect.closeTo(0.08322674127411141, 12),
      },
      relative: { kind: "value", value: expect.closeTo(0.721404616781399, 12) },
      evidenceGrade: "A",
      sampleRatio: { passed: true },
    });
    expect(answer.pValue).toBeLessThan(1e-100);
    expect(answer.chanceToWin).toBe(1);
    expect(answer.sentence).toBe(
      "Treatment 18.3%, control 10.6%: a difference of +7.66 points (95% interval +7 points to +8.32 points). Treatment is the better arm. By Newcombe's interval for two proportions.",
    );
  });

  it("compares means by Welch, the relative lift by Fieller", () => {
    const answer = answerTo(SPENDING);
    expect(answer).toMatchObject({
      method: "welch",
      difference: expect.closeTo(0.7698271558945367, 12),
      pValue: expect.closeTo(1.1638149682254773e-7, 14),
      interval: { low: expect.closeTo(0.48513973256840753, 9), high: expect.closeTo(1.0545145792206658, 9) },
    });
    expect(answer.relative).toMatchObject({ kind: "value", value: expect.closeTo(1.1792889, 6) });
  });

  it("compares ratios by the delta method, whatever finer unit they count", () => {
    const sums = (count: number, visits: number, amount: number, squares: number) =>
      ratioStatistic({
        count,
        numerator: amount,
        numeratorSquares: squares,
        denominator: visits,
        denominatorSquares: visits,
        products: amount,
      });
    const answer = answerTo({
      control: sums(21306, 2262, 13908.33, 2870050.3620999996),
      treatment: sums(21307, 3894, 30311.690000000002, 6759024.4973),
      unitOfRandomisation: "customer",
      unitOfAnalysis: "visit",
    });
    expect(answer).toMatchObject({
      method: "ratio-delta",
      difference: expect.closeTo(1.635516900788673, 10),
      evidenceGrade: "A",
    });
    expect(answer.pValue).toBeGreaterThan(0.05);
    expect(answer.sentence).toContain("That may be chance.");
  });

  it("uses what was known of the same units before", () => {
    const adjusted = (count: number, values: [number, number, number, number, number]) => {
      const [sum, sumOfSquares, preSum, preSumOfSquares, products] = values;
      return cupedStatistic({ count, sum, sumOfSquares, preSum, preSumOfSquares, products });
    };
    const answer = answerTo({
      control: adjusted(21306, [13908.33, 2870050.3620999996, 5132245.81, 2597172414.5563, 4267933.8399]),
      treatment: adjusted(
        21307,
        [30311.690000000002, 6759024.4973, 5174105.18, 2700687619.2752, 9857526.2586],
      ),
      ...UNITS,
    });
    expect(answer).toMatchObject({
      method: "cuped",
      difference: expect.closeTo(0.7674384994278023, 12),
      controlMean: expect.closeTo(0.6527893551112363, 12),
    });
  });

  it("holds at every look where the result is watched, and is then wider", () => {
    const once = answerTo(SPENDING);
    const watched = answerTo({ ...SPENDING, looks: { tuning: 40000 } });
    expect(watched.method).toBe("confidence-sequence");
    expect(watched.difference).toBe(once.difference);
    expect(watched.interval.low).toBeLessThan(once.interval.low);
    expect(watched.interval.high).toBeGreaterThan(once.interval.high);
    expect(watched.pValue).toBeGreaterThan(once.pValue);
    expect(answerTo({ ...VISITS, looks: { tuning: 40000 } }).sentence).toContain("+7.66 points");
  });

  it("is graded D with a broken split, B where a finer unit was counted, A where neither", () => {
    const lost = answerTo({ ...VISITS, assigned: { control: 21306, treatment: 24000 } });
    expect(lost).toMatchObject({ evidenceGrade: "D", sampleRatio: { passed: false } });
    expect(lost.reasons.join(" ")).toContain("cannot be compared");
    const finer = answerTo({ ...VISITS, unitOfAnalysis: "visit" });
    expect(finer.evidenceGrade).toBe("B");
    expect(finer.reasons.join(" ")).toContain("Sum by customer");
    const split = answerTo({ ...VISITS, split: { control: 21306, treatment: 21307 } });
    expect(split).toMatchObject({ evidenceGrade: "A", sampleRatio: { chiSquared: 0 } });
    expect(answerTo({ ...VISITS, assigned: { control: 0, treatment: 0 } })).toMatchObject({
      evidenceGrade: "D",
      sampleRatio: { kind: "no-value" },
    });
  });

  it("speaks of the worse arm where lower is better", () => {
    const answer = answerTo({ ...VISITS, direction: -1 });
    expect(answer.chanceToWin).toBeLessThan(1e-100);
    expect(answer.sentence).toContain("Treatment is the worse arm.");
    const fewer = answerTo({
      control: shareArm(1000, 300),
      treatment: shareArm(1000, 200),
      ...UNITS,
      direction: -1,
    });
    expect(fewer.sentence).toContain("a difference of −10 points");
    expect(fewer.sentence).toContain("Treatment is the better arm.");
    expect(fewer.chanceToWin).toBeGreaterThan(0.999);
  });

  it("answers why there is none, and never a number that is none", () => {
    const reasons = [
      { control: shareArm(0, 0), treatment: shareArm(10, 1) },
      { control: meanArm(1, 5, 25), treatment: meanArm(10, 5, 25) },
      { control: meanArm(10, 50, 250), treatment: meanArm(10, 50, 250) },
      { control: meanArm(0, 0, 0), treatment: meanArm(10, 5, 25) },
    ].map((arms) => evaluateHoldOut({ ...arms, ...UNITS }));
    for (const answer of reasons) {
      expect(answer).toMatchObject({ kind: "no-value", reason: expect.stringMatching(/arm/) });
    }
    expect(answerTo({ control: shareArm(20, 0), treatment: shareArm(20, 0), ...UNITS })).toMatchObject({
      difference: 0,
      pValue: 1,
      chanceToWin: 0.5,
      relative: { kind: "no-value" },
    });
    const aroundZero = { control: meanArm(100, 1, 400), treatment: meanArm(100, 90, 500), ...UNITS };
    expect(answerTo(aroundZero).relative).toMatchObject({
      kind: "no-value",
      reason: expect.stringContaining("zero"),
    });
    expect(() =>
      evaluateHoldOut({ control: shareArm(10, 1), treatment: meanArm(10, 5, Number.NaN), ...UNITS }),
    ).toThrow(RangeError);
    expect(() => evaluateHoldOut({ control: meanArm(10, 5, 25), treatment: cupedArm(), ...UNITS })).toThrow(
      RangeError,
    );
  });

  const arm = fc.tuple(
    fc.integer({ min: 2, max: 500 }),
    fc.integer({ min: 10, max: 60 }),
    fc.integer({ min: 1, max: 90 }),
  );
  const statistic = ([count, level, spread]: [number, number, number], kind: string): ArmStatistic =>
    kind === "share"
      ? shareArm(count, Math.round((count * level) / 100))
      : meanArm(count, count * level, count * level * level + (count - 1) * spread * spread);

  it("never contradicts itself: interval, p-value, chance to win and relative lift", () => {
    fc.assert(
      fc.property(arm, arm, fc.constantFrom("share", "mean"), fc.boolean(), (a, b, kind, watched) => {
        const request = { control: statistic(a, kind), treatment: statistic(b, kind), level: 0.8, ...UNITS };
        const answer = evaluateHoldOut(watched ? { ...request, looks: { tuning: 500 } } : request);
        fc.pre(answer.kind === "answer");
        const { interval, pValue, chanceToWin, relative, difference } = answer;
        expect(
          Object.values(answer).every((value) => typeof value !== "number" || Number.isFinite(value)),
        ).toBe(true);
        fc.pre(Math.abs(pValue - 0.2) > 1e-9);
        const decided = interval.low > 0 || interval.high < 0;
        expect(decided).toBe(pValue < 0.2);
        expect(decided).toBe(chanceToWin > 0.9 || chanceToWin < 0.1);
        expect(chanceToWin > 0.5).toBe(difference > 0 && pValue < 1);
        fc.pre(relative.kind === "value" && (kind === "mean" || watched));
        expect(relative.interval.low > 0 || relative.interval.high < 0).toBe(decided);
      }),
      { seed: 23, numRuns: 400 },
    );
  });

  it("has Fieller's interval of the relative lift, also where the past is taken off", () => {
    // Roots of (m₂ − r m₁)² = t² (v₂ + r² v₁), less 1, and with CUPED's covariance: mpmath, 40 digits.
    expect(answerTo(SPENDING).relative).toMatchObject({
      value: expect.closeTo(1.17928877036201, 12),
      interval: {
        low: expect.closeTo(0.643675384363064, 10),
        high: expect.closeTo(1.97748079176869, 10),
        level: 0.95,
      },
    });
    const sums = (count: number, ...values: [number, number, number, number, number]) =>
      cupedStatistic({
        count,
        sum: values[0],
        sumOfSquares: values[1],
        preSum: values[2],
        preSumOfSquares: values[3],
        products: values[4],
      });
    const adjusted = answerTo({
      control: sums(21306, 13908.33, 2870050.3620999996, 5132245.81, 2597172414.5563, 4267933.8399),
      treatment: sums(21307, 30311.690000000002, 6759024.4973, 5174105.18, 2700687619.2752, 9857526.2586),
      ...UNITS,
    });
    expect(adjusted.relative).toMatchObject({
      value: expect.closeTo(1.17562961684176, 10),
      interval: { low: expect.closeTo(0.640647753128131, 9), high: expect.closeTo(1.97270196742215, 9) },
    });
  });

  it("turns round when every value changes its sign", () => {
    const mirrored = answerTo({
      control: meanArm(21306, -13908.33, 2870050.3620999996),
      treatment: meanArm(21307, -30311.690000000002, 6759024.4973),
      ...UNITS,
    });
    const { relative, interval } = answerTo(SPENDING);
    const bounds = relative.kind === "value" ? relative.interval : interval;
    expect(mirrored.relative).toMatchObject({
      value: expect.closeTo(-1.17928877036201, 12),
      interval: { low: expect.closeTo(-bounds.high, 10), high: expect.closeTo(-bounds.low, 10) },
    });
    expect(mirrored.chanceToWin).toBeLessThan(1e-6);
  });

  it("gives a relative lift its value and interval, and nothing of its workings", () => {
    expect(Object.keys(answerTo(VISITS).relative)).toEqual(["kind", "value", "interval"]);
  });

  it("is watched with the tuning that was planned", () => {
    const watched = (tuning: number) => answerTo({ ...SPENDING, looks: { tuning } });
    const planned = watched(40000);
    // se · √n · √(2(nρ² + 1) ln(√(nρ² + 1)/α)) / (nρ) with ρ² = (−2 ln α + ln(1 − 2 ln α))/tuning, n = 42613.
    const rho = Math.sqrt((-2 * Math.log(0.05) + Math.log(1 - 2 * Math.log(0.05))) / 40000);
    const growth = 42613 * rho * rho + 1;
    const variance = (count: number, sum: number, squares: number) =>
      (squares - (sum * sum) / count) / (count - 1) / count;
    const error = Math.sqrt(
      variance(21306, 13908.33, 2870050.3620999996) + variance(21307, 30311.690000000002, 6759024.4973),
    );
    const reach =
      (error * Math.sqrt(2 * growth * Math.log(Math.sqrt(growth) / 0.05))) / (Math.sqrt(42613) * rho);
    expect(planned.interval.high - planned.difference).toBeCloseTo(reach, 10);
    expect(watched(400).interval.high).toBeGreaterThan(planned.interval.high);
    // The relative interval reaches as many standard errors: (m₂ − r m₁)² = (reach/error)² (v₂ + r² v₁) at both ends.
    const [meanControl, meanTreatment] = [13908.33 / 21306, 30311.690000000002 / 21307];
    const bounds = planned.relative.kind === "value" ? planned.relative.interval : planned.interval;
    for (const end of [bounds.low, bounds.high]) {
      const share = 1 + end;
      const spread =
        variance(21307, 30311.690000000002, 6759024.4973) +
        share * share * variance(21306, 13908.33, 2870050.3620999996);
      expect(Math.abs(meanTreatment - share * meanControl) / Math.sqrt(spread)).toBeCloseTo(reach / error, 8);
    }
  });

  it("speaks of points only where both arms are shares: a share beside a mean is a mean", () => {
    expect(answerTo(SPENDING).sentence).not.toContain("points");
    const [mean, some] = [meanArm(10, 5, 25), shareArm(10, 3)];
    for (const arms of [
      { control: mean, treatment: some },
      { control: some, treatment: mean },
    ]) {
      const answer = answerTo({ ...arms, ...UNITS });
      expect(answer.method).toBe("welch");
      expect(answer.sentence).not.toContain("points");
    }
  });

  it("adjusts a ratio by its past, whatever finer unit it counts", () => {
    const answer = answerTo({
      control: adjustedRatioArm({ n: [1, 2, 4, 3], d: [1, 2, 3, 2] }, { n: [2, 2, 5, 3], d: [1, 2, 3, 3] }),
      treatment: adjustedRatioArm({ n: [3, 5, 9, 4], d: [2, 2, 3, 1] }, { n: [2, 3, 5, 2], d: [1, 2, 3, 2] }),
      unitOfRandomisation: "store",
      unitOfAnalysis: "visit",
    });
    expect(answer).toMatchObject({ method: "cuped", evidenceGrade: "A" });
  });

  it("gives its reasons in words with every grade", () => {
    expect(answerTo(VISITS).reasons).toEqual([
      "A randomised hold-out.",
      "The arms are as large as the split intended.",
    ]);
    expect(answerTo({ ...VISITS, assigned: { control: 0, treatment: 0 } }).reasons).toEqual([
      "no unit was assigned to any arm",
    ]);
  });

  it("agrees with the one-sided t-test: chance to win is 1 − its p-value", () => {
    const { p } = { p: tTest({ ...SPENDING, difference: "absolute", alternative: "greater" }) };
    expect(p).toMatchObject({ pValue: expect.closeTo(1 - answerTo(SPENDING).chanceToWin, 12) });
  });
});

function cupedArm(): ArmStatistic {
  return cupedStatistic({ count: 10, sum: 5, sumOfSquares: 25, preSum: 5, preSumOfSquares: 25, products: 5 });
}
