import { describe, expect, it } from "vitest";
import { FLAT_DESIGN, composeDesign } from "@liftledger/baselines/baseline-design";
import { chooseBaseline } from "@liftledger/baselines/choose-baseline";
import { differenceInDifferences } from "@liftledger/baselines/difference-in-differences";
import { fiellerSet } from "@liftledger/baselines/fieller";
import { bayesianTest } from "@liftledger/baselines/hold-out/bayesian-test";
import { confidenceSequence } from "@liftledger/baselines/hold-out/confidence-sequence";
import { cuped } from "@liftledger/baselines/hold-out/cuped";
import { evaluateHoldOut } from "@liftledger/baselines/hold-out/evaluate-hold-out";
import { gaussianPosterior } from "@liftledger/baselines/hold-out/gaussian-posterior";
import { ratioMetric } from "@liftledger/baselines/hold-out/ratio-metric";
import { sampleRatioMismatch } from "@liftledger/baselines/hold-out/sample-ratio-mismatch";
import { sequentialTTest } from "@liftledger/baselines/hold-out/sequential-t-test";
import { tTest } from "@liftledger/baselines/hold-out/t-test";
import { twoProportions } from "@liftledger/baselines/hold-out/two-proportions";
import { welch, welchFromSums } from "@liftledger/baselines/hold-out/welch";
import { linearisedRatio } from "@liftledger/baselines/linearised-ratio";
import { localLevel } from "@liftledger/baselines/local-level";
import { localLevelEffect } from "@liftledger/baselines/local-level-effect";
import { minimumDetectableEffect } from "@liftledger/baselines/minimum-detectable-effect";
import { mixtureCounterfactual } from "@liftledger/baselines/mixture-counterfactual";
import { neweyWest } from "@liftledger/baselines/newey-west";
import { neweyWestLine } from "@liftledger/baselines/newey-west-line";
import { ordinaryRegression } from "@liftledger/baselines/ordinary-regression";
import { periodsUntilDecided } from "@liftledger/baselines/periods-until-decided";
import { placeboCheck } from "@liftledger/baselines/placebo-check";
import { placeboSentence } from "@liftledger/baselines/placebo-sentence";
import { quasiBinomial } from "@liftledger/baselines/quasi-binomial";
import { ratioDelta } from "@liftledger/baselines/ratio-delta";
import { ratioLift } from "@liftledger/baselines/ratio-lift";
import { ratioValue } from "@liftledger/baselines/ratio-value";
import { regressionForecast } from "@liftledger/baselines/regression-forecast";
import { segmentedRegression } from "@liftledger/baselines/segmented-regression";
import { standardisedDesign } from "@liftledger/baselines/standardised-design";
import { mixtureInterval, mixtureProbabilityAbove } from "@liftledger/baselines/student-mixture";
import { timedSample } from "@liftledger/baselines/timed-sample";
import { suspectTrigger, withoutTriggerPeriods } from "@liftledger/baselines/trigger-periods";

/** The examples of the README, line by line. */
describe("README", () => {
  it("a plain series", () => {
    const pre = [12, 15, 11, 14, 13, 12, 15, 13];
    const post = [16, 18, 17];
    const lift = mixtureCounterfactual({ pre, post });
    if (lift.kind === "refused") throw new Error(lift.reason);
    expect(lift.expectedTotal).toBeCloseTo(39.45, 2);
    expect(lift.expectedTotalMedian).toBeCloseTo(39.436, 3);
    expect(lift.expectedTotalInterval(0.95).low).toBeCloseTo(30.967, 3);
    expect(lift.effectTotal).toBeCloseTo(11.55, 2);
    expect(lift.effectTotalInterval(0.95).high).toBeCloseTo(20.033, 3);
    expect(lift.effectMean).toBeCloseTo(3.85, 2);
    expect(lift.effectMeanInterval(0.95).low).toBeCloseTo(0.993, 3);
    expect(lift.probabilityPositive).toBeCloseTo(0.9906, 4);
    expect(lift.pValue).toBeCloseTo(0.0187, 4);
    expect(lift.degreesOfFreedom).toBe(7);
    expect(lift.shapes.iid + lift.shapes.ar1 + lift.shapes.level).toBeCloseTo(1, 12);
    expect(lift.relativeLift(0.8)).toMatchObject({ kind: "value", value: expect.closeTo(0.2928, 4) });
    expect(lift.periods(0.8)[2]).toMatchObject({ cumulativeEffect: lift.effectTotal });
  });

  it("a plain series, continued", () => {
    const pre = [12, 15, 11, 14, 13, 12, 15, 13];
    const post = [16, 18, 17];
    const control = { pre: [22, 26, 20, 25, 23, 21, 26, 22], post: [23, 25, 24] };
    const named = mixtureCounterfactual({ pre, post, controls: [control] });
    const rows = standardisedDesign({ pre: control.pre.map((x) => [x]), post: control.post.map((x) => [x]) });
    const written = mixtureCounterfactual({ pre, post, ...rows });
    expect(named).toMatchObject({ effectTotal: expect.closeTo(9.4758, 4), degreesOfFreedom: 6 });
    expect(written).toMatchObject({ effectTotal: expect.closeTo(9.4758, 4), degreesOfFreedom: 6 });
    const still = { pre: pre.map(() => 7), post: [7, 7, 7] };
    expect(mixtureCounterfactual({ pre, post, controls: [still] })).toMatchObject({ kind: "refused" });
  });

  it("a ratio series", () => {
    const signUps = [50, 47, 55, 49, 52, 46, 53, 51, 48, 50, 61, 64, 60];
    const weeks = signUps.map((numerator, index) => ({ index, numerator, denominator: 1000 }));
    const { design, reasons } = chooseBaseline({ periodType: "week", prePeriods: 10 });
    expect(reasons).toEqual(["Under 26 weeks before the start: a flat baseline, without trend or season."]);
    const series = { pre: weeks.slice(0, 10), post: weeks.slice(10), direction: 1 as const };
    if (design === null) throw new Error("no history");
    const lift = ratioLift({ ...series, design });
    if (lift.kind !== "interval") throw new Error(lift.kind);
    expect(lift.incrementalUnits).toBeCloseTo(34.83, 2);
    const units = lift.incrementalUnitsDistribution();
    expect(mixtureInterval(units, 0.8).low).toBeCloseTo(26.38, 2);
    expect(mixtureInterval(units, 0.8).high).toBeCloseTo(43.3, 2);
    expect(mixtureProbabilityAbove(units, 0)).toBeCloseTo(0.9994, 4);
  });

  it("a ratio series, continued", () => {
    const point = (index: number, numerator: number) => ({ index, numerator, denominator: 1 });
    const north = [12, 15, 11, 14, 13, 12, 15, 13, 16, 18, 17].map((value, index) => point(index, value));
    const south = [22, 26, 20, 25, 23, 21, 26, 22, 23, 25, 24].map((value, index) => point(index, value));
    const series = {
      pre: north.slice(0, 8),
      post: north.slice(8),
      direction: 1 as const,
      controls: { south },
    };
    const weighed = ratioLift({ ...series, design: composeDesign({ controls: ["south"] }) });
    const subtracted = ratioLift({ ...series, design: composeDesign({ difference: "south" }) });
    expect(weighed).toMatchObject({ kind: "interval", incrementalUnits: expect.closeTo(9.4758, 4) });
    expect(subtracted).toMatchObject({ kind: "interval", incrementalUnits: expect.closeTo(8.759, 3) });
  });

  it("difference-in-differences", () => {
    const treated = { pre: [12, 15, 11, 14, 13, 12, 15, 13], post: [16, 18, 17] };
    const control = { pre: [22, 26, 20, 25, 23, 21, 26, 22], post: [23, 25, 24] };
    const found = differenceInDifferences({ treated, control });
    if (found.kind === "refused") throw new Error(found.reason);
    expect(found.differenceOfMeans).toBeCloseTo(3, 12);
    expect(found.gap.effectMean).toBeCloseTo(2.92, 2);
    expect(found.gap.effectMeanInterval(0.95).low).toBeCloseTo(0.998, 3);
  });

  it("what the history allows, and what it cannot yet tell", () => {
    const week = (index: number, numerator: number) => ({ index, numerator, denominator: 1000 });
    const pre = Array.from({ length: 60 }, (_, index) => week(index, 50 + ((index * 7) % 11)));
    const post = [week(60, 58), week(61, 56)];
    const choice = chooseBaseline({ periodType: "week", prePeriods: 60, controls: ["south"] });
    expect(choice).toMatchObject({
      rung: "year",
      source: "control-series",
      bestGrade: "B",
      leastPeriodsAfter: 8,
    });
    expect(placeboSentence(placeboCheck({ pre, design: FLAT_DESIGN }))).toBe(
      "Of 7 pretended starts 0 showed an effect where there was none: 0% (the rate itself lies between 0% and 52%).",
    );
    const series = { pre, design: FLAT_DESIGN, direction: 1 as const };
    expect(minimumDetectableEffect({ ...series, periodsAfter: 8 })).toMatchObject({
      units: expect.closeTo(21.03, 2),
      relative: expect.closeTo(0.0478, 4),
    });
    expect(periodsUntilDecided({ ...series, post })).toMatchObject({ kind: "decided-in", periods: 3 });
    expect(suspectTrigger({ pre, direction: 1, periodType: "week" }).kind).toBe("unsuspicious");
    expect(withoutTriggerPeriods(pre, { from: 56, to: 59 }).kept).toHaveLength(56);
  });

  it("one wandering level", () => {
    const found = localLevelEffect({
      pre: [12, 15, 11, 14, 13, 12, 15, 13],
      post: [16, 18, 17],
      method: "reml",
    });
    if (found.kind === "refused") throw new Error(found.reason);
    expect(found.totalEffect).toBeCloseTo(11.625, 3);
    expect(found.totalEffectInterval.low).toBeCloseTo(4.624, 3);
    expect(found.model).toMatchObject({ signalToNoise: 0, atBoundary: true, degreesOfFreedom: 7 });
  });

  it("from a table to a call", () => {
    const before = {
      numerators: [50, 47, 55, 49, 52, 46, 53, 51],
      denominators: [980, 990, 1010, 1000, 1020, 970, 1015, 1005],
    };
    const after = { numerators: [61, 64, 60], denominators: [1000, 1010, 995] };
    const lift = mixtureCounterfactual(linearisedRatio({ before, after }));
    if (lift.kind === "refused") throw new Error(lift.reason);
    // The pooled ratio rose from 403 / 7,990 to 185 / 3,005; the baseline foresees no change but 0.00004.
    expect(lift.actualTotal / 3).toBeCloseTo(185 / 3005 - 403 / 7990, 12);
    expect(lift.effectMean).toBeCloseTo(0.01108, 5);
    const level = localLevel({
      y: [1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994],
    });
    if (level.kind === "refused") throw new Error(level.reason);
    expect(level.forecast([[1]]).mean).toBeCloseTo(1097.14, 2);
  });

  it("a second opinion on a step", () => {
    const y = [52, 48, 55, 51, 47, 53, 56, 50, 49, 54, 61, 64, 60, 66, 63, 68];
    const step = segmentedRegression({ y, startIndex: 10 });
    if (step.kind === "no-value") throw new Error(step.reason);
    expect(step.levelChange.estimate).toBeCloseTo(8.7524, 4);
    expect(step.levelChange.standardError).toBeCloseTo(1.0767, 4);
    expect(step.levelChange.pValue).toBeCloseTo(3.2e-6, 7);
    expect(step.slopeChange?.interval.low).toBeCloseTo(0.3066, 4);
    expect(step.averageChange.interval.high).toBeCloseTo(14.4061, 4);
    expect(step).toMatchObject({ lag: 2, degreesOfFreedom: 12 });
    expect(step.method).toBe(
      "Least squares with Newey-West errors: Bartlett weights, lag 2, factor n/(n−k), t with 12 degrees of freedom.",
    );
  });

  it("a second opinion on a ratio series", () => {
    const signUps = [50, 47, 55, 49, 52, 46, 53, 51, 48, 50, 61, 64, 60];
    const weeks = signUps.map((numerator, index) => ({ index, numerator, denominator: 1000 }));
    const line = neweyWestLine({ pre: weeks.slice(0, 10), post: weeks.slice(10), direction: 1, level: 0.8 });
    if (line.kind === "no-value") throw new Error(line.reason);
    expect(line.incrementalUnits.estimate).toBeCloseTo(34.7, 10);
    expect(line.incrementalUnits.interval.low).toBeCloseTo(31.773, 3);
    expect(line.lag).toBe(2);
  });

  it("a second opinion on a step, continued", () => {
    const y = [52, 48, 55, 51, 47, 53, 56, 50, 49, 54, 61, 64, 60, 66, 63, 68];
    const design = y.map((_, week) => [1, week, week >= 10 ? 1 : 0]);
    const hac = neweyWest({ design, y, lag: 3, level: 0.9 });
    if (hac.kind === "no-value") throw new Error(hac.reason);
    expect(hac.coefficients[2]).toBeCloseTo(9.8067, 4);
    expect(hac.standardErrors[2]).toBeCloseTo(1.5687, 4);
    expect(hac.intervals[2]).toMatchObject({ low: expect.closeTo(7.0286, 4), level: 0.9 });
    expect(hac).toMatchObject({ lag: 3, lagSource: "given", smallSampleFactor: 16 / 13 });
    const classical = ordinaryRegression({ design, y });
    expect(classical).toMatchObject({ rSquared: expect.closeTo(0.8256, 4) });
    const [designPre, designPost] = [design.slice(0, 10), design.slice(10)].map((rows) =>
      rows.map(([one, week]) => [one as number, week as number]),
    ) as [number[][], number[][]];
    const forecast = regressionForecast({ designPre, yPre: y.slice(0, 10), designPost, yPost: y.slice(10) });
    expect(forecast).toMatchObject({ totalEffect: expect.closeTo(66.891, 3), degreesOfFreedom: 8 });
    expect(neweyWest({ design: y.map(() => [1, 1]), y })).toMatchObject({ kind: "no-value" });
  });

  it("before and after of a ratio", () => {
    const weeks = {
      numeratorsBefore: [5200, 5100, 5350, 5280, 5400, 5150, 5230, 5310],
      denominatorsBefore: [52, 50, 53, 55, 51, 49, 54, 52],
      numeratorsAfter: [5100, 5000, 5200, 5150],
      denominatorsAfter: [58, 57, 60, 59],
    };
    const lift = ratioDelta(weeks);
    if (lift.kind !== "lift") throw new Error(lift.reason);
    expect(lift.lift).toBeCloseTo(-13.6165, 4);
    expect(lift.interval).toMatchObject({
      low: expect.closeTo(-16.594, 3),
      high: expect.closeTo(-10.639, 3),
    });
    expect(lift.degreesOfFreedom).toBeCloseTo(7.68, 2);
    expect(lift.incrementalNumerator).toBeCloseTo(-3186.25, 2);
    const { logRatio, delta, fieller } = lift.relative;
    expect(logRatio).toMatchObject({ kind: "value", value: expect.closeTo(-0.1348, 4) });
    expect(delta).toMatchObject({ kind: "value", standardError: expect.closeTo(0.01107, 5) });
    expect(fieller).toMatchObject({ kind: "bounded", low: expect.closeTo(-0.1598, 4) });
    const worth = ratioValue({ ...weeks, direction: -1, unitValue: 1, attribution: 0.8 });
    expect(worth).toMatchObject({ kind: "value", value: expect.closeTo(2549, 6) });
    expect(worth).toMatchObject({
      interval: { low: expect.closeTo(1991.61, 2), high: expect.closeTo(3106.39, 2) },
    });
  });

  it("before and after of a ratio, continued", () => {
    const scattered = quasiBinomial({
      numeratorsBefore: [50, 70, 40, 60, 35],
      denominatorsBefore: [1000, 1000, 1000, 1000, 1000],
      numeratorsAfter: [90, 60, 85],
      denominatorsAfter: [1000, 1000, 1000],
    });
    expect(scattered).toMatchObject({ dispersion: expect.closeTo(4.0165, 4), degreesOfFreedom: 6 });
    const rare = ratioDelta({
      numeratorsBefore: [0, 1, 0, 0, 0],
      denominatorsBefore: [100, 100, 100, 100, 100],
      numeratorsAfter: [4, 6, 5, 7],
      denominatorsAfter: [100, 100, 100, 100],
    });
    expect(rare).toMatchObject({
      relative: { logRatio: { kind: "no-value" }, fieller: { kind: "complement" } },
    });
    const ratio = {
      numerator: 10,
      numeratorVariance: 1,
      denominator: 5,
      denominatorVariance: 1,
      critical: 2,
    };
    expect(fiellerSet(ratio)).toMatchObject({ kind: "bounded", low: expect.closeTo(28 / 21, 12) });
  });

  it("a timed sample", () => {
    const before = Array.from({ length: 20 }, (_, item) => 60 + (item % 5));
    const after = Array.from({ length: 20 }, (_, item) => 50 + (item % 4));
    const sample = timedSample({ before, after });
    expect(sample).toMatchObject({ kind: "sample", improvement: 10.5, evidenceGrade: "D" });
    expect(sample).toMatchObject({ improvementInterval: { low: expect.closeTo(9.661, 3), level: 0.95 } });
    expect(timedSample({ before, after: after.slice(1) })).toMatchObject({
      kind: "insufficient-data",
      needed: 20,
      foundAfter: 19,
    });
  });

  it("a hold-out", () => {
    const units = { unitOfRandomisation: "customer", unitOfAnalysis: "customer" };
    const answer = evaluateHoldOut({
      control: { kind: "proportion", count: 1000, sum: 100 },
      treatment: { kind: "proportion", count: 1010, sum: 131 },
      level: 0.8,
      ...units,
    });
    if (answer.kind === "no-value") throw new Error(answer.reason);
    expect(answer.method).toBe("two-proportions");
    expect(answer.difference).toBeCloseTo(0.0297, 4);
    expect(answer.interval).toMatchObject({
      low: expect.closeTo(0.0115, 4),
      high: expect.closeTo(0.0479, 4),
    });
    expect(answer.pValue).toBeCloseTo(0.0371, 4);
    expect(answer.chanceToWin).toBeCloseTo(0.9814, 4);
    expect(answer.relative).toMatchObject({ kind: "value", value: expect.closeTo(0.297, 4) });
    expect(answer.sampleRatio).toMatchObject({ passed: true, pValue: expect.closeTo(0.8235, 4) });
    expect(answer.evidenceGrade).toBe("A");
    expect(answer.sentence).toBe(
      "Treatment 13%, control 10%: a difference of +2.97 points (80% interval +1.15 points to +4.79 points). Treatment is the better arm. By Newcombe's interval for two proportions.",
    );
    const mean = { kind: "mean" as const, count: 400, sum: 9200, sumOfSquares: 262000 };
    const treated = { kind: "mean" as const, count: 390, sum: 9620, sumOfSquares: 290000 };
    expect(evaluateHoldOut({ control: mean, treatment: treated, ...units })).toMatchObject({
      method: "welch",
    });
    const watched = evaluateHoldOut({ control: mean, treatment: treated, ...units, looks: { tuning: 800 } });
    expect(watched).toMatchObject({ method: "confidence-sequence" });
  });

  it("a hold-out, continued", () => {
    // Mobile players who came back after a day, of two versions of a game.
    const cats = {
      successesControl: 20034,
      countControl: 44700,
      successesTreatment: 20119,
      countTreatment: 45489,
    };
    const shares = twoProportions(cats);
    expect(shares).toMatchObject({
      pooled: { z: expect.closeTo(-1.7841, 4), pValue: expect.closeTo(0.0744, 4) },
    });
    expect(shares).toMatchObject({
      newcombe: { low: expect.closeTo(-0.01239, 5), high: expect.closeTo(0.00058, 5) },
    });
    expect(shares).toMatchObject({
      wald: { low: expect.closeTo(-0.01239, 5) },
      wilsonControl: { level: 0.95 },
    });
    expect(sampleRatioMismatch({ counts: [44700, 45489] })).toMatchObject({
      chiSquared: expect.closeTo(6.9024, 4),
      pValue: expect.closeTo(0.0086, 4),
      passed: true,
    });
    expect(welch({ control: [1, 2, 3], treatment: [3, 4, 5] })).toMatchObject({
      tStatistic: expect.closeTo(2.4495, 4),
    });
    const spend = welchFromSums({
      control: { count: 21306, sum: 13908.33, sumOfSquares: 2870050.3621 },
      treatment: { count: 21307, sum: 30311.69, sumOfSquares: 6759024.4973 },
    });
    expect(spend).toMatchObject({
      difference: expect.closeTo(0.7698, 4),
      pValue: expect.closeTo(1.16e-7, 9),
    });
    const adjusted = cuped({
      control: {
        count: 21306,
        sum: 13908.33,
        sumOfSquares: 2870050.3621,
        preSum: 5132245.81,
        preSumOfSquares: 2597172414.5563,
        products: 4267933.8399,
      },
      treatment: {
        count: 21307,
        sum: 30311.69,
        sumOfSquares: 6759024.4973,
        preSum: 5174105.18,
        preSumOfSquares: 2700687619.2752,
        products: 9857526.2586,
      },
    });
    expect(adjusted).toMatchObject({
      theta: expect.closeTo(0.001223, 6),
      difference: expect.closeTo(0.76744, 5),
    });
    const perVisit = ratioMetric({
      control: {
        count: 21306,
        numerator: 13908.33,
        numeratorSquares: 2870050.3621,
        denominator: 2262,
        denominatorSquares: 2262,
        products: 13908.33,
      },
      treatment: {
        count: 21307,
        numerator: 30311.69,
        numeratorSquares: 6759024.4973,
        denominator: 3894,
        denominatorSquares: 3894,
        products: 30311.69,
      },
    });
    expect(perVisit).toMatchObject({
      difference: expect.closeTo(1.6355, 4),
      relative: { fieller: { low: expect.closeTo(-0.0415, 4), high: expect.closeTo(0.7217, 4) } },
    });
  });

  it("a hold-out, continued again", () => {
    const control = { kind: "mean" as const, count: 3407, sum: 1396.87, sumOfSquares: 52377.9767 };
    const treatment = { kind: "mean" as const, count: 3461, sum: 2422.7, sumOfSquares: 134698.29 };
    const arms = { control, treatment, difference: "relative" as const };
    expect(tTest(arms)).toMatchObject({
      estimate: expect.closeTo(0.70732, 5),
      standardError: expect.closeTo(0.37879, 5),
      pValue: expect.closeTo(0.06191, 5),
      interval: { low: expect.closeTo(-0.03526, 5), high: expect.closeTo(1.44989, 5) },
    });
    expect(tTest({ ...arms, alternative: "greater" })).toMatchObject({ interval: { high: null } });
    expect(sequentialTTest({ ...arms, tuning: 1000 })).toMatchObject({ pValue: 1 });
    expect(confidenceSequence({ difference: 0.01, standardError: 0.004, count: 20000 })).toMatchObject({
      rho: expect.closeTo(0.03984, 5),
      halfWidth: expect.closeTo(0.012508, 6),
      pValue: expect.closeTo(0.2766, 4),
    });
    const prior = { mean: 0.1, variance: 0.1, proper: true, type: "relative" as const };
    const posterior = bayesianTest({
      control: { kind: "mean", count: 10, sum: 100, sumOfSquares: 1002.25 },
      treatment: { kind: "mean", count: 10, sum: 105, sumOfSquares: 1111.5 },
      difference: "relative",
      prior,
    });
    expect(posterior).toMatchObject({
      mean: expect.closeTo(0.05063, 5),
      chanceToWin: expect.closeTo(0.92315, 5),
      riskOfControl: expect.closeTo(0.05186, 5),
      riskOfTreatment: expect.closeTo(0.00123, 5),
    });
    const flat = gaussianPosterior({ estimate: 0.1, standardError: 0.05 });
    expect(flat).toMatchObject({
      chanceToWin: expect.closeTo(0.97725, 5),
      riskOfTreatment: expect.closeTo(0.000425, 6),
    });
  });
});
