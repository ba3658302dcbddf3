import type { ExchangeRate } from "@liftledger/database/exchange-rates";
import { findExchangeRate, MissingExchangeRateError } from "@liftledger/finance/exchange-rate";
import { lastDay } from "@liftledger/kpis/period";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import type { CaseBasis } from "@liftledger/roi/business-case/case-totals";
import type { KnownPlanRate } from "@liftledger/roi/business-case/cost-actual-trees";
import {
  measuredActuals,
  type MeasuredActuals,
  type MeasuredInitiative,
} from "@liftledger/roi/business-case/measured-actuals";
import type { EvaluatedInitiative } from "../evaluation/evaluate-organisation.ts";
import type { LedgerView } from "../evaluation/read-ledger.ts";

/** What a plan is held against, as its initiative was evaluated. */
interface Evaluated {
  initiative: EvaluatedInitiative;
  ledger: LedgerView;
  until: string;
  currency: string;
}

/** What came of a plan, by what was measured and booked of its initiative, in the plan's currency. */
export function caseActuals(plan: CasePlan, evaluated: Evaluated, basis: CaseBasis): MeasuredActuals {
  const { measured, rate } = measuredCase(plan, evaluated);
  return measuredActuals(plan, measured, basis, rate.rateOf);
}

/** What was measured and booked of the initiative of a plan, and the rates between the ledger's currency and the plan's. */
export function measuredCase(
  plan: CasePlan,
  { initiative, ledger, until, currency }: Evaluated,
): { measured: MeasuredInitiative; rate: KnownPlanRate } {
  const { benefits } = initiative.result;
  const known = ledger.adoption.get(initiative.row.initiativeId);
  // A case may mean something else by it, such as a share of visits: only whoever named the series can say.
  const adoption = known?.named.sameAsCase === true ? known.weeks : undefined;
  return {
    measured: { until, currency, benefits, costs: initiative.input.costs, adoption },
    rate: rateBetween(ledger, { from: plan.currency, to: currency }),
  };
}

/** The rate from a plan's currency to the ledger's on the last day of a month. */
function rateBetween(
  { exchangeRates, nameOf }: LedgerView,
  { from, to }: { from: string; to: string },
): KnownPlanRate {
  const known = (month: string): ExchangeRate => {
    const date = lastDay(month);
    const found = findExchangeRate(exchangeRates, { from, to, date });
    const own = exchangeRates.find((one) => one === found);
    if (own === undefined) throw new MissingExchangeRateError(from, to, date);
    return own;
  };
  return {
    rateOf: (month) => known(month).rate,
    sourceOf: (month) => {
      const { date, source, recordedAt, recordedBy } = known(month);
      const text = `exchange rate of ${date}, ${source}`;
      return { kind: "assumption", text, recordedAt, recordedBy: nameOf(recordedBy) };
    },
  };
}
