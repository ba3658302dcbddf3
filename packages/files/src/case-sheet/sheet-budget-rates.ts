import type { NewCasePlan } from "@liftledger/contracts/case-plan";
import { isCurrencyCode } from "@liftledger/finance/currency";
import { findExchangeRate, type ExchangeRate } from "@liftledger/finance/exchange-rate";
import { compareDecimals } from "@liftledger/numerics/decimal";
import type { LineRows } from "./grouped-rows.ts";
import type { SheetCells } from "./sheet-cells.ts";
import type { SheetRow } from "./sheet-columns.ts";

type BudgetRate = NewCasePlan["budgetRates"][number];

/** What lines in other currencies are planned with. */
interface RateSources {
  /** Of the plan. */
  currency: string;
  rates: readonly ExchangeRate[];
  today: string;
}

/**
 * One rate for each currency of the sheet's lines but the plan's, locked on the day it is read: as the sheet says it, else
 * the latest that is known. A line whose currency has neither is told, and so is a rate that nothing is converted by.
 */
export function sheetBudgetRates(
  lines: readonly LineRows[],
  { currency: own, rates, today }: RateSources,
  cells: SheetCells,
): BudgetRate[] {
  const locked = new Map<string, { rate: string; row: SheetRow }>();
  const unsaid = new Map<string, SheetRow>();
  for (const { first, name } of lines) {
    const from = first.cell("currency").toUpperCase();
    const rate = statedRate(first, cells);
    const isOwn = from === "" || from === own;
    if (rate === null) {
      // What is no currency is told where lines are read.
      if (!isOwn && isCurrencyCode(from) && !unsaid.has(from)) unsaid.set(from, first);
      continue;
    }
    if (rate === undefined) continue;
    const before = locked.get(from);
    if (isOwn)
      cells.refuse(
        first,
        column,
        "rate-of-own",
        `"${name}" is planned in ${own} and needs no rate. Leave it out.`,
      );
    else if (before !== undefined && compareDecimals(before.rate, rate) !== 0)
      cells.refuse(
        first,
        column,
        "two-rates",
        `Row ${before.row.line} says ${before.rate} for ${from}, this one ${rate}. A plan has one rate for each currency.`,
      );
    else locked.set(from, { rate, row: first });
  }
  for (const [from, row] of unsaid) {
    if (locked.has(from)) continue;
    const rate = findExchangeRate(rates, { from, to: own, date: today })?.rate;
    if (rate !== undefined) locked.set(from, { rate, row });
    else
      cells.refuse(
        row,
        column,
        "no-rate",
        `No exchange rate from ${from} to ${own} is known. Say in a column "${column}" what one ${from} is worth in ${own}, or have finance enter the rate first.`,
      );
  }
  return [...locked].map(([from, { rate }]) => ({ from, rate, lockedOn: today }));
}

const column = "Budget rate";

/** Null where the row says none, undefined where what it says is none, which is told. */
function statedRate(row: SheetRow, cells: SheetCells): string | null | undefined {
  const text = row.cell("budgetRate");
  if (text === "") return null;
  const rate = cells.number(row, column, text);
  if (rate === undefined || compareDecimals(rate, "0") > 0) return rate;
  cells.refuse(row, column, "rate-not-above-zero", `A rate is above 0, not "${text}".`);
  return undefined;
}
