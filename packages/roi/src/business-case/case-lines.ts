import { creditedBenefit, plannedBenefit, type PlannedFactors } from "@liftledger/finance/planned-benefit";
import { riskAdjustedBenefit, riskAdjustedCost, upliftedCost } from "@liftledger/finance/risk-adjustment";
import type { CostCategory } from "@liftledger/finance/cost-category";
import { multiplyDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import { applyScenario } from "./apply-scenario.ts";
import type { BenefitClass, CasePlan, LineField, PlannedBenefitLine, PlanScenario } from "./case-plan.ts";
import { planColumns } from "./plan-columns.ts";
import {
  assumptionOf,
  isBenefitLine,
  lineFieldNames,
  linePaths,
  planLines,
  type PlanLine,
} from "./plan-line.ts";
import { pathValue, runsIn } from "./plan-path.ts";

/**
 * How a benefit counts. *cash*: revenue margin, cash, cost avoidance, and capacity with a way to become cash.
 * *capacity*: the rest of it. *risk-avoided*: a loss that is expected to stay away.
 */
export type CaseTier = "cash" | "capacity" | "risk-avoided";

/** A line of a case with its amounts by column, exact, in the case's currency. */
export interface CaseLine {
  lineId: string;
  name: string;
  kind: "benefit" | "cost";
  ownerId: string | null;
  class: BenefitClass | null;
  category: CostCategory | null;
  /** Null of a cost, which counts in all of them. */
  tier: CaseTier | null;
  /** As planned; null in a column that is not valued yet, "0" where the line does not come. */
  planned: readonly (string | null)[];
  /** What counts: nothing of a benefit that rests on an estimate which nobody has accepted. */
  credited: readonly (string | null)[];
  /** What counts, after the line's risk. */
  adjusted: readonly (string | null)[];
  /** The first column without a value and what it lacks; null where it is valued. */
  missing: { column: string; fields: readonly LineField[]; reason: string } | null;
  /** Why it is credited at nothing; null where it counts. */
  notCredited: string | null;
}

/** How estimates count that nobody has accepted: at nothing, or as if whoever approves the case had. */
export type UnsignedEstimates = "nothing" | "credited";

/**
 * The lines of a plan by column, under a scenario where one is given. A planned benefit is lift × volume × unit value ×
 * adoption × attribution × confidence × realisation × (1 − overlap), or its gross in money times the shares; what comes
 * in another currency is converted by the plan's locked rate. A missing factor leaves the column without an amount.
 * Of a plan that `planProblems` calls wrong nothing is said: it throws a RangeError, or answers by what it can read.
 *
 * @example caseLines(plan)[0]?.planned // ["0", "12960", "12960", …]
 */
export function caseLines(
  plan: CasePlan,
  scenario: Pick<PlanScenario, "changes"> | null = null,
  unsignedEstimates: UnsignedEstimates = "nothing",
): readonly CaseLine[] {
  const changed = scenario === null ? plan : applyScenario(plan, scenario).plan;
  return planLines(changed).map((line) => caseLine(changed, line, unsignedEstimates));
}

/** The sum of a line over its columns; null where one of them is not valued yet. */
export function lineTotal(amounts: readonly (string | null)[]): string | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length < amounts.length ? null : sumDecimals(known);
}

function caseLine(plan: CasePlan, line: PlanLine, unsigned: UnsignedEstimates): CaseLine {
  const rate = plan.budgetRates.find(({ from }) => from === line.currency)?.rate ?? "1";
  const columns = planColumns(plan);
  const valueOf = remembered((values: readonly (string | null)[]) => amountOf(line, values));
  const planned = columns.map(({ column }) => {
    if (!runsIn(line.run, column)) return "0";
    const amount = valueOf(linePaths(line).map(([, path]) => pathValue(path, column)));
    return amount === null ? null : multiplyDecimals(amount, rate);
  });
  const notCredited = isBenefitLine(line) && unsigned === "nothing" ? whyNotCredited(line) : null;
  const credited = planned.map((amount) => (notCredited === null || amount === null ? amount : "0"));
  const { id: lineId, name, ownerId } = line;
  return {
    lineId,
    name,
    ownerId,
    ...(isBenefitLine(line)
      ? { kind: "benefit", class: line.class, category: null, tier: tierOf(line) }
      : { kind: "cost", class: null, category: line.category, tier: null }),
    planned,
    credited,
    adjusted: credited.map((amount) => (amount === null ? null : riskAdjusted(line, amount))),
    missing: missingOf(plan, line),
    notCredited,
  };
}

function tierOf({ class: kind, cashMechanism }: PlannedBenefitLine): CaseTier {
  if (kind === "risk-avoided") return kind;
  return kind === "capacity" && cashMechanism === null ? "capacity" : "cash";
}

/** The amount of one column from the values of the line's paths; null where one of them is missing. */
function amountOf(line: PlanLine, values: readonly (string | null)[]): string | null {
  if (!isBenefitLine(line)) return values[0] ?? null;
  const factors: PlannedFactors = Object.fromEntries(
    linePaths(line).map(([field], index) => [field, values[index]]),
  );
  const benefit = plannedBenefit(factors);
  return benefit.kind === "value" ? benefit.amount : null;
}

/** Most columns have the values of the one before them. */
function remembered<Answer>(
  answer: (values: readonly (string | null)[]) => Answer,
): (values: readonly (string | null)[]) => Answer {
  const known = new Map<string, Answer>();
  return (values) => {
    const key = values.join(" ");
    const found = known.get(key) ?? answer(values);
    known.set(key, found);
    return found;
  };
}

/** The rule of the credited benefit on the weakest of what the line stands on. */
function whyNotCredited(line: PlannedBenefitLine): string | null {
  const unsigned = linePaths(line).find(([field]) => {
    const assumption = assumptionOf(line, field);
    const { evidence = "estimate", signedBy = null } = assumption ?? {};
    // The amount is no matter here: whether it counts turns on the evidence.
    return creditedBenefit(anyBenefit, { evidence, signedBy }).kind === "not-credited";
  });
  if (unsigned === undefined) return null;
  return `${line.name} rests on an estimate of ${lineFieldNames[unsigned[0]]}: it is credited at nothing until somebody accepts it.`;
}

const anyBenefit: PlannedFactors = {
  gross: "1",
  adoption: "1",
  attribution: "1",
  confidence: "1",
  realisation: "1",
  overlap: "0",
};

function riskAdjusted(line: PlanLine, amount: string): string {
  const { risk } = line;
  if (risk === null) return amount;
  if (isBenefitLine(line)) return riskAdjustedBenefit(amount, risk.share);
  return risk.kind === "optimism-bias"
    ? upliftedCost(amount, risk.share)
    : riskAdjustedCost(amount, risk.share);
}

function missingOf(plan: CasePlan, line: PlanLine): CaseLine["missing"] {
  const paths = linePaths(line);
  for (const { column, label } of planColumns(plan)) {
    if (!runsIn(line.run, column)) continue;
    const fields = paths.filter(([, path]) => pathValue(path, column) === null).map(([field]) => field);
    if (fields.length === 0) continue;
    const names = fields.map((field) => lineFieldNames[field]).join(", ");
    return {
      column: label,
      fields,
      reason: `${line.name} is not valued yet: ${names} missing from ${label}.`,
    };
  }
  return null;
}
