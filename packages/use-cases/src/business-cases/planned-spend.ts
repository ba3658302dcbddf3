import type { CaseTerms } from "@liftledger/contracts/business-case";
import type { MoneyText } from "@liftledger/contracts/values";
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
  return { spend, spendHere: await moneyHere(ctx, db, { exact, currency }, here) };
}

/** An exact amount in the organisation's currency, at the latest rate of the day; null where there is none. */
export async function moneyHere(
  ctx: Context,
  db: Reader,
  { exact, currency }: { exact: string; currency: string },
  here: string,
): Promise<MoneyText | null> {
  if (currency === here) return { amount: moneyToDecimal(roundToMinor(exact, currency)), currency };
  const rates = await latestExchangeRates(db, ctx.organisationId, { from: currency });
  const lines = [{ date: ctx.today, currency, amount: exact }];
  const { totalMinor } = convertLines({ base: here, lines, rates });
  if (totalMinor === null) return null;
  return { amount: moneyToDecimal({ amountMinor: totalMinor, currency: here }), currency: here };
}
