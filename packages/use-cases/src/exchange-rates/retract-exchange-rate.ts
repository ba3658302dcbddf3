import type { RetractedExchangeRate, RetractExchangeRate } from "@liftledger/contracts/exchange-rate";
import { monthsWithCostsIn } from "@liftledger/database/cost-lines";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import {
  latestExchangeRates,
  retractExchangeRate as retractStored,
  type ExchangeRate,
} from "@liftledger/database/exchange-rates";
import type { Writer } from "@liftledger/database/transaction";
import { findExchangeRate } from "@liftledger/finance/exchange-rate";
import { lastDay } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";
import { refuseClosed } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { exchangeRateView, retractedRateView } from "./exchange-rate-view.ts";

/**
 * Takes the rate back that counts from a day on: the one before it counts again, of the same day or an earlier one.
 * What was known before stays known. Refused where a cost of a closed month would be converted otherwise, and where a
 * cost would be left without a rate.
 */
export async function retractExchangeRate(
  ctx: Context,
  { from, date, revision, reason }: RetractExchangeRate,
): Promise<RetractedExchangeRate> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { currency: to } = await getOrganisation(ctx, tx);
    const known = await latestExchangeRates(tx, ctx.organisationId, { from });
    const before = known.find((rate) => rate.to === to && rate.date === date);
    if (before === undefined) throw new NotFoundError("exchange rate", `${from} ${to} ${date}`);
    if (before.revision !== revision)
      throw new LostUpdateError("exchange rate", `${from} ${to} ${date}`, revision, before.revision);
    const taken = { retractedAt: ctx.now, retractedBy: ctx.actor.personId, retractReason: reason };
    const after = { ...before, ...taken };
    await retractStored(tx, ctx.organisationId, after);
    const standing = await latestExchangeRates(tx, ctx.organisationId, { from });
    await refuseMovedCosts(ctx, tx, { before, known, standing });
    const id = `${from} ${to} ${date}`;
    audit({ action: "retractExchangeRate", noun: "exchange-rate", id, before, after, reason });
    const nameOf = await personNames(ctx, tx);
    const found = findExchangeRate(standing, { from, to, date });
    const countsNow = standing.find((rate) => rate.to === to && rate.date === found?.date);
    return {
      retracted: retractedRateView(after, nameOf),
      countsNow: countsNow === undefined ? null : exchangeRateView(countsNow, nameOf),
    };
  });
}

async function refuseMovedCosts(
  ctx: Context,
  tx: Writer,
  rates: { before: ExchangeRate; known: readonly ExchangeRate[]; standing: readonly ExchangeRate[] },
): Promise<void> {
  const { before, known, standing } = rates;
  const { from, to } = before;
  const moved: string[] = [];
  for (const month of await monthsWithCostsIn(tx, ctx.organisationId, from)) {
    const wanted = { from, to, date: lastDay(month) };
    const then = findExchangeRate(known, wanted);
    const now = findExchangeRate(standing, wanted);
    if (now === undefined) throw withoutRate(before, month);
    if (then?.rate !== now.rate) moved.push(month);
  }
  await refuseClosed(
    ctx,
    tx,
    moved.map((period) => ({ period, field: "date", addsUp: true })),
  );
}

function withoutRate({ from, to, date }: ExchangeRate, month: string): ProblemError {
  const message = `Costs of ${month} are in ${from}, and without this rate there is none into ${to} by then: add the right rate from ${date} instead, which takes its place.`;
  return new ProblemError("in-use", message, [{ field: "date", message, seen: date }]);
}
