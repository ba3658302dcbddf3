import { presentValues } from "@liftledger/finance/net-present-value";
import { periodRate } from "@liftledger/finance/discount-rate";
import { readAmount, sumPrecise, writeAmount } from "@liftledger/finance/amount";
import { tornado, type TornadoBar } from "@liftledger/finance/sensitivity";
import { driverBreakEven } from "@liftledger/finance/driver-break-even";
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from "@liftledger/numerics/decimal";
import type { CaseLine } from "./case-lines.ts";
import type { CasePlan, LineField } from "./case-plan.ts";
import { countsIn, type CaseBasis } from "./case-totals.ts";
import {
  isBenefitLine,
  lineFieldNames,
  linePaths,
  planLines,
  shareFields,
  type PlanLine,
} from "./plan-line.ts";

/** A line in the tornado: its range is what its amounts are multiplied by. */
export interface CaseBar extends TornadoBar {
  lineId: string;
  name: string;
}

/** What a line, and each field of it, would have to be for the case to come out at nothing. */
export interface LineBreakEven {
  lineId: string;
  name: string;
  /** What the whole line would be multiplied by; null where no multiple from 0 does. */
  multiple: string | null;
  reason: string | null;
  fields: readonly {
    field: LineField;
    name: string;
    base: string;
    value: string | null;
    reason: string | null;
  }[];
}

export interface CaseSensitivity {
  /** The net present value that everything here moves, before the risk of lines. */
  netPresentValue: string;
  /** Lines with a range, the widest first. */
  bars: readonly CaseBar[];
  /** Every line that counts. */
  breakEvens: readonly LineBreakEven[];
}

/**
 * Which line decides: the net present value with each uncertain line at its low and its high, the others as planned,
 * and for every line and field the value at which the case breaks even, all else as planned. A field whose path
 * changes is told at its last value: the whole path would be so many times as high.
 */
export function caseSensitivity(
  plan: CasePlan,
  lines: readonly CaseLine[],
  basis: CaseBasis = "cash",
): CaseSensitivity {
  const worth = new Map(
    lines.filter((line) => countsIn(basis, line)).map((line) => [line.lineId, presentValue(plan, line)]),
  );
  const planned = planLines(plan).filter(({ id }) => worth.has(id));
  const evaluate = (multiples: Readonly<Record<string, string>>): string =>
    [...worth].reduce(
      (sum, [id, value]) => addDecimals(sum, multiplyDecimals(value, multiples[id] ?? "1")),
      "0",
    );
  const { bars } = tornado({
    drivers: planned.flatMap(({ id, estimate }) =>
      estimate.kind === "point" ? [] : [{ name: id, low: estimate.low, base: "1", high: estimate.high }],
    ),
    evaluate,
  });
  return {
    netPresentValue: evaluate({}),
    bars: bars.map((bar) => ({ ...bar, lineId: bar.driver, name: nameOf(planned, bar.driver) })),
    breakEvens: planned.map((line) => lineBreakEven(line, (multiple) => evaluate({ [line.id]: multiple }))),
  };
}

function presentValue(plan: CasePlan, { kind, credited }: CaseLine): string {
  const flows = credited.map((amount) => readAmount(amount ?? "0"));
  const rate = periodRate(plan.discountRate.annual, plan.period);
  const present = sumPrecise(presentValues(rate, flows, plan.timing));
  return writeAmount(kind === "cost" ? present.negated() : present);
}

function nameOf(lines: readonly PlanLine[], id: string): string {
  return lines.find((line) => line.id === id)?.name ?? id;
}

function lineBreakEven(line: PlanLine, metric: (multiple: string) => string): LineBreakEven {
  const found = driverBreakEven({ low: "0", base: "1", high: "2" }, metric);
  const { id: lineId, name } = line;
  if (found.kind === "no-value")
    return { lineId, name, multiple: null, reason: "It does not move the net present value.", fields: [] };
  // Present values carry 34 digits: what lies beyond 20 of their quotient says nothing.
  const multiple = divideDecimals(found.value, "1", 20);
  if (compareDecimals(multiple, "0") < 0) {
    const reason = isBenefitLine(line)
      ? "Even without it the case comes out above nothing."
      : "Even without it the case comes out below nothing.";
    return { lineId, name, multiple: null, reason, fields: [] };
  }
  return { lineId, name, multiple, reason: null, fields: fieldBreakEvens(line, multiple) };
}

function fieldBreakEvens(line: PlanLine, multiple: string): LineBreakEven["fields"] {
  return linePaths(line).flatMap(([field, path]) => {
    const base = path.at(-1)?.value ?? null;
    if (base === null) return [];
    const scaled =
      field === "overlap"
        ? subtractDecimals("1", multiplyDecimals(subtractDecimals("1", base), multiple))
        : multiplyDecimals(base, multiple);
    const isShare = shareFields.some((share) => share === field);
    const isWithin = !isShare || (compareDecimals(scaled, "0") >= 0 && compareDecimals(scaled, "1") <= 0);
    const reason = isWithin ? null : "No share from 0 to 1 does it.";
    return [{ field, name: lineFieldNames[field], base, value: isWithin ? scaled : null, reason }];
  });
}
