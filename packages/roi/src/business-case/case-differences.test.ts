import { describe, expect, it } from "vitest";
import { leadScoringPlan, plannedCost } from "../testing/example-case-plan.ts";
import { caseDifferences } from "./case-differences.ts";
import { casePlanDigestText } from "./case-plan-digest-text.ts";
import type { CasePlan, PlannedCostLine } from "./case-plan.ts";
import { constantPath } from "./plan-path.ts";

const whole = leadScoringPlan();
const plan: CasePlan = {
  ...whole,
  mirrRates: { finance: "0.06", reinvest: "0.04", source: "Treasury" },
  benefits: whole.benefits.map((line) =>
    line.value.kind === "money" ? line : { ...line, value: { ...line.value, liftTerms: "relative" } },
  ),
  budgetRates: [
    { from: "USD", rate: "0.9", lockedOn: "2026-01-01" },
    { from: "GBP", rate: "1.2", lockedOn: "2026-01-01" },
  ],
  correlations: [{ lines: ["leads", "licences"], coefficient: "0.5", reason: "Both grow with the team" }],
};

type Leaf = string | number | null;

/** Every leaf of plain JSON, with a copy of the whole in which it alone is another. */
function withOtherLeaves(value: unknown, path: string = ""): { path: string; changed: unknown }[] {
  if (typeof value !== "object" || value === null) return [{ path, changed: otherThan(value as Leaf) }];
  return Object.entries(value).flatMap(([name, part]) =>
    withOtherLeaves(part, `${path}/${name}`).map((other) => ({
      path: other.path,
      changed: Array.isArray(value)
        ? value.with(Number(name), other.changed)
        : { ...value, [name]: other.changed },
    })),
  );
}

function otherThan(value: Leaf): Leaf {
  if (value === null) return "someone";
  if (typeof value === "number") return value + 1;
  if (value === plan.start) return "2027-01";
  return /^[\d.]+$/.test(value) ? `${value}7` : `${value}x`;
}

describe("caseDifferences", () => {
  it("is empty for the same plan, and for one written otherwise", () => {
    const rewritten: CasePlan = {
      ...plan,
      discountRate: { ...plan.discountRate, annual: "0.10" },
      benefits: plan.benefits.toReversed(),
      costs: plan.costs.map((line) => ({ ...line, assumptions: line.assumptions.toReversed() })),
      budgetRates: plan.budgetRates.toReversed(),
      scenarios: plan.scenarios.toReversed().map((scenario) => ({
        ...scenario,
        changes: scenario.changes.toReversed(),
      })),
      correlations: plan.correlations.map((one) => ({ ...one, lines: ["licences", "leads"] })),
    };
    expect(caseDifferences(plan, plan)).toEqual([]);
    expect(caseDifferences(plan, rewritten)).toEqual([]);
    expect(casePlanDigestText(rewritten)).toBe(casePlanDigestText(plan));
  });

  const leaves = withOtherLeaves(plan).filter(({ path }) => !/kind$|evidence$|field$|risk$/.test(path));
  it.each(leaves)("finds another $path, as the digest does", ({ changed }) => {
    const other = changed as CasePlan;
    expect(caseDifferences(plan, other)).not.toEqual([]);
    expect(casePlanDigestText(other)).not.toBe(casePlanDigestText(plan));
    const kinds = caseDifferences(other, plan).map(({ before, after }) => [after, before]);
    expect(kinds.toSorted()).toEqual(
      caseDifferences(plan, other)
        .map(({ before, after }) => [before, after])
        .toSorted(),
    );
  });

  it("tells a changed field in words", () => {
    const other: CasePlan = {
      ...plan,
      horizon: 24,
      costs: plan.costs.map((line) =>
        line.id === "licences"
          ? {
              ...line,
              run: { kind: "recurring", from: 3, to: 6 } as const,
              amount: [...constantPath("9000"), { from: 4, value: "9500.5" }],
              risk: { kind: "optimism-bias" as const, share: "0.25", reason: "Prices rose each year" },
              estimate: { kind: "point" as const },
            }
          : line,
      ),
    };
    expect(
      caseDifferences(plan, other).map(({ subject, field, before, after }) => [
        subject,
        field,
        before,
        after,
      ]),
    ).toEqual([
      ["Case", "horizon", "12 months", "24 months"],
      [
        "Licences",
        "when it comes",
        "every month from 2026-01 to the end",
        "every month from 2026-03 to 2026-06",
      ],
      ["Licences", "amount", "9000", "9000 from Start, 9500.5 from 2026-04"],
      ["Licences", "estimate", "0.9 to 1.2 times the plan, most likely 1 (triangular)", "as planned"],
      ["Licences", "risk", "none", "25% for optimism: Prices rose each year"],
    ]);
  });

  it("tells a line that came or went once", () => {
    const training = plannedCost("training", "300", { name: "training" });
    const more: CasePlan = { ...plan, costs: [...plan.costs, training] };
    const [came, ...others] = caseDifferences(plan, more);
    expect(others).toEqual([]);
    expect(came).toEqual({
      kind: "added",
      lineId: "training",
      subject: "Training",
      field: "line",
      before: null,
      after: "every month from 2026-01 to the end: amount 300",
    });
    expect(caseDifferences(more, plan)).toMatchObject([{ kind: "removed", lineId: "training", after: null }]);
  });

  it("tells what a scenario does otherwise", () => {
    const scenarios = plan.scenarios.map((scenario) => ({
      ...scenario,
      changes: scenario.changes.map((change) =>
        change.field === "adoption" ? { ...change, change: { plus: "-0.1" } } : change,
      ),
    }));
    expect(caseDifferences(plan, { ...plan, scenarios })).toMatchObject([
      { subject: "Scenario Conservative", field: "adoption of every line", before: "× 0.7", after: "− 0.1" },
    ]);
  });
});

describe("casePlanDigestText", () => {
  it("has no word of what a plan does not say, so that older digests stand", () => {
    const { mirrRates: _, ...kept } = { ...whole, mirrRates: undefined };
    expect(casePlanDigestText(kept)).not.toMatch(/mirrRates|liftTerms/);
    expect(casePlanDigestText({ ...kept, mirrRates: undefined })).toBe(casePlanDigestText(kept));
    expect(caseDifferences(kept, plan).map(({ kind, field }) => `${kind} ${field}`)).toEqual(
      expect.arrayContaining(["added finance rate", "added terms of the lift"]),
    );
  });

  it("is JSON with sorted names, canonical decimals and no spaces", () => {
    const [first] = plan.costs as [PlannedCostLine];
    const text = casePlanDigestText({ ...plan, costs: [{ ...first, amount: constantPath("20000.00") }] });
    expect(text).toMatch(/^\{"benefits":\[\{"assumptions":/);
    expect(text).toContain('"amount":[{"from":0,"value":"20000"}]');
    expect(JSON.parse(text)).toMatchObject({ format: 1, currency: "EUR" });
  });
});
