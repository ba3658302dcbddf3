import type { FlowTiming } from "@liftledger/finance/cash-flow";
import { readAmount } from "@liftledger/finance/amount";
import { equivalentAnnualAnnuity } from "@liftledger/finance/equivalent-annual-annuity";
import { internalRateOfReturn } from "@liftledger/finance/internal-rate-of-return";
import { simulateCase, type UncertainLine } from "@liftledger/finance/monte-carlo";
import { modifiedInternalRateOfReturn } from "@liftledger/finance/modified-internal-rate-of-return";
import { paybackFrom } from "@liftledger/finance/payback";
import { compoundRateOfReturn } from "@liftledger/finance/rate-of-return";
import { numberToDecimal } from "@liftledger/numerics/decimal";

/** What a step that is solved from all its inputs at once needs to know beside them. */
export type SolvedParameter =
  /** The inputs are flows a period apart; so many periods make the year that the rate is of. */
  | { method: "internal-rate-of-return"; timing: FlowTiming; periodsPerYear: number }
  /** The inputs are the rate paid on what is spent, the rate earned on what comes, both a period, then the flows. */
  | { method: "modified-rate-of-return" }
  /** The inputs are flows; periods count from the column of the first spend or gain. */
  | { method: "payback"; crossing: "first" | "durable"; from: number }
  /** The inputs are a present value, the yearly rate and the years. */
  | { method: "equivalent-annuity" }
  /** The inputs are the seed, the runs, then what each line comes to; `lines` say what each is drawn from. */
  | {
      method: "simulation";
      measure: "worth" | "net-benefit" | "return";
      statistic: SimulatedStatistic;
      lines: readonly SimulatedLine[];
      correlations: readonly (readonly number[])[] | null;
    };

/** What is told of all runs: a number of their distribution, or the share of them that lies so to a band. */
export type SimulatedStatistic =
  | "mean"
  | "p10"
  | "p50"
  | "p90"
  | "chance-of-loss"
  | { floor: number; ceiling: number | null; position: "below" | "within" | "above" };

/** A line as it is drawn; one without a factor is certain. */
export type SimulatedLine = Pick<UncertainLine, "kind" | "factor">;

/** What such a step comes to, or why it has no value. */
export type SolvedAnswer = { kind: "value"; value: string } | { kind: "none"; reason: string };

/**
 * A step of an explanation that no single sum gives: a rate of return, a payback, an even amount a year. By the very
 * functions that the figures come from.
 *
 * @example solvedStep(["-100", "110"], { method: "internal-rate-of-return", timing: "t0_then_end", periodsPerYear: 1 })
 * // { kind: "value", value: "0.1" }, up to the last digit of a double
 */
export function solvedStep(values: readonly string[], parameter: SolvedParameter): SolvedAnswer {
  const [first = "0", second = "0", third = "0"] = values;
  switch (parameter.method) {
    case "internal-rate-of-return": {
      const perPeriod = internalRateOfReturn(values, parameter.timing);
      const found = compoundRateOfReturn(perPeriod, parameter.periodsPerYear);
      return found.status === "unique" ? valued(numberToDecimal(found.rate, 17)) : none(found.reason);
    }
    case "modified-rate-of-return": {
      const [financeRate, reinvestRate, amounts] = [first, second, values.slice(2)];
      const found = modifiedInternalRateOfReturn({ amounts, financeRate, reinvestRate });
      return found.kind === "rate" ? valued(found.rate) : none(found.reason);
    }
    case "payback": {
      const flows = values.map((value) => readAmount(value));
      const found = paybackFrom(flows, parameter.from)[parameter.crossing];
      return found.kind === "reached" ? valued(found.periods) : none(found.reason);
    }
    case "equivalent-annuity": {
      const found = equivalentAnnualAnnuity({ netPresentValue: first, annualRate: second, years: third });
      return found.kind === "value" ? valued(found.amount) : none(found.reason);
    }
    case "simulation":
      return simulated(values, parameter);
  }
}

/** Each line as one flow that is worth what it comes to: what moves together may be summed and discounted before. */
function simulated(
  [seed = "0", runs = "0", ...amounts]: readonly string[],
  { measure, statistic, lines, correlations }: Extract<SolvedParameter, { method: "simulation" }>,
): SolvedAnswer {
  const found = simulateCase({
    lines: lines.map((line, place) => ({ ...line, name: String(place), amounts: [amounts[place] ?? "0"] })),
    annualRate: "0",
    seed: Number(seed),
    runs: Number(runs),
    ...(correlations !== null && { correlations }),
    ...(typeof statistic === "object" && { band: statistic }),
  });
  if (found.kind === "no-simulation") return none(found.reason);
  const { roi, netPresentValue, netBenefit } = found;
  if (measure === "return" && roi.kind === "no-value") return none(roi.reason);
  if (typeof statistic === "object") {
    const share = roi.kind === "value" ? roi.band?.[statistic.position] : undefined;
    return share === undefined ? none("only a return lies in a band") : valued(numberToDecimal(share, 12));
  }
  const summary =
    measure === "return" && roi.kind === "value" ? roi : measure === "worth" ? netPresentValue : netBenefit;
  const key = statistic === "chance-of-loss" ? "chanceOfLoss" : statistic;
  return valued(numberToDecimal(summary[key], 12));
}

const valued = (value: string): SolvedAnswer => ({ kind: "value", value });
const none = (reason: string): SolvedAnswer => ({ kind: "none", reason });
