import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import type { ProblemDetail } from "@liftledger/contracts/errors";
import type { NewExchangeRates } from "@liftledger/contracts/exchange-rate";
import { monthsWithCostsIn } from "@liftledger/database/cost-lines";
import {
  insertExchangeRates,
  latestExchangeRates,
  listRetractedRates,
  type ExchangeRate,
} from "@liftledger/database/exchange-rates";
import type { Reader } from "@liftledger/database/transaction";
import { isCurrencyCode } from "@liftledger/finance/currency";
import { findExchangeRate } from "@liftledger/finance/exchange-rate";
import { lastDay } from "@liftledger/kpis/period";
import { compareDecimals, normaliseDecimal } from "@liftledger/numerics/decimal";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";
import { refuseClosed, type WrittenPlace } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { exchangeRateView } from "./exchange-rate-view.ts";

type NewRate = NewExchangeRates["rates"][number];

/**
 * Adds rates into the organisation's currency, each from a day on: all, or none. The same rate again makes no
 * revision, another one for the same day the next. Refused where it would convert a cost of a closed month otherwise.
 */
export async function addExchangeRates(
  ctx: Context,
  { rates }: NewExchangeRates,
): Promise<EndpointOutput<"addExchangeRates">> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { currency: to } = await getOrganisation(ctx, tx);
    refuseIfAny(rates.flatMap((rate, row) => rateFaults(rate, row, { rates, to, today: ctx.today })));
    const known = await latestExchangeRates(tx, ctx.organisationId);
    // A revision that was taken back keeps its number.
    const taken = await listRetractedRates(tx, ctx.organisationId);
    const lastRevision = (rate: NewRate) =>
      Math.max(
        0,
        ...[...known, ...taken].filter((one) => sameDay([one], rate, to)).map(({ revision }) => revision),
      );
    const written = rates.flatMap((rate): ExchangeRate[] => {
      const before = sameDay(known, rate, to);
      const exact = normaliseDecimal(rate.rate);
      if (before?.rate === exact) return [];
      const by = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
      return [{ ...rate, rate: exact, to, revision: lastRevision(rate) + 1, ...by }];
    });
    await refuseClosed(ctx, tx, await movedPlaces(ctx, tx, { rates, known, written, to }));
    await insertExchangeRates(tx, ctx.organisationId, written);
    for (const after of written) {
      const id = `${after.from} ${after.to} ${after.date}`;
      audit({
        action: "addExchangeRates",
        noun: "exchange-rate",
        id,
        before: sameDay(known, after, to) ?? null,
        after,
      });
    }
    const nameOf = await personNames(ctx, tx);
    const latest = [...written, ...known];
    return {
      rows: rates
        .flatMap((rate) => sameDay(latest, rate, to) ?? [])
        .map((rate) => exchangeRateView(rate, nameOf)),
    };
  });
}

function sameDay(rates: readonly ExchangeRate[], { from, date }: Pick<NewRate, "from" | "date">, to: string) {
  return rates.find((one) => one.from === from && one.to === to && one.date === date);
}

function rateFaults(
  rate: NewRate,
  row: number,
  { rates, to, today }: { rates: readonly NewRate[]; to: string; today: string },
): ProblemDetail[] {
  const at = (field: string, message: string, seen: string): ProblemDetail => ({
    row,
    field: `rates[${row}].${field}`,
    message,
    seen,
  });
  const { from, date } = rate;
  const earlier = rates.findIndex((one) => one.from === from && one.date === date);
  return [
    ...(isCurrencyCode(from) ? [] : [at("from", `"${from}" is no currency of ISO 4217.`, from)]),
    ...(from === to ? [at("from", `Costs are kept in ${to} here: it needs no rate.`, from)] : []),
    ...(date > today ? [at("date", `${date} lies ahead: a rate is known on its day.`, date)] : []),
    ...(compareDecimals(rate.rate, "0") > 0 ? [] : [at("rate", "A rate is above zero.", rate.rate)]),
    ...(earlier < row ? [at("date", `Row ${earlier} has ${from} on ${date} already.`, date)] : []),
  ];
}

/** The months whose costs the rates would convert otherwise than now. */
async function movedPlaces(
  ctx: Context,
  tx: Reader,
  told: {
    rates: readonly NewRate[];
    known: readonly ExchangeRate[];
    written: readonly ExchangeRate[];
    to: string;
  },
): Promise<WrittenPlace[]> {
  const { rates, known, written, to } = told;
  const replaced = known.filter((rate) => sameDay(written, rate, to) === undefined);
  const places: WrittenPlace[] = [];
  for (const from of new Set(written.map((rate) => rate.from))) {
    for (const month of await monthsWithCostsIn(tx, ctx.organisationId, from)) {
      const wanted = { from, to, date: lastDay(month) };
      const after = findExchangeRate([...replaced, ...written], wanted);
      if (after === undefined || findExchangeRate(known, wanted)?.rate === after.rate) continue;
      const row = rates.findIndex((one) => one.from === from && one.date === after.date);
      places.push({ period: month, row, field: `rates[${row}].date`, addsUp: true });
    }
  }
  return places;
}
