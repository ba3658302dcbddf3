import { subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import type { CostCategory } from "@liftledger/finance/cost-category";
import type { CaseActuals } from "./case-actuals.ts";
import { sharedCauseNames, type CaseBridgeBar } from "./case-bridge.ts";
import type { CaseLine } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { compareCosts, type ComparedCost } from "./costs-against-actual.ts";
import { compareBenefit, type ComparedBenefit } from "./line-against-actual.ts";
import { periodOfActual } from "./plan-to-date.ts";

/** A benefit, or the costs of a category, held against what came, with its sign: costs are below 0. Exact. */
export interface ComparedSide {
  kind: "benefit" | "cost";
  name: string;
  lines: readonly CaseLine[];
  compared: readonly string[];
  missing: readonly string[];
  planOf: (period: string) => string;
  actualOf: (period: string) => string;
  bars: readonly CaseBridgeBar[];
  /** The line that is compared; null of costs, and of a benefit that the case does not hold. */
  benefit: ComparedBenefit | null;
  /** A benefit that the case does not hold. */
  benefitId: string | null;
  category: CostCategory | null;
}

/**
 * Everything that a case plans or that came of it, over the elapsed periods: its benefits, benefits that it does not
 * hold, its costs by category. Throws a RangeError on an actual of a line that the case does not have.
 */
export function comparedSides(
  plan: CasePlan,
  { lines, elapsed }: { lines: readonly CaseLine[]; elapsed: readonly string[] },
  actuals: CaseActuals,
): readonly ComparedSide[] {
  const stray = actuals.benefits.find(({ lineId }) => plan.benefits.every(({ id }) => id !== lineId));
  if (stray !== undefined) throw new RangeError(`The case has no benefit "${stray.lineId}" for an actual`);
  const benefits = plan.benefits.flatMap((planned) => {
    const line = lines.find(({ lineId }) => lineId === planned.id);
    const own = actuals.benefits.filter(({ lineId }) => lineId === planned.id);
    return line === undefined ? [] : [compareBenefit(plan, { planned, line }, { elapsed, actuals: own })];
  });
  const costs = compareCosts(plan, lines, { elapsed, actuals: actuals.costs });
  return [...benefits.map(benefitSide), ...unplannedSides(plan, elapsed, actuals), ...costs.map(costSide)];
}

function benefitSide(benefit: ComparedBenefit): ComparedSide {
  const { line, effects, compared, missing, planOf, actualOf } = benefit;
  const bars = effects.map(({ cause, amount }): CaseBridgeBar => {
    const shared = sharedCauseNames[cause];
    return {
      cause,
      name: shared ?? line.name,
      lineId: shared === undefined ? line.lineId : null,
      category: null,
      benefitId: null,
      amount,
    };
  });
  const periods = { compared, missing, planOf, actualOf };
  const of = { benefit, benefitId: null, category: null };
  return { ...periods, ...of, kind: "benefit", name: line.name, lines: [line], bars };
}

function unplannedSides(
  plan: CasePlan,
  elapsed: readonly string[],
  { unplannedBenefits }: CaseActuals,
): readonly ComparedSide[] {
  const found = unplannedBenefits.map((one) => ({ ...one, period: periodOfActual(plan, one.month) }));
  const due = found.filter(({ period }) => elapsed.includes(period));
  return [...new Set(due.map(({ benefitId }) => benefitId))].map((id): ComparedSide => {
    const own = due.filter(({ benefitId }) => benefitId === id);
    const name = own[0]?.name ?? id;
    const sum = (entries: typeof own) => sumDecimals(entries.map(({ amount }) => amount));
    return {
      kind: "benefit",
      name,
      lines: [],
      compared: elapsed.filter((period) => own.some((entry) => entry.period === period)),
      missing: [],
      planOf: () => "0",
      actualOf: (period) => sum(own.filter((entry) => entry.period === period)),
      bars: [{ cause: "not-planned", name, lineId: null, category: null, benefitId: id, amount: sum(own) }],
      benefit: null,
      benefitId: id,
      category: null,
    };
  });
}

function costSide({ category, name, lines, compared, missing, ...amounts }: ComparedCost): ComparedSide {
  const total = (of: (period: string) => string) => sumDecimals(compared.map(of));
  const [planned, atBudget] = [total(amounts.planOf), total(amounts.atBudgetOf)];
  const exchange = subtractDecimals(atBudget, total(amounts.actualOf));
  const about = { lineId: null, category: null, benefitId: null };
  return {
    kind: "cost",
    name,
    lines,
    benefit: null,
    benefitId: null,
    category,
    compared,
    missing,
    planOf: (period) => subtractDecimals("0", amounts.planOf(period)),
    actualOf: (period) => subtractDecimals("0", amounts.actualOf(period)),
    bars: [
      { ...about, cause: "cost", name, category, amount: subtractDecimals(planned, atBudget) },
      { ...about, cause: "cost-exchange", name: sharedCauseNames["cost-exchange"] ?? name, amount: exchange },
    ],
  };
}
