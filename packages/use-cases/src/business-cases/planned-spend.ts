import type { CaseTerms } from "@liftledger/contracts/business-case";
import { latestExchangeRates } from "@liftledger/database/exchange-rates";
import type { Reader } from "@liftledger/database/transaction";
import { convertLines } from "@liftledger/finance/converted-total";
import { moneyToDecimal, roundToMinor } from "@liftledger/finance/money";
import { caseLines, lineTotal } from "@liftledger/roi/business-case/case-lines";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import type { Context } from "../context.ts";

/** What a plan spends over its horizon, before any allowance for risk; null while a cost has no value somewhere. */
function plannedSpend(plan: CasePlan): string | null {
  // Of the costs alone: what a benefit still lacks says nothing about the spend.
  const totals = caseLines({ ...plan, benefits: [] }).map(({ planned }) => lineTotal(planned));
  return lineTotal(totals);
}

/** The spend in the plan's currency and in the organisation's, at the latest rate of the day; null where it is not known. */
export async function spendOf(
  ctx: Context,
  db: Reader,
  plan: CasePlan,
  here: string,
): Promise<Pick<CaseTerms, "spend" | "spendHere">> {
  const exact = plannedSpend(plan);
  if (exact === null) return { spend: null, spendHere: null };
  const { currency } = plan;
  const spend = { amount: moneyToDecimal(roundToMinor(exact, currency)), currency };
  if (currency === here) return { spend, spendHere: spend };
  const rates = await latestExchangeRates(db, ctx.organisationId, { from: currency });
  const lines = [{ date: ctx.today, currency, amount: exact }];
  const { totalMinor } = convertLines({ base: here, lines, rates });
  const spendHere =
    totalMinor === null
      ? null
      : { amount: moneyToDecimal({ amountMinor: totalMinor, currency: here }), currency: here };
  return { spend, spendHere };
}
