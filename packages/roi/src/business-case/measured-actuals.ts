import { MissingExchangeRateError } from "@liftledger/finance/exchange-rate";
import { monthOf } from "@liftledger/kpis/iso-date";
import { addPeriods, firstDay, lastDay, periodIndex } from "@liftledger/kpis/period";
import { divideDecimals } from "@liftledger/numerics/decimal";
import type { CostInput } from "../cost-tree.ts";
import type { BenefitResult } from "../evaluate-benefit.ts";
import type { AdoptionWeek } from "../governance/adoption.ts";
import { assumesAdoption } from "./assumed-adoption.ts";
import { benefitActuals, liftTermsOf } from "./benefit-actuals.ts";
import { benefitActualAmount, type BenefitActual, type CaseActuals } from "./case-actuals.ts";
import { caseLines } from "./case-lines.ts";
import type { CasePlan, PlannedBenefitLine } from "./case-plan.ts";
import { countsIn, type CaseBasis } from "./case-totals.ts";
import { costActuals, type PlanRate } from "./cost-actuals.ts";

/** A planned benefit of which nothing is known, and why. */
export interface UnknownBenefit {
  lineId: string;
  name: string;
  reason: string;
}

/** What an evaluation found of the initiative that a case is of. */
export interface MeasuredInitiative {
  /** The day up to which it was valued. */
  until: string;
  currency: string;
  benefits: readonly BenefitResult[];
  costs: readonly CostInput[];
  /** The weeks of the series that tells its adoption; left out where none is named. */
  adoption?: readonly AdoptionWeek[] | undefined;
}

/** What came of a case, or why that cannot be said. */
export type MeasuredActuals =
  | { kind: "actuals"; actuals: CaseActuals; unknown: readonly UnknownBenefit[] }
  | { kind: "no-actuals"; reason: string };

/**
 * What came of a case by what was measured and booked of its initiative: of each line the measured benefit that it plans,
 * the benefits that no line plans, and the cost ledger, in the plan's currency. A benefit counts once: where two lines
 * plan the same one, it stands beside the first. `rateOf` is asked only where the plan is in another currency than the
 * ledger.
 *
 * @example caseAgainstActual(plan, measuredActuals(plan, { until, currency, benefits, costs }, "cash", rateOf).actuals)
 */
export function measuredActuals(
  plan: CasePlan,
  measured: MeasuredInitiative,
  basis: CaseBasis,
  rateOf: PlanRate,
): MeasuredActuals {
  try {
    return { kind: "actuals", ...foundActuals(plan, measured, basis, rateOf) };
  } catch (error) {
    if (!(error instanceof MissingExchangeRateError)) throw error;
    return { kind: "no-actuals", reason: `${error.message}: finance adds one.` };
  }
}

function foundActuals(
  plan: CasePlan,
  measured: MeasuredInitiative,
  basis: CaseBasis,
  rateOf: PlanRate,
): { actuals: CaseActuals; unknown: readonly UnknownBenefit[] } {
  const months = monthsOf(plan, measured);
  const isOther = measured.currency !== plan.currency;
  const found = plan.benefits.map((line) => foundOf(plan, line, { measured, months, basis }));
  const benefits = plan.benefits.flatMap((line, place) => {
    const own = found[place]?.actuals ?? [];
    return isOther ? own.map((actual) => inPlanCurrency(actual, line, measured.currency, rateOf)) : own;
  });
  const counted = new Set(
    caseLines(plan)
      .filter((line) => countsIn(basis, line))
      .map(({ lineId }) => lineId),
  );
  const bound = new Set(plan.benefits.map(({ benefitId }) => benefitId));
  return {
    actuals: {
      until: measured.until,
      benefits,
      unplannedBenefits: measured.benefits
        .filter(({ input }) => !bound.has(input.benefitId))
        .flatMap((result) => unplanned(result, { months, basis, rateOf: isOther ? rateOf : null })),
      costs: costActuals(measured.costs, plan, rateOf),
    },
    unknown: plan.benefits.flatMap(({ id: lineId, name }, place) => {
      const reason = found[place]?.reason ?? null;
      return reason === null || !counted.has(lineId) ? [] : [{ lineId, name, reason }];
    }),
  };
}

/** From the first month of the plan or of a claim, to the last that has ended by the valuation date. */
function monthsOf({ start }: CasePlan, { until, benefits }: MeasuredInitiative): readonly string[] {
  const first = benefits
    .map(({ input }) => monthOf(firstDay(input.claimFrom)))
    .reduce((one, other) => (other < one ? other : one), start);
  const count = Math.max(0, periodIndex(monthOf(until)) - periodIndex(first) + 1);
  return Array.from({ length: count }, (_, place) => addPeriods(first, place)).filter(
    (month) => lastDay(month) <= until,
  );
}

interface Asked {
  measured: MeasuredInitiative;
  months: readonly string[];
  basis: CaseBasis;
}

function foundOf(plan: CasePlan, line: PlannedBenefitLine, { measured, months, basis }: Asked) {
  const none = (reason: string) => ({ actuals: [], reason });
  if (line.benefitId === null)
    return none("No measured benefit is bound to it: choose the one that it plans in the next version.");
  const first = plan.benefits.find(({ benefitId }) => benefitId === line.benefitId);
  if (first !== undefined && first.id !== line.id)
    return none(`Its measured benefit stands beside "${first.name}", which plans it too.`);
  const result = measured.benefits.find(({ input }) => input.benefitId === line.benefitId);
  if (result === undefined) return none("The initiative does not claim its benefit any more.");
  // A line that assumes that everybody uses it planned no adoption apart from its lift.
  const adoption = assumesAdoption(line) ? measured.adoption : undefined;
  return benefitActuals(result, { lineId: line.id, months, basis, terms: liftTermsOf(line), adoption });
}

/** At the rate of the month: as a driver of its own where the line was planned in the ledger's currency. */
function inPlanCurrency(
  actual: BenefitActual,
  { currency }: PlannedBenefitLine,
  ledgerCurrency: string,
  rateOf: PlanRate,
): BenefitActual {
  if (actual.kind === "not-running") return actual;
  const { lineId, month } = actual;
  if (actual.kind === "measured" && currency === ledgerCurrency)
    return { ...actual, exchangeRate: divideDecimals("1", rateOf(month)) };
  return {
    lineId,
    month,
    kind: "amount",
    amount: divideDecimals(benefitActualAmount(actual), rateOf(month)),
  };
}

function unplanned(
  result: BenefitResult,
  { months, basis, rateOf }: { months: readonly string[]; basis: CaseBasis; rateOf: PlanRate | null },
): CaseActuals["unplannedBenefits"] {
  const { benefitId, kpi, scope } = result.input;
  const { actuals } = benefitActuals(result, { lineId: benefitId, months, basis, terms: "amount" });
  return actuals.flatMap((actual) => {
    const amount = benefitActualAmount(actual);
    if (amount === "0") return [];
    const { month } = actual;
    const inPlan = rateOf === null ? amount : divideDecimals(amount, rateOf(month));
    return [{ benefitId, name: `${kpi.name}, ${scope}`, month, amount: inPlan }];
  });
}
