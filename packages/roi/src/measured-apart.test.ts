import { evaluateHoldOut, type HoldOutRequest } from "@liftledger/baselines/hold-out/evaluate-hold-out";
import { timedSample } from "@liftledger/baselines/timed-sample";
import { describe, expect, it } from "vitest";
import { evaluateBenefit } from "./evaluate-benefit.ts";
import { intervalOf } from "./distribution.ts";
import { holdOutMeasurement, timedSampleMeasurement } from "./measured-apart.ts";
import type { Measurement } from "./measurement.ts";
import { exampleBenefit, exampleKpi, repeated, snapshotsFrom } from "./testing/example-initiative.ts";

const source = { kind: "measured", text: "hold-out, spring" } as const;
const mean = (count: number, sum: number, sumOfSquares: number) =>
  ({ kind: "mean", count, sum, sumOfSquares }) as const;
const arms: HoldOutRequest = {
  control: mean(500, 1000, 3000),
  treatment: mean(520, 1144, 3600),
  unitOfRandomisation: "lead",
  unitOfAnalysis: "lead",
};
const apart = { treatedShare: "1", source };

/** The units of one lead a month: the difference itself. */
function perUnit(measurement: Measurement, direction: "higher" | "lower" = "higher") {
  const benefit = exampleBenefit({
    baseline: null,
    measurement,
    kpi: exampleKpi({ direction }),
    after: snapshotsFrom("2025-01", repeated(1, 0, 1)),
  });
  const { unitsOver, evidence } = evaluateBenefit(benefit, "2025-06-30");
  const distribution = unitsOver()?.distribution;
  return { distribution, grade: evidence?.grade };
}

function requireMeasurement(measured: ReturnType<typeof holdOutMeasurement>): Measurement {
  if (measured.kind === "no-value") throw new Error(measured.reason);
  return measured;
}

describe("holdOutMeasurement", () => {
  it.each([
    ["of means", arms],
    [
      "of ratios",
      {
        ...arms,
        control: {
          kind: "ratio",
          count: 50,
          numerator: mean(50, 100, 260),
          denominator: mean(50, 500, 5400),
          sumOfProducts: 1060,
        },
        treatment: {
          kind: "ratio",
          count: 50,
          numerator: mean(50, 120, 340),
          denominator: mean(50, 510, 5600),
          sumOfProducts: 1290,
        },
      },
    ],
    [
      "with CUPED",
      {
        ...arms,
        control: {
          kind: "adjusted",
          count: 500,
          post: mean(500, 1000, 3000),
          pre: mean(500, 900, 2600),
          sumOfProducts: 2500,
        },
        treatment: {
          kind: "adjusted",
          count: 520,
          post: mean(520, 1144, 3600),
          pre: mean(520, 930, 2700),
          sumOfProducts: 2700,
        },
      },
    ],
    ["that is looked at while it runs", { ...arms, looks: { tuning: 1000 } }],
  ] as const)("%s has the difference and interval of the hold-out itself", (_, request) => {
    const answer = evaluateHoldOut({ ...request, level: 0.8 });
    const { distribution, grade } = perUnit(requireMeasurement(holdOutMeasurement(request, apart)));
    if (answer.kind === "no-value" || distribution === undefined) throw new Error("no answer");
    const { low, high } = intervalOf(distribution, 0.8);
    expect(distribution.mean).toBeCloseTo(answer.difference, 12);
    expect(low).toBeCloseTo(answer.interval.low, 9);
    expect(high).toBeCloseTo(answer.interval.high, 9);
    expect(grade).toBe("A");
  });

  it("is graded as the hold-out is", () => {
    const uneven = { ...arms, assigned: { control: 500, treatment: 900 } };
    expect(perUnit(requireMeasurement(holdOutMeasurement(uneven, apart))).grade).toBe("D");
    const finer = { ...arms, unitOfAnalysis: "visit" };
    expect(perUnit(requireMeasurement(holdOutMeasurement(finer, apart))).grade).toBe("B");
  });

  it("says why arms cannot be compared", () => {
    const empty = { ...arms, control: mean(0, 0, 0) };
    expect(holdOutMeasurement(empty, apart)).toMatchObject({ kind: "no-value" });
  });
});

describe("a hold-out that ended", () => {
  it("counts the part that was treated while it ran, and the part that is since", () => {
    const during = { from: "2025-01-15", to: "2025-02-10", share: "0.5" };
    const measurement = requireMeasurement(holdOutMeasurement(arms, { ...apart, during }));
    const benefit = exampleBenefit({
      baseline: null,
      measurement,
      after: snapshotsFrom("2025-01", repeated(4, 0, 100)),
    });
    const { unitsOver, measure } = evaluateBenefit(benefit, "2025-06-30");
    // 2.2 less 2 for each of half of 200, and of all 200 of the two months after it.
    expect(Number(measure.kind === "measured" ? measure.gainOver(4) : Number.NaN)).toBeCloseTo(60, 12);
    const [whole, apartFrom] = [unitsOver()?.distribution, perUnit(measurement, "higher").distribution];
    const width = (of: typeof whole) =>
      of === undefined ? Number.NaN : intervalOf(of, 0.8).high - intervalOf(of, 0.8).low;
    // One lead of January is in the test: half of it.
    expect(width(whole) / width(apartFrom)).toBeCloseTo(600, 9);
  });
});

describe("timedSampleMeasurement", () => {
  it("has the improvement and interval of the timed sample itself", () => {
    const before = Array.from({ length: 24 }, (_, item) => 12 + (((item * 7) % 11) - 5) / 2);
    const after = Array.from({ length: 30 }, (_, item) => 7 + (((item * 5) % 13) - 6) / 3);
    const sample = timedSample({ before, after, level: 0.8 });
    const { distribution, grade } = perUnit(timedSampleMeasurement({ before, after }, source), "lower");
    if (sample.kind !== "sample" || distribution === undefined) throw new Error("no sample");
    const { low, high } = intervalOf(distribution, 0.8);
    expect(distribution.mean).toBeCloseTo(sample.improvement, 12);
    expect(low).toBeCloseTo(sample.improvementInterval.low, 9);
    expect(high).toBeCloseTo(sample.improvementInterval.high, 9);
    expect(grade).toBe(sample.evidenceGrade);
  });

  it("of nothing is nothing", () => {
    expect(timedSampleMeasurement({ before: [], after: [3] }, source).before).toEqual({
      items: 0,
      total: "0",
      standardDeviation: 0,
    });
  });
});
