import { normaliseDecimal } from "@liftledger/numerics/decimal";
import type { CasePlan, PlanAssumption, PlanPath } from "./case-plan.ts";
import { withPaths, type PlanLine } from "./plan-line.ts";

/**
 * The one text of a plan whose digest is kept when it is approved. Two plans have the same text exactly when
 * `caseDifferences` finds nothing between them: decimals are in their canonical spelling ("0.10" is "0.1"), and what
 * stands in no order of its own is sorted, lines and assumptions by id and field, scenarios by name, their changes by
 * field and line, budget rates by currency, correlations by their pair. The rest is JSON with names sorted by code
 * unit and no spaces. Throws a RangeError on text that is no decimal: ask `planProblems` first.
 */
export function casePlanDigestText(plan: CasePlan): string {
  return sortedJson(canonicalPlan(plan));
}

/** A plan's like in the one spelling and order that it is compared in. */
export function canonicalPlan(plan: CasePlan): CasePlan {
  const { discountRate, mirrRates, budgetRates, scenarios, correlations } = plan;
  return {
    ...plan,
    discountRate: {
      ...discountRate,
      annual: normaliseDecimal(discountRate.annual),
      riskPremium: normaliseDecimal(discountRate.riskPremium),
    },
    // A plan without them has the text that it had before there were any.
    ...(mirrRates && {
      mirrRates: {
        ...mirrRates,
        finance: normaliseDecimal(mirrRates.finance),
        reinvest: normaliseDecimal(mirrRates.reinvest),
      },
    }),
    budgetRates: sortedBy(budgetRates, ({ from }) => from).map((rate) => ({
      ...rate,
      rate: normaliseDecimal(rate.rate),
    })),
    benefits: sortedBy(plan.benefits, ({ id }) => id).map(canonicalLine),
    costs: sortedBy(plan.costs, ({ id }) => id).map(canonicalLine),
    scenarios: sortedBy(scenarios, ({ name }) => name).map((scenario) => ({
      ...scenario,
      changes: sortedBy(scenario.changes, ({ field, lineId }) => `${field} ${lineId ?? ""}`).map(
        (override) => ({
          ...override,
          change: canonicalDecimals(override.change),
        }),
      ),
    })),
    correlations: sortedBy(correlations, correlationKey).map(
      ({ lines: [one, other], coefficient, reason }) => ({
        lines: one < other ? [one, other] : [other, one],
        coefficient: normaliseDecimal(coefficient),
        reason,
      }),
    ),
  };
}

/** The same name for a pair of lines, whichever stands first. */
export function correlationKey({ lines: [one, other] }: CasePlan["correlations"][number]): string {
  return JSON.stringify(one < other ? [one, other] : [other, one]);
}

function canonicalLine<Line extends PlanLine>(line: Line): Line {
  const { estimate, risk, assumptions } = line;
  const { kind, ...points } = estimate;
  return {
    ...withPaths(line, canonicalPath),
    estimate: { kind, ...canonicalDecimals(points) },
    risk: risk === null ? null : { ...risk, share: normaliseDecimal(risk.share) },
    assumptions: sortedBy(assumptions, ({ field }: PlanAssumption) => field),
  };
}

function canonicalPath(path: PlanPath): PlanPath {
  return path.map(({ from, value }) => ({ from, value: value === null ? null : normaliseDecimal(value) }));
}

function canonicalDecimals<Decimals extends Readonly<Record<string, string>>>(decimals: Decimals): Decimals {
  const spelled = Object.entries(decimals).map(([name, text]) => [name, normaliseDecimal(text)]);
  return Object.fromEntries(spelled) as Decimals;
}

function sortedBy<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  // By code units, not by a language's alphabet: the same on every machine.
  return items.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

/** JSON with the names of every object in the order of their code units. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(sortedBy(Object.entries(part), ([name]) => name));
  });
}
