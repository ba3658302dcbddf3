import { findExchangeRate, MissingExchangeRateError } from "@liftledger/finance/exchange-rate";
import { lastDay } from "@liftledger/kpis/period";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import type { CaseBasis } from "@liftledger/roi/business-case/case-totals";
import { measuredActuals, type MeasuredActuals } from "@liftledger/roi/business-case/measured-actuals";
import type { EvaluatedInitiative } from "../evaluation/evaluate-organisation.ts";
import type { LedgerView } from "../evaluation/read-ledger.ts";

/** What came of a plan, by what was measured and booked of its initiative, in the plan's currency. */
export function caseActuals(
  plan: CasePlan,
  evaluated: { initiative: EvaluatedInitiative; ledger: LedgerView; until: string; currency: string },
  basis: CaseBasis,
): MeasuredActuals {
  const { initiative, ledger, until, currency } = evaluated;
  const { benefits } = initiative.result;
  const known = ledger.adoption.get(initiative.row.initiativeId);
  // A case may mean something else by it, such as a share of visits: only whoever named the series can say.
  const adoption = known?.named.sameAsCase === true ? known.weeks : undefined;
  const measured = { until, currency, benefits, costs: initiative.input.costs, adoption };
  return measuredActuals(plan, measured, basis, rateBetween(ledger, { from: plan.currency, to: currency }));
}

/** The rate from a plan's currency to the ledger's on the last day of a month. */
function rateBetween({ exchangeRates }: LedgerView, { from, to }: { from: string; to: string }) {
  return (month: string): string => {
    const date = lastDay(month);
    const found = findExchangeRate(exchangeRates, { from, to, date });
    if (found === undefined) throw new MissingExchangeRateError(from, to, date);
    return found.rate;
  };
}
