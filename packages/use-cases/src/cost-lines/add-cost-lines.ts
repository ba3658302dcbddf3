import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import type { ProblemDetail } from "@liftledger/contracts/errors";
import { insertCostLines } from "@liftledger/database/cost-lines";
import { latestExchangeRates, type ExchangeRate } from "@liftledger/database/exchange-rates";
import { getInitiative } from "@liftledger/database/initiatives";
import { isCurrencyCode } from "@liftledger/finance/currency";
import { MissingExchangeRateError } from "@liftledger/finance/exchange-rate";
import { moneyFromDecimal } from "@liftledger/finance/money";
import type { Context } from "../context.ts";
import { refuseCostCountedTwice } from "../benefits/cost-counted-twice.ts";
import { convertCost } from "../exchange-rates/convert-cost.ts";
import { changeOnce } from "../idempotency.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { refuseClosed } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { costLineView } from "./cost-line-view.ts";

type NewCostLine = EndpointRequest<"addCostLines">["body"]["costLines"][number];

/** More than any month of any initiative costs, and far from where a sum would leave a 64-bit column. */
const largestAmountMinor = 1_000_000_000_000_000n;

/**
 * Adds planned or actual cost lines: all, or none. One in another currency wants an exchange rate on or before the
 * end of its month; an actual cost lies in this month or before, and none in a closed month.
 */
export async function addCostLines(
  ctx: Context,
  { initiativeId, costLines }: { initiativeId: string } & EndpointRequest<"addCostLines">["body"],
): Promise<EndpointOutput<"addCostLines">> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit) => {
    await getInitiative(tx, ctx.organisationId, initiativeId);
    const { currency } = await getOrganisation(ctx, tx);
    const rates = await latestExchangeRates(tx, ctx.organisationId);
    const setting = { currency, rates, today: ctx.today };
    refuseIfAny(costLines.flatMap((line, row) => costLineFaults(line, row, setting)));
    const places = costLines.map(({ month }, row) => ({
      period: month,
      row,
      field: `costLines[${row}].month`,
    }));
    await refuseClosed(ctx, tx, places);
    const categories = costLines.map((line) => line.category);
    await refuseCostCountedTwice(ctx, tx, initiativeId, { categories });
    const lines = costLines.map(({ amount, ...line }) => ({
      ...line,
      costLineId: ctx.newId(),
      initiativeId,
      amountMinor: moneyFromDecimal(amount, line.currency).amountMinor,
      recordedAt: ctx.now,
      recordedBy: ctx.actor.personId,
    }));
    await insertCostLines(tx, ctx.organisationId, lines);
    for (const line of lines) {
      audit({ action: "addCostLines", noun: "cost-line", id: line.costLineId, before: null, after: line });
    }
    return { rows: lines.map((line) => costLineView(line, currency, rates)) };
  });
}

function costLineFaults(
  line: NewCostLine,
  row: number,
  { currency, rates, today }: { currency: string; rates: readonly ExchangeRate[]; today: string },
): ProblemDetail[] {
  const at = (field: string) => ({ row, field: `costLines[${row}].${field}` });
  const faults: ProblemDetail[] = [];
  if (isCurrencyCode(line.currency)) {
    const amountFault = faultOfAmount(line.amount, line.currency);
    if (amountFault !== null) faults.push({ ...at("amount"), message: amountFault, seen: line.amount });
    const rateFault = amountFault === null ? faultOfRate(line, currency, rates) : null;
    if (rateFault !== null) faults.push({ ...at("currency"), message: rateFault, seen: line.currency });
  } else {
    const message = `"${line.currency}" is no currency of ISO 4217.`;
    faults.push({ ...at("currency"), message, seen: line.currency });
  }
  if (line.kind === "actual" && line.month > today.slice(0, 7)) {
    const message = `${line.month} has not begun: it can be planned, not actual.`;
    faults.push({ ...at("month"), message, seen: line.month });
  }
  return faults;
}

/** Why a line of another currency cannot be converted; null where it can, or need not be. */
function faultOfRate(line: NewCostLine, to: string, rates: readonly ExchangeRate[]): string | null {
  const { amountMinor } = moneyFromDecimal(line.amount, line.currency);
  try {
    const converted = convertCost({ ...line, amountMinor }, to, rates);
    if (converted === null || converted.amountMinor <= largestAmountMinor) return null;
    return `${line.amount} ${line.currency} is more than can be kept in ${to}.`;
  } catch (error) {
    if (!(error instanceof MissingExchangeRateError)) throw error;
    return `${error.message}: finance adds it on the page "Exchange rates", or convert the amount.`;
  }
}

function faultOfAmount(amount: string, currency: string): string | null {
  try {
    const { amountMinor } = moneyFromDecimal(amount, currency);
    return amountMinor > largestAmountMinor ? `${amount} ${currency} is more than can be kept.` : null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
