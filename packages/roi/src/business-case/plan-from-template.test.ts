import { describe, expect, it } from "vitest";
import { benchmarkLibrary } from "../benchmark-library/benchmark-library.ts";
import { successPatterns } from "../benchmark-library/success-patterns.ts";
import { planOf } from "../testing/example-case-plan.ts";
import { caseTemplates } from "./case-templates.ts";
import { evaluateCase } from "./evaluate-case.ts";
import { linePaths, planLines } from "./plan-line.ts";
import { planFromTemplate } from "./plan-from-template.ts";
import { planProblems } from "./plan-problems.ts";

const { discountRate } = planOf({});
const frame = { currency: "EUR", start: "2026-01", discountRate };
const keys = caseTemplates.map(({ key }) => key);

describe("caseTemplates", () => {
  it("are one for each published success pattern, each KPI of it counted or told why not", () => {
    expect(keys).toEqual(successPatterns.map(({ key }) => key));
    for (const { key, kpis } of successPatterns) {
      const template = caseTemplates.find((one) => one.key === key);
      const told = [...(template?.benefits ?? []), ...(template?.signals ?? [])].map(({ kpi }) => kpi);
      expect(told.toSorted()).toEqual(kpis.map(({ kpi }) => kpi).toSorted());
    }
  });
});

describe("planFromTemplate", () => {
  it.each(keys)("makes of %s a draft that is not wrong and not valued", (key) => {
    const plan = planFromTemplate(key, frame);
    expect(planProblems(plan).every(({ severity }) => severity === "open")).toBe(true);
    const evaluation = evaluateCase(plan);
    expect(evaluation.scenarios[0].totals.all).toMatchObject({
      kind: "partial",
      missing: planLines(plan).map(({ id }) => id),
    });
  });

  it.each(keys)("fills in of %s nothing but the published change, with its source and no owner", (key) => {
    const plan = planFromTemplate(key, frame);
    const filled = planLines(plan).flatMap((line) =>
      linePaths(line).flatMap(([field, path]) =>
        path.some(({ value }) => value !== null) ? [{ line, field, path }] : [],
      ),
    );
    expect(filled.map(({ field }) => field)).toEqual(plan.benefits.map(() => "lift"));
    for (const { line, path } of filled) {
      const [assumption, ...others] = line.assumptions;
      const figure = benchmarkLibrary.find((one) => one.key === assumption?.benchmarkKey);
      expect(others).toEqual([]);
      expect(assumption).toMatchObject({
        evidence: "benchmark",
        ownerId: null,
        signedBy: null,
        source: expect.stringContaining(figure?.publisher ?? "no publisher"),
      });
      expect(Math.abs(Number(figure?.low))).toBe(Number(path[0]?.value));
    }
  });

  it("begins a benefit when the publication says it was reached, and halves it to be careful", () => {
    const plan = planFromTemplate("predictive-lead-scoring", frame);
    expect(plan.benefits).toMatchObject([
      {
        id: "closed-deals",
        run: { from: 12 },
        value: { lift: [{ from: 0, value: "0.5" }] },
        assumptions: [{ source: expect.stringContaining("with the same team") }],
      },
    ]);
    expect(evaluateCase(plan).scenarios[1]?.effects).toMatchObject([
      { field: "lift", before: "0.5", after: "0.25" },
      { field: "delay", after: "3" },
    ]);
  });

  it("asks for an optimistic scenario in place of inventing one", () => {
    const asked = planProblems(planFromTemplate("content-acceleration", frame)).map(({ message }) => message);
    expect(asked).toContain("Add an optimistic scenario that changes something of the base.");
    expect(asked).toContain("Hours freed on content: say the owner of lift.");
  });

  it("knows its own keys only", () => {
    expect(() => planFromTemplate("churn", frame)).toThrow('no template "churn"');
  });
});
