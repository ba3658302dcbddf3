import { describe, expect, it } from "vitest";
import { FLAT_DESIGN, composeDesign } from "@liftledger/baselines/baseline-design";
import { chooseBaseline } from "@liftledger/baselines/choose-baseline";
import { differenceInDifferences } from "@liftledger/baselines/difference-in-differences";
import { localLevelEffect } from "@liftledger/baselines/local-level-effect";
import { minimumDetectableEffect } from "@liftledger/baselines/minimum-detectable-effect";
import { mixtureCounterfactual } from "@liftledger/baselines/mixture-counterfactual";
import { periodsUntilDecided } from "@liftledger/baselines/periods-until-decided";
import { placeboCheck } from "@liftledger/baselines/placebo-check";
import { placeboSentence } from "@liftledger/baselines/placebo-sentence";
import { ratioLift } from "@liftledger/baselines/ratio-lift";
import { standardisedDesign } from "@liftledger/baselines/standardised-design";
import { mixtureInterval, mixtureProbabilityAbove } from "@liftledger/baselines/student-mixture";
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
});
