import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BenefitInput } from "../benefit-input.ts";
import type { CostInput } from "../cost-tree.ts";
import { evaluateBenefit } from "../evaluate-benefit.ts";
import { evaluateExplanation, type Explanation } from "../explanation.ts";
import { leadScoringPlan, plannedCost } from "../testing/example-case-plan.ts";
import {
  exampleBenefit,
  exampleKpi,
  flatBaseline,
  monthlyCosts,
  repeated,
  snapshotsFrom,
} from "../testing/example-initiative.ts";
import { caseActualTrees, lineOfRow, partOfBar, type ActualFigure } from "./case-actual-trees.ts";
import type { CasePlan } from "./case-plan.ts";
import type { CaseBasis } from "./case-totals.ts";
import { measuredActuals, type MeasuredInitiative } from "./measured-actuals.ts";
import { constantPath } from "./plan-path.ts";

const plan: CasePlan = { ...leadScoringPlan(), start: "2025-01", scenarios: [] };
const [leads] = plan.benefits;
if (leads === undefined) throw new Error("the plan has a benefit");
const costs = [
  ...monthlyCosts("2024-12", [2_000_000]),
  ...monthlyCosts("2025-01", [900_000, 912_345, 900_000]),
];
const monthly: MeasuredInitiative = {
  until: "2025-03-31",
  currency: "EUR",
  benefits: [evaluateBenefit(exampleBenefit(), "2025-03-31")],
  costs,
};
/** Weeks that cross the ends of months, in figures that do not divide. */
const weeklyInput = (more: Partial<BenefitInput> = {}): BenefitInput =>
  exampleBenefit({
    kpi: exampleKpi({ frequency: "week" }),
    periodType: "week",
    claimFrom: "2025-W02",
    baseline: flatBaseline(
      snapshotsFrom("2024-W40", [
        ...repeated(5, 20, 1003),
        ...repeated(5, 23, 997),
        ...repeated(2, 19, 1010),
      ]),
    ),
    after: snapshotsFrom("2025-W02", [...repeated(6, 26, 1007), ...repeated(7, 31, 989)]),
    ...more,
  });
const weekly = { ...monthly, benefits: [evaluateBenefit(weeklyInput(), "2025-03-31")] };
const second = evaluateBenefit(exampleBenefit({ benefitId: "benefit-2" }), "2025-03-31");
const francs: CasePlan = {
  ...plan,
  currency: "CHF",
  budgetRates: [
    { from: "EUR", rate: "1.2", lockedOn: "2024-12-31" },
    { from: "USD", rate: "0.9", lockedOn: "2024-12-31" },
  ],
  benefits: plan.benefits.map((line) => ({ ...line, currency: line.id === "leads" ? "EUR" : null })),
  costs: plan.costs.map((line) => ({ ...line, currency: "EUR" })),
};
const inDollars: CostInput = {
  category: "training",
  month: "2025-02",
  amountMinor: 110_007n,
  currency: "EUR",
  kind: "actual",
  source: { kind: "measured", text: "accounts payable", costLineId: "cost-9" },
  exchange: {
    amountMinor: 100_006n,
    currency: "USD",
    date: "2025-02-28",
    rate: "1.1",
    source: { kind: "assumption", text: "exchange rate of 2025-02-28, bank" },
  },
};
const yearly: CasePlan = {
  ...plan,
  period: "year",
  horizon: 2,
  benefits: plan.benefits.map((line) => ({
    ...line,
    value: { ...line.value, adoption: constantPath("0.7") },
  })),
  costs: [plannedCost("set-up", ["20000", "108000", "108000"], { name: "Set-up", category: "integration" })],
};
const late: CasePlan = {
  ...plan,
  benefits: plan.benefits.map((line) => ({ ...line, run: { kind: "recurring", from: 3, to: null } })),
};
const once: CasePlan = {
  ...plan,
  benefits: plan.benefits.map((line) => ({ ...line, run: { kind: "one-off", column: 2 } })),
};
const measuredApart = weeklyInput({
  measurement: {
    kind: "expected-volume",
    volumePerPeriod: "990",
    additionalMargin: "3",
    source: { kind: "assumption", text: "planned volume" },
  },
});
const shrinking = weeklyInput({
  measurement: {
    kind: "expected-volume",
    volumePerPeriod: "2000",
    source: { kind: "assumption", text: "planned" },
  },
});

const books: [what: string, plan: CasePlan, measured: MeasuredInitiative, basis: CaseBasis][] = [
  ["months", plan, monthly, "cash"],
  ["weeks that cross the ends of months", plan, weekly, "cash"],
  ["capacity beside money", plan, weekly, "cash-plus-capacity"],
  ["a benefit that no line plans", plan, { ...weekly, benefits: [...weekly.benefits, second] }, "cash"],
  ["another currency, with costs in a third", francs, { ...weekly, costs: [...costs, inDollars] }, "cash"],
  [
    "dollars in the plan of a ledger in euros",
    { ...plan, budgetRates: francs.budgetRates.slice(1) },
    { ...monthly, costs: [...costs, inDollars] },
    "cash",
  ],
  ["a plan by year", yearly, weekly, "cash"],
  ["a benefit that came before it was planned", late, weekly, "cash"],
  ["what comes once", once, monthly, "cash"],
  [
    "units that come from another measurement",
    plan,
    { ...weekly, benefits: [evaluateBenefit(measuredApart, "2025-03-31")] },
    "cash",
  ],
  [
    "the same with less volume than expected",
    plan,
    { ...weekly, benefits: [evaluateBenefit(shrinking, "2025-03-31")] },
    "cash",
  ],
  ["nothing measured yet", plan, { ...monthly, benefits: [] }, "cash"],
  [
    "a benefit that has not begun",
    plan,
    { ...monthly, benefits: [evaluateBenefit(exampleBenefit({ claimFrom: "2025-06" }), "2025-03-31")] },
    "cash",
  ],
];

const rate = {
  rateOf: () => "0.8",
  sourceOf: (month: string) => ({ kind: "assumption", text: `exchange rate of ${month}, bank` }) as const,
};

function explained(given: CasePlan, measured: MeasuredInitiative, basis: CaseBasis = "cash") {
  const found = measuredActuals(given, measured, basis, rate.rateOf);
  if (found.kind === "no-actuals") throw new Error(found.reason);
  const answer = caseActualTrees(given, { measured, actuals: found.actuals, rate }, basis);
  if (answer.comparison.kind === "no-comparison") throw new Error(answer.comparison.reason);
  return { ...answer, comparison: answer.comparison };
}

/** Every figure of a comparison with what is shown for it. */
function figuresOf({ comparison }: ReturnType<typeof explained>): [ActualFigure, string | number | null][] {
  const { toDate, rows, byPeriod, forecast, coverage } = comparison;
  const whole = (key: Extract<ActualFigure, { of: "whole" }>["key"]): ActualFigure => ({ of: "whole", key });
  return [
    [whole("plan"), toDate.plan],
    [whole("actual"), toDate.actual],
    [whole("remaining"), forecast.remainingPlan],
    [whole("forecast"), forecast.total],
    ...toDate.bars.map((bar): [ActualFigure, string] => [
      { of: "bar", cause: bar.cause, part: partOfBar(bar) },
      bar.amount,
    ]),
    ...rows.flatMap((row): [ActualFigure, string][] => {
      const line = lineOfRow(row);
      return [
        [{ of: "line", line, key: "plan" }, row.plan],
        [{ of: "line", line, key: "actual" }, row.actual],
        [{ of: "line", line, key: "difference" }, row.variance],
        [{ of: "line", line, key: "remaining" }, row.forecast.remainingPlan],
        [{ of: "line", line, key: "forecast" }, row.forecast.total],
      ];
    }),
    ...byPeriod.flatMap(({ period, plan: planned, actual }): [ActualFigure, string | null][] => [
      [{ of: "month", period, key: "plan" }, planned],
      [{ of: "month", period, key: "actual" }, actual],
    ]),
    [{ of: "coverage", side: "costs" }, coverage.costs.share],
    [{ of: "coverage", side: "benefits" }, coverage.benefits.share],
  ];
}

function leavesOf(tree: Explanation): readonly Explanation[] {
  return tree.operation === "leaf" ? [tree] : tree.inputs.flatMap(leavesOf);
}

/** The figures that have no explanation, or one that does not come to what is shown, or not again from its leaves. */
function unexplained(answer: ReturnType<typeof explained>): string[] {
  return figuresOf(answer).flatMap(([figure, shown]) => {
    const tree = answer.treeOf(figure);
    return tree !== undefined && isShown(tree, shown) ? [] : [JSON.stringify(figure)];
  });
}

function isShown(tree: Explanation, shown: string | number | null): boolean {
  const isSourced = leavesOf(tree).every(({ value, source }) => value === null || source !== undefined);
  if (!isSourced || evaluateExplanation(tree) !== tree.value) return false;
  if (shown === null || tree.value === null) return shown === tree.value;
  // Shares are numbers; money is exact.
  const tolerance = typeof shown === "number" ? 1e-10 : 0;
  return Math.abs(Number(tree.value) - Number(shown)) <= tolerance;
}

describe("caseActualTrees", () => {
  it.each(books)("explains every figure of %s to the minor unit, and again from the leaves", (_, ...book) => {
    expect(unexplained(explained(...book))).toEqual([]);
  });

  it("ends at the planned assumptions, the rows that were logged, the entries that were booked and the rates", () => {
    const answer = explained(francs, { ...weekly, costs: [...costs, inDollars] });
    const sourcesOf = (figure: ActualFigure) => {
      const tree = answer.treeOf(figure);
      return tree === undefined ? [] : leavesOf(tree).map(({ source }) => source);
    };
    const lift = sourcesOf({ of: "bar", cause: "lift", part: null });
    expect(lift).toContainEqual(expect.objectContaining({ period: "2025-W05", revision: 1 }));
    expect(lift).toContainEqual(expect.objectContaining({ text: "CRM, 2025" }));
    expect(sourcesOf({ of: "line", line: "leads", key: "actual" })).toContainEqual(
      expect.objectContaining({ version: 1 }),
    );
    expect(sourcesOf({ of: "line", line: "training", key: "actual" })).toContainEqual(
      expect.objectContaining({ costLineId: "cost-9" }),
    );
    const exchange = sourcesOf({ of: "bar", cause: "cost-exchange", part: null });
    expect(exchange).toContainEqual(expect.objectContaining({ text: "exchange rate of 2025-01, bank" }));
    expect(exchange).toContainEqual(expect.objectContaining({ text: "budget rate, locked on 2024-12-31" }));
    expect(sourcesOf({ of: "bar", cause: "exchange", part: null })).toContainEqual(
      expect.objectContaining({ text: "exchange rate of 2025-02, bank" }),
    );
  });

  it("knows no figure of a step, a line or a month that is not there", () => {
    const { treeOf } = explained(plan, monthly);
    expect(treeOf({ of: "bar", cause: "cost-exchange", part: null })).toBeUndefined();
    expect(treeOf({ of: "line", line: "nobody", key: "plan" })).toBeUndefined();
    expect(treeOf({ of: "month", period: "2030-01", key: "plan" })).toBeUndefined();
  });

  it("holds for whatever was measured and booked", () => {
    const drawn = fc.record({
      numerators: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 13, maxLength: 13 }),
      unitValue: fc.integer({ min: 1, max: 99_999 }),
      attribution: fc.integer({ min: 0, max: 1000 }),
      spent: fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 3, maxLength: 3 }),
      isAbroad: fc.boolean(),
    });
    fc.assert(
      fc.property(drawn, ({ numerators, unitValue, attribution, spent, isAbroad }) => {
        const input = weeklyInput({
          after: snapshotsFrom(
            "2025-W02",
            numerators.map((numerator) => [numerator, 1009] as const),
          ),
          factors: {
            unitValue: String(unitValue / 100),
            attribution: String(attribution / 1000),
            confidence: "0.9",
            realisation: { accepted: "0", redeployed: "0", cashed: "0.7" },
          },
        });
        const measured = {
          ...monthly,
          benefits: [evaluateBenefit(input, "2025-03-31")],
          costs: monthlyCosts("2025-01", spent),
        };
        expect(unexplained(explained(isAbroad ? francs : plan, measured))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
