import { firstDay, lastDay, periodOf, type PeriodType } from "@liftledger/kpis/period";
import { compareDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import { exactToDecimal, type ExactNumber } from "./exact-number.ts";
import type { GrandTotal, ImportPass } from "./import-pass.ts";

/** Something to know before the cells are taken; nothing is refused for it. */
export type ImportWarning = { rule: string; message: string };

const millisecondsPerDay = 86_400_000;

/** What a person should look at in a file that was read. */
export function importWarnings(
  pass: ImportPass,
  file: { periodType: PeriodType; lookupRowsUnused: number; formulaCells: number },
): ImportWarning[] {
  return [
    ...partialPeriods(pass, file.periodType),
    ...pass.grandTotals.flatMap((total) => disagreeingTotal(pass, total)),
    ...repeatedRows(pass),
    ...unusedLookupRows(file.lookupRowsUnused),
    ...storedFormulas(file.formulaCells),
  ];
}

/** A file with a row a day that begins or ends within a period has only part of it. */
function partialPeriods({ span }: ImportPass, periodType: PeriodType): ImportWarning[] {
  if (span.firstDay > span.lastDay || span.hasWholePeriods || isOneDayAPeriod(span.dayBits, periodType))
    return [];
  const [first, last] = [toDate(span.firstDay), toDate(span.lastDay)];
  const warnings: ImportWarning[] = [];
  const firstPeriod = periodOf(first, periodType);
  if (first !== firstDay(firstPeriod)) {
    const message = `The file begins on ${first}, within ${firstPeriod}: that ${periodType} is partial.`;
    warnings.push({ rule: "partial-first-period", message });
  }
  const lastPeriod = periodOf(last, periodType);
  if (last !== lastDay(lastPeriod)) {
    const message = `The file ends on ${last}, within ${lastPeriod}: that ${periodType} is partial.`;
    warnings.push({ rule: "partial-last-period", message });
  }
  return warnings;
}

/** Always the same weekday, the 1st of the month, or the end of it: the date stands for the period. */
function isOneDayAPeriod(dayBits: number, periodType: PeriodType): boolean {
  const isOneBit = (dayBits & (dayBits - 1)) === 0;
  const beforeThe28th = (1 << 27) - 1;
  return isOneBit || (periodType === "month" && (dayBits & beforeThe28th) === 0);
}

function disagreeingTotal(pass: ImportPass, total: GrandTotal): ImportWarning[] {
  return pass.measures.flatMap(({ measure, cells, numerator, denominator }) => {
    if (measure.where !== undefined) return [];
    const sums = cells.totals();
    const parts = [
      { quantity: measure.numerator, read: numerator, sum: sums.numerator },
      { quantity: measure.denominator, read: denominator, sum: sums.denominator },
    ];
    return parts.flatMap(({ quantity, read, sum }) => {
      const stated: ExactNumber = { mantissa: 0, scale: 0 };
      if (quantity.kind !== "sum" || read === undefined || read(total.cells, stated) !== undefined) return [];
      const statedTotal = exactToDecimal(stated);
      if (compareDecimals(statedTotal, sum) === 0) return [];
      const difference = subtractDecimals(sum, statedTotal);
      const message = `The total on line ${total.line} ("${total.label}") states ${statedTotal} for ${quantity.columns.join(" + ")}, but the rows read add up to ${sum}, a difference of ${difference}.`;
      return [{ rule: "total-disagrees", message }];
    });
  });
}

function repeatedRows({ repeatedRows, measures }: ImportPass): ImportWarning[] {
  const areAllSums = measures.every(({ measure }) => measure.numerator.kind === "sum");
  if (repeatedRows === 0 || !areAllSums) return [];
  const what = repeatedRows === 1 ? "1 row has" : `${repeatedRows.toLocaleString("en")} rows have`;
  const message = `${what} the date and segment of an earlier row; all were added up.`;
  return [{ rule: "rows-added-up", message }];
}

function unusedLookupRows(count: number): ImportWarning[] {
  if (count === 0) return [];
  const what =
    count === 1
      ? "1 row of the second file matches"
      : `${count.toLocaleString("en")} rows of the second file match`;
  return [{ rule: "lookup-unmatched", message: `${what} no row of the first.` }];
}

function storedFormulas(count: number): ImportWarning[] {
  if (count === 0) return [];
  const what = count === 1 ? "1 cell is a formula" : `${count.toLocaleString("en")} cells are formulas`;
  const message = `${what}; the values stored in the workbook were read, nothing was calculated.`;
  return [{ rule: "stored-formulas", message }];
}

function toDate(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
