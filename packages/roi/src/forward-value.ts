import { currencyExponent } from "@liftledger/finance/currency";
import type { FlowTiming, PeriodType } from "@liftledger/finance/cash-flow";
import { monthlyRate } from "@liftledger/finance/discount-rate";
import { formatMoney, moneyFromDecimal } from "@liftledger/finance/money";
import { netPresentValue } from "@liftledger/finance/net-present-value";
import { compareDecimals, roundHalfEven, subtractDecimals } from "@liftledger/numerics/decimal";
import { difference, leaf, product, rounded, sum, type Explanation } from "./explanation.ts";
import { percentText, statedPercent } from "./percent-text.ts";
import { headlineType, roiFigure, type RoiAnswer } from "./roi-figure.ts";

/** What is known at a gate: what was, and what is still to come. Amounts are decimal text in one currency. */
export interface ForwardQuestion {
  currency: string;
  /** The effective annual rate, "0.1" for 10%. */
  annualRate: string;
  /** Flows still to come, a column a period; by default column 0 is the day of the gate. Costs are gross. */
  benefits: readonly string[];
  costs: readonly string[];
  periodType: PeriodType;
  timing?: FlowTiming;
  /** What came and what was spent up to the gate: in the realised return, never in the forward value. */
  realisedValue: string;
  sunkCost: string;
}

/** The two figures of a gate: did it pay, and does going on pay? */
export interface ForwardValue {
  /** Net present value of what is still to come, rounded to the minor unit. */
  forwardNetPresentValue: string;
  goingOnPays: boolean;
  /** Net, cumulative, all cost so far in it. */
  realisedRoi: RoiAnswer;
  sentence: string;
  tree: Explanation;
}

/**
 * Forward net present value beside the realised return. What was spent is spent whatever is decided: it stays in
 * the realised return, which says whether it paid, and out of the forward value, which says whether going on does.
 *
 * Throws a RangeError at a rate of −100% and below, on a negative cost and on what is no decimal.
 *
 * @example
 * // 50 a year for two years against 30 now, after 100 spent and 40 returned: −60% so far, and worth going on.
 * forwardValue({ currency: "EUR", annualRate: "0.1", periodType: "year", costs: ["30"],
 *   benefits: ["0", "50", "50"], realisedValue: "40", sunkCost: "100" }).forwardNetPresentValue // "56.78"
 */
export function forwardValue(question: ForwardQuestion): ForwardValue {
  const { currency, realisedValue, sunkCost } = question;
  const tree = forwardTree(question);
  const value = tree.value ?? "0";
  const realisedRoi = roiFigure({ value: realisedValue, cost: sunkCost, currency, type: headlineType });
  const goingOnPays = compareDecimals(value, "0") > 0;
  return {
    forwardNetPresentValue: value,
    goingOnPays,
    realisedRoi,
    sentence: sentenceOf(question, value, realisedRoi),
    tree,
  };
}

function forwardTree({ currency, annualRate, benefits, costs, periodType, timing }: ForwardQuestion) {
  const rate = periodType === "year" ? annualRate : monthlyRate(annualRate);
  const source = { kind: "assumption", text: "forecast at the gate" } as const;
  const columns = Array.from({ length: Math.max(benefits.length, costs.length) }, (_, column) => {
    const cost = costs[column] ?? "0";
    if (compareDecimals(cost, "0") < 0)
      throw new RangeError(`The cost of column ${column} is ${cost}: costs are gross, a saving is a benefit`);
    const name = `${periodType} ${column}`;
    const net = difference(
      `Net of ${name}`,
      currency,
      leaf(`Benefit of ${name}`, benefits[column] ?? "0", currency, source),
      leaf(`Cost of ${name}`, cost, currency, source),
    );
    const factor = leaf(`Present value of 1 in ${name}`, discountFactor(rate, column, timing), "ratio", {
      kind: "assumption",
      text: `${statedPercent(Number(annualRate))} a year`,
    });
    return product(`Present value of ${name}`, currency, [net, factor]);
  });
  const label = "Forward net present value";
  return rounded(
    label,
    currency,
    currencyExponent(currency),
    sum(`${label}, before rounding`, currency, columns),
  );
}

/** What 1 in a column is worth at the gate, to 34 digits. */
function discountFactor(rate: string, column: number, timing: FlowTiming | undefined): string {
  const one = [...Array.from({ length: column }, () => "0"), "1"];
  return netPresentValue(rate, one, timing);
}

function sentenceOf(
  { currency, annualRate, sunkCost }: ForwardQuestion,
  value: string,
  realisedRoi: RoiAnswer,
): string {
  const places = currencyExponent(currency);
  const money = (amount: string) =>
    formatMoney(moneyFromDecimal(roundHalfEven(amount, places), currency), "en-GB");
  const rate = statedPercent(Number(annualRate));
  const sign = compareDecimals(value, "0");
  const ahead =
    sign > 0
      ? `What is still to come is worth ${money(value)} more than it will still cost`
      : sign < 0
        ? `What is still to come is worth ${money(subtractDecimals("0", value))} less than it will still cost`
        : "What is still to come is worth just what it will still cost";
  const past =
    realisedRoi.kind === "roi"
      ? `the ${money(sunkCost)} spent so far stays in the realised return of ${percentText(Number(realisedRoi.ratio))} and does not count here`
      : "nothing has been spent so far";
  return `${ahead}, at ${rate} a year; ${past}.`;
}
