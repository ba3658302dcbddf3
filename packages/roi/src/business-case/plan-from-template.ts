import { findPublished } from "../benchmark-library/benchmark-library.ts";
import { successPatterns, type SuccessPattern } from "../benchmark-library/success-patterns.ts";
import type { CasePlan, PlannedBenefitLine, PlannedCostLine } from "./case-plan.ts";
import { caseTemplates, type CaseTemplate, type TemplateBenefit } from "./case-templates.ts";
import { constantPath } from "./plan-path.ts";

/**
 * A draft from a template. Of everything only the published change is filled in, as an assumption that names its
 * benchmark, its caveat and no owner; volumes, unit values, shares and costs are not said yet. Benefits begin when the
 * publication says that they were reached. The conservative scenario takes half of the published change a quarter
 * later; what would be optimistic is left to whoever makes the case.
 *
 * Throws a RangeError for a key that no template has.
 *
 * @example planFromTemplate("predictive-lead-scoring", { currency: "EUR", start: "2026-01", discountRate })
 */
export function planFromTemplate(
  key: string,
  frame: Pick<CasePlan, "currency" | "start" | "discountRate">,
): CasePlan {
  const template = caseTemplates.find((one) => one.key === key);
  const pattern = successPatterns.find((one) => one.key === key);
  if (template === undefined || pattern === undefined)
    throw new RangeError(`There is no template "${key}": ${caseTemplates.map((one) => one.key).join(", ")}`);
  const benefits = template.benefits.map((benefit) => benefitLine(pattern, benefit));
  return {
    format: 1,
    ...frame,
    period: "month",
    horizon: 36,
    timing: "t0_then_end",
    prices: frame.discountRate.prices,
    budgetRates: [],
    benefits,
    costs: template.costs.map(costLine),
    scenarios: [
      {
        name: "Conservative",
        kind: "conservative",
        changes: benefits.flatMap(({ id }) => [
          { lineId: id, field: "lift" as const, change: { times: "0.5" } },
          { lineId: id, field: "delay" as const, change: { plus: "3" } },
        ]),
      },
      { name: "Optimistic", kind: "optimistic", changes: [] },
    ],
    correlations: [],
  };
}

const unsaid = constantPath(null);

const newLine = {
  ownerId: null,
  currency: null,
  estimate: { kind: "point" },
  risk: null,
} as const;

function benefitLine(pattern: SuccessPattern, benefit: TemplateBenefit): PlannedBenefitLine {
  const [, reachedAfter] = pattern.timeframeMonths;
  return {
    ...newLine,
    id: lineIdOf(benefit.kpi),
    name: benefit.name,
    benefitId: null,
    class: benefit.class,
    cashMechanism: null,
    run: { kind: "recurring", from: reachedAfter, to: null },
    value: {
      kind: "factors",
      ...(findPublished(benchmarkKeyOf(pattern, benefit.kpi))?.quantity === "relative-change" && {
        liftTerms: "relative" as const,
      }),
      // A gain is positive, whichever way the KPI gets better.
      lift: constantPath(gainOf(pattern, benefit.kpi)),
      volume: unsaid,
      unitValue: unsaid,
      adoption: unsaid,
      attribution: unsaid,
      confidence: unsaid,
      realisation: unsaid,
      overlap: unsaid,
    },
    assumptions: [publishedAssumption(pattern, benefit)],
  };
}

function gainOf(pattern: SuccessPattern, kpi: string): string {
  const found = pattern.kpis.find((one) => one.kpi === kpi);
  if (found === undefined) throw new RangeError(`${pattern.name} publishes nothing of ${kpi}`);
  return found.relativeChange.replace(/^-/, "");
}

function benchmarkKeyOf({ key }: SuccessPattern, kpi: string): string {
  return `${key}/${kpi.replaceAll(" ", "-")}`;
}

function publishedAssumption(
  pattern: SuccessPattern,
  { kpi, volume, unitValue, overlap }: TemplateBenefit,
): PlannedBenefitLine["assumptions"][number] {
  const benchmarkKey = benchmarkKeyOf(pattern, kpi);
  const figure = findPublished(benchmarkKey);
  const caveat = typeof figure?.caveat === "string" ? ` (${figure.caveat})` : "";
  return {
    field: "lift",
    source: `${pattern.publisher}: ${figure?.what ?? kpi}${caveat}`,
    ownerId: null,
    evidence: "benchmark",
    benchmarkKey,
    note: [
      "Published, not measured here: the source says neither how it measured nor in what company.",
      `Volume: ${volume}`,
      `Worth of one: ${unitValue}`,
      `Counted elsewhere: ${overlap}`,
    ].join(" "),
    signedBy: null,
  };
}

function costLine({ category, name, once }: CaseTemplate["costs"][number]): PlannedCostLine {
  return {
    ...newLine,
    id: category,
    name,
    category,
    run: once ? { kind: "one-off", column: 0 } : { kind: "recurring", from: 1, to: null },
    amount: unsaid,
    assumptions: [],
  };
}

function lineIdOf(kpi: string): string {
  return kpi.replaceAll(" ", "-");
}
