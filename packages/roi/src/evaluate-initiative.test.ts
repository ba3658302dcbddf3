import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import {
  exampleBenefit,
  exampleInitiative,
  exampleKpi,
  flatBaseline,
  monthlyCosts,
  repeated,
  snapshotsFrom,
} from "./testing/example-initiative.ts";

/** A year of months that are not all the same, so that there is noise. */
const noisyYear = Array.from({ length: 12 }, (_, month) => [78 + ((month * 5) % 7), 4000] as const);
const noisy = flatBaseline(snapshotsFrom("2024-01", noisyYear));

const statusOf = (differences: Partial<InitiativeInput>) =>
  evaluateInitiative(exampleInitiative(differences)).verdict.status;

describe("evaluateInitiative", () => {
  it("pools ratios before it divides: a month of 10 leads has not the say of one of 4,000", () => {
    // Expected 2% of 4,010 leads = 80.2; seen 100 + 9 = 109. The average of ratios would say far more.
    const benefit = exampleBenefit({
      after: snapshotsFrom("2025-01", [
        [100, 4000],
        [9, 10],
      ]),
    });
    const { benefits } = evaluateInitiative(exampleInitiative({ benefits: [benefit] }));
    expect(Number(benefits[0]?.figures.units.figure.value)).toBeCloseTo(28.8, 9);
    expect(benefits[0]?.lift).toMatchObject({ baselineRatio: 0.02 });
  });

  it("says “no cost” without one, and no ratio", () => {
    const { verdict, figures } = evaluateInitiative(exampleInitiative({ costs: [] }));
    expect(verdict.status).toBe("no-cost");
    expect(figures.netRoi.figure).toMatchObject({
      value: null,
      reason: "no cost has been logged, so there is no return on it",
    });
    expect(figures.cost.figure.value).toBe("0");
  });

  it("never lets planned cost stand in for actual cost", () => {
    const planned = monthlyCosts("2025-01", [900_000]).map((line) => ({ ...line, kind: "planned" as const }));
    expect(statusOf({ costs: planned })).toBe("no-cost");
  });

  it("counts a month that is not over by its days", () => {
    // 9,000 × 10 / 31 = 2,903.2258…
    const { figures } = evaluateInitiative(
      exampleInitiative({ costs: monthlyCosts("2025-01", [900_000]), until: "2025-01-10" }),
    );
    expect(figures.cost.figure.value).toBe("2903.23");
  });

  it("leaves a benefit that is not valued without a figure, and names what is missing", () => {
    const { verdict, figures } = evaluateInitiative(
      exampleInitiative({ benefits: [exampleBenefit({ factors: { unitValue: "180", attribution: "1" } })] }),
    );
    expect(verdict.headline).toBe("Not judged: not valued yet");
    expect(verdict.reason).toBe(
      "Lead conversion (Inbound) is not valued yet: say the confidence and how much has turned into money.",
    );
    expect(figures.realisedValue.figure).toMatchObject({
      value: null,
      reason:
        "Lead conversion (Inbound): not valued yet, missing the confidence and how much has turned into money",
    });
  });

  it("gives no sum while one of two benefits is not valued", () => {
    const { figures, valueParts } = evaluateInitiative(
      exampleInitiative({
        benefits: [exampleBenefit(), exampleBenefit({ benefitId: "benefit-2", factors: {} })],
      }),
    );
    expect(figures.netRoi.figure.value).toBeNull();
    expect(valueParts).toBeNull();
  });

  it.each([
    ["no data", { benefits: [] }, "no-data"],
    ["no baseline", { benefits: [exampleBenefit({ baseline: null })] }, "not-judged"],
    [
      "a draft",
      { benefits: [exampleBenefit({ baseline: { ...noisy, status: "draft" as const } })] },
      "not-judged",
    ],
    [
      "two months",
      {
        until: "2025-02-28",
        benefits: [exampleBenefit({ after: snapshotsFrom("2025-01", repeated(2, 104, 4000)) })],
      },
      "too-early",
    ],
    ["two of six months of cost", { costs: monthlyCosts("2025-01", [900_000, 900_000]) }, "not-judged"],
    [
      "Foundation",
      { phaseHistory: [{ phase: "foundation" as const, enteredOn: "2025-01-01" }] },
      "no-return-expected",
    ],
  ] as const)("with %s it judges nothing", (_, differences, status) => {
    expect(statusOf(differences)).toBe(status);
  });

  it("has a point and no interval on one or two periods before the start", () => {
    const before = flatBaseline(snapshotsFrom("2024-11", repeated(2, 80, 4000)));
    const { verdict, figures } = evaluateInitiative(
      exampleInitiative({ benefits: [exampleBenefit({ baseline: before })] }),
    );
    expect(verdict.headline).toBe("Not judged: too little history");
    expect(figures.netRoi.figure.value).toBe("-0.52");
    expect(figures.netRoi.figure.interval).toBeNull();
  });

  it("has no number where every denominator before the start is zero", () => {
    const before = flatBaseline(snapshotsFrom("2024-01", repeated(12, 0, 0)));
    const { verdict, figures } = evaluateInitiative(
      exampleInitiative({ benefits: [exampleBenefit({ baseline: before })] }),
    );
    expect(figures.realisedValue.figure.value).toBeNull();
    expect(verdict.reason).toContain("has no volume before the start");
  });

  it("lets leading KPIs carry no money and ask for nothing", () => {
    const leading = exampleBenefit({
      benefitId: "benefit-2",
      kpi: exampleKpi({ role: "leading" }),
      factors: {},
    });
    const alone = evaluateInitiative(exampleInitiative()).figures.netRoi.figure.value;
    const both = evaluateInitiative(exampleInitiative({ benefits: [exampleBenefit(), leading] }));
    expect(both.figures.netRoi.figure.value).toBe(alone);
    expect(both.verdict.missing).toEqual([]);
  });

  it("finds a guardrail that certainly stayed as it was neither better nor worse", () => {
    const still = exampleBenefit({
      benefitId: "guardrail",
      seriesId: "complaints",
      kpi: exampleKpi({ role: "guardrail", direction: "lower" }),
      baseline: flatBaseline(snapshotsFrom("2024-01", repeated(12, 7, 30))),
      after: snapshotsFrom("2025-01", repeated(6, 7, 30)),
    });
    expect(evaluateInitiative(exampleInitiative({ benefits: [still] })).benefits[0]?.guardrail).toBe(
      "unclear",
    );
  });

  it("holds the verdict at watch when a guardrail worsened", () => {
    const pays = exampleBenefit({
      baseline: noisy,
      factors: { ...exampleBenefit().factors, unitValue: "550" },
    });
    const complaints = exampleBenefit({
      benefitId: "guardrail",
      seriesId: "complaints",
      scope: "Chat",
      kpi: exampleKpi({ name: "Complaint rate", role: "guardrail", direction: "lower" }),
      baseline: noisy,
      factors: {},
    });
    const calm = { ...complaints, after: snapshotsFrom("2025-01", repeated(6, 80, 4000)) };
    expect(statusOf({ benefits: [pays, calm] })).toBe("on-track");
    const { verdict } = evaluateInitiative(exampleInitiative({ benefits: [pays, complaints] }));
    expect(verdict).toMatchObject({ status: "watch", headline: "Watch: a guardrail worsened" });
    const drafted = { ...complaints, baseline: { ...noisy, status: "draft" as const } };
    expect(statusOf({ benefits: [pays, drafted] })).toBe("on-track");
  });

  it("grades by the weakest benefit, and D at best on a contaminated baseline", () => {
    const weekly = (contaminated: boolean) =>
      exampleBenefit({
        periodType: "week",
        claimFrom: "2025-W02",
        baseline: {
          ...flatBaseline(
            snapshotsFrom(
              "2023-W50",
              Array.from({ length: 55 }, (_, week) => [78 + ((week * 5) % 7), 4000] as const),
            ),
          ),
          contaminated,
        },
        after: snapshotsFrom("2025-W02", repeated(20, 104, 4000)),
      });
    const gradeOf = (benefits: InitiativeInput["benefits"]) =>
      evaluateInitiative(exampleInitiative({ benefits })).figures.netRoi.figure.grade;
    expect(gradeOf([weekly(false)])).toBe("C");
    expect(gradeOf([weekly(true)])).toBe("D");
    // The months of the example never vary, which is graded as an estimate.
    expect(gradeOf([weekly(false), exampleBenefit({ benefitId: "monthly" })])).toBe("E");
  });

  it("takes what came after a phase began as in-phase, and all of it in the first phase", () => {
    const phaseHistory = [
      { phase: "pilots", enteredOn: "2025-01-01" },
      { phase: "scale", enteredOn: "2025-04-01" },
    ] as const;
    const first = evaluateInitiative(exampleInitiative()).figures;
    expect(first.inPhaseRoi.figure.value).toBe(first.netRoi.figure.value);
    // April to June: 3 × 4,320 earned on 3 × 3,000 after 3 × 9,000 had been spent before.
    const costs = monthlyCosts("2025-01", [900_000, 900_000, 900_000, 300_000, 300_000, 300_000]);
    const later = evaluateInitiative(exampleInitiative({ phaseHistory, costs })).figures;
    expect(later.inPhaseRoi.figure.value).toBe("0.44");
    expect(later.netRoi.figure.value).toBe("-0.28");
  });

  it("covers the share of elapsed periods that were logged, and of elapsed months that were paid for", () => {
    const after = snapshotsFrom("2025-01", repeated(6, 104, 4000)).filter(
      ({ period }) => period !== "2025-03",
    );
    const costs = monthlyCosts("2025-01", [900_000, 900_000, 900_000]);
    const { coverage } = evaluateInitiative(
      exampleInitiative({ benefits: [exampleBenefit({ after })], costs }),
    );
    expect(coverage.benefit).toBeCloseTo(5 / 6, 12);
    expect(coverage.cost).toBe(0.5);
    expect(coverage.missingCostMonths).toEqual(["2025-04", "2025-05", "2025-06"]);
  });

  it("counts closed months of the phase up to the valuation date only", () => {
    const isProvisional = (closedMonths: string[]) =>
      evaluateInitiative(exampleInitiative({ closedMonths })).verdict.qualifiers.some(
        ({ key }) => key === "provisional",
      );
    expect(isProvisional(["2025-04", "2025-05", "2025-06"])).toBe(false);
    expect(isProvisional(["2025-05", "2025-06", "2025-07"])).toBe(true);
    expect(isProvisional(["2024-12", "2025-01", "2025-02"])).toBe(true);
  });

  it("gives the outer bound only where several benefits are added", () => {
    const one = exampleBenefit({ baseline: noisy });
    const two = { ...one, benefitId: "benefit-2", seriesId: "series-2" };
    expect(evaluateInitiative(exampleInitiative({ benefits: [one] })).dependentInterval).toBeNull();
    const { dependentInterval, figures } = evaluateInitiative(exampleInitiative({ benefits: [one, two] }));
    const interval = figures.netRoi.figure.interval;
    expect(dependentInterval?.low).toBeLessThan(Number(interval?.low));
    expect(dependentInterval?.high).toBeGreaterThan(Number(interval?.high));
  });
});

describe("evaluateInitiative, beside what an organisation sets itself", () => {
  const ownHurdles = [
    { name: "our hurdle", phase: "pilots" as const, floor: -0.6, ceiling: null, setBy: "Finance" },
    { name: "our hurdle", phase: "scale" as const, floor: 2, ceiling: null, setBy: "Finance" },
  ];

  it("tells how it would read against the hurdle of the phase it is in", () => {
    const { verdict } = evaluateInitiative(exampleInitiative({ ownHurdles }));
    expect(verdict.status).toBe("losing-money");
    expect(verdict.qualifiers.filter(({ key }) => key === "own-hurdle")).toEqual([
      {
        key: "own-hurdle",
        text: expect.stringContaining("Against −60% and more (our hurdle), set by Finance, it would read"),
      },
    ]);
  });

  it("judges Foundation by its readiness", () => {
    const { verdict } = evaluateInitiative(
      exampleInitiative({
        phaseHistory: [{ phase: "foundation", enteredOn: "2025-05-01" }],
        readiness: { ready: 4, of: 5, open: ["Data"] },
      }),
    );
    expect(verdict.status).toBe("no-return-expected");
    expect(verdict.reason).toContain("4 of 5 gaps are closed; still open: Data.");
  });
});
