import type { CostCategory } from "@liftledger/finance/cost-category";
import { requireShare } from "@liftledger/finance/share";
import { multiplyDecimals } from "@liftledger/numerics/decimal";

/**
 * What a benefit line came to in one month. A month that is not here is missing and never taken from the plan.
 * `not-running`: it is known that the benefit did not run, not yet or no longer. Of what was measured, adoption and overlap are in the
 * lift and the claims already; `adoption` says how far it was used where that was measured apart, and the lift is then
 * that of what was used.
 */
export type BenefitActual = { lineId: string; month: string } & (
  | { kind: "not-running" }
  | { kind: "amount"; amount: string }
  | {
      kind: "measured";
      volume: string;
      lift: string;
      adoption: string | null;
      unitValue: string;
      attribution: string;
      confidence: string;
      /** The part that has become cash, or for capacity that was put to other use. */
      realisation: string;
      /** From the line's currency to the case's; null where they are the same. */
      exchangeRate: string | null;
    }
);

/** One entry of the cost ledger in the case's currency: at the rate of its day, and at the plan's locked rate. */
export interface CostActual {
  category: CostCategory;
  month: string;
  amount: string;
  atBudgetRate: string;
}

/** What a benefit of the initiative came to in a month that no line of the case plans. */
export interface UnplannedBenefit {
  benefitId: string;
  name: string;
  month: string;
  amount: string;
}

/** What came of a case, up to a day. */
export interface CaseActuals {
  /** Months that have ended by this day are compared. */
  until: string;
  benefits: readonly BenefitActual[];
  unplannedBenefits: readonly UnplannedBenefit[];
  costs: readonly CostActual[];
}

/** The realised money of a month, exact. Throws a RangeError on a share outside 0 to 1. */
export function benefitActualAmount(actual: BenefitActual): string {
  if (actual.kind === "not-running") return "0";
  if (actual.kind === "amount") return actual.amount;
  const { volume, lift, adoption, unitValue, attribution, confidence, realisation, exchangeRate } = actual;
  const shares = Object.entries({ adoption: adoption ?? "1", attribution, confidence, realisation });
  return [
    lift,
    unitValue,
    ...shares.map(([name, share]) => requireShare(share, name)),
    exchangeRate ?? "1",
  ].reduce(multiplyDecimals, volume);
}
