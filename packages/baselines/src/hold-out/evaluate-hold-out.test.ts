import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArmStatistic } from "./arm-statistic.ts";
import { evaluateHoldOut, type HoldOutAnswer, type HoldOutRequest } from "./evaluate-hold-out.ts";
import { tTest } from "./t-test.ts";
import { cupedStatistic } from "./cuped.ts";
import { ratioStatistic } from "./ratio-metric.ts";

const UNITS = { unitOfRandomisation: "customer", unitOfAnalysis: "customer" };

const share = (sum: number, count: number): ArmStatistic => ({ kind: "proportion", count, sum });
const spend = (count: number, sum: number, sumOfSquares: number): ArmStatistic => ({
  kind: "mean",
  count,
  sum,
  sumOfSquares,
});

function answerTo(request: HoldOutRequest): HoldOutAnswer {
  const answer = evaluateHoldOut(request);
  if (answer.kind === "no-value") throw new Error(answer.reason);
  return answer;
}

// hillstrom_mens_ab of the reference vectors.
const VISITS = { control: share(2262, 21306), treatment: share(3894, 21307), ...UNITS };
const SPENDING = {
  control: spend(21306, 13908.33, 2870050.3620999996),
  treatment: spend(21307, 30311.690000000002, 6759024.4973),
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
      control: share(300, 1000),
      treatment: share(200, 1000),
      ...UNITS,
      direction: -1,
    });
    expect(fewer.sentence).toContain("a difference of −10 points");
    expect(fewer.sentence).toContain("Treatment is the better arm.");
    expect(fewer.chanceToWin).toBeGreaterThan(0.999);
  });

  it("answers why there is none, and never a number that is none", () => {
    const reasons = [
      { control: share(0, 0), treatment: share(1, 10) },
      { control: spend(1, 5, 25), treatment: spend(10, 5, 25) },
      { control: spend(10, 50, 250), treatment: spend(10, 50, 250) },
      { control: spend(0, 0, 0), treatment: spend(10, 5, 25) },
    ].map((arms) => evaluateHoldOut({ ...arms, ...UNITS }));
    for (const answer of reasons) {
      expect(answer).toMatchObject({ kind: "no-value", reason: expect.stringMatching(/arm/) });
    }
    expect(answerTo({ control: share(0, 20), treatment: share(0, 20), ...UNITS })).toMatchObject({
      difference: 0,
      pValue: 1,
      chanceToWin: 0.5,
      relative: { kind: "no-value" },
    });
    const aroundZero = { control: spend(100, 1, 400), treatment: spend(100, 90, 500), ...UNITS };
    expect(answerTo(aroundZero).relative).toMatchObject({
      kind: "no-value",
      reason: expect.stringContaining("zero"),
    });
    expect(() =>
      evaluateHoldOut({ control: share(1, 10), treatment: spend(10, 5, Number.NaN), ...UNITS }),
    ).toThrow(RangeError);
    expect(() => evaluateHoldOut({ control: spend(10, 5, 25), treatment: cupedArm(), ...UNITS })).toThrow(
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
      ? share(Math.round((count * level) / 100), count)
      : spend(count, count * level, count * level * level + (count - 1) * spread * spread);

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

  it("agrees with the one-sided t-test: chance to win is 1 − its p-value", () => {
    const { p } = { p: tTest({ ...SPENDING, difference: "absolute", alternative: "greater" }) };
    expect(p).toMatchObject({ pValue: expect.closeTo(1 - answerTo(SPENDING).chanceToWin, 12) });
  });
});

function cupedArm(): ArmStatistic {
  return cupedStatistic({ count: 10, sum: 5, sumOfSquares: 25, preSum: 5, preSumOfSquares: 25, products: 5 });
}
