import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  roundHalfEven,
  subtractDecimals,
  sumDecimals,
} from "@liftledger/numerics/decimal";
import { allocateSigned } from "./allocate.ts";
import type { Amount } from "./amount.ts";
import { plainDecimal } from "./plain-decimal.ts";
import { requireRiskChargedOnce, type RatePremium, type RiskCharge } from "./risk-charged-once.ts";
import { requireShare } from "./share.ts";

/**
 * A benefit after its risk: amount × (1 − risk), exact. A benefit below zero is a loss, and risk makes it
 * larger: × (1 + risk). `risk` is a share from 0 to 1. Source: Total Economic Impact, Forrester.
 *
 *     riskAdjustedBenefit("250000", "0.15") // "212500"
 */
export function riskAdjustedBenefit(amount: Amount, risk: Amount): string {
  const share = requireShare(risk, "risk");
  const benefit = plainDecimal(amount, "benefit");
  const isLoss = compareDecimals(benefit, "0") < 0;
  return multiplyDecimals(benefit, isLoss ? addDecimals("1", share) : subtractDecimals("1", share));
}

/**
 * A cost after its risk: amount × (1 + risk), exact. Throws a RangeError on a cost below zero: costs are gross,
 * and a saving is a benefit.
 *
 *     riskAdjustedCost("100000", "0.1") // "110000"
 */
export function riskAdjustedCost(amount: Amount, risk: Amount): string {
  return upliftedCost(amount, requireShare(risk, "risk"));
}

/**
 * A cost with an uplift, amount × (1 + uplift), exact: the uplift of optimism bias is a share that may exceed 1
 * ("2" trebles it). Throws a RangeError on a cost or an uplift below zero.
 */
export function upliftedCost(amount: Amount, uplift: Amount): string {
  const [cost, share] = [plainDecimal(amount, "cost"), plainDecimal(uplift, "uplift")];
  if (compareDecimals(share, "0") < 0) throw new RangeError(`An uplift is a share from 0, not ${share}`);
  if (compareDecimals(cost, "0") < 0) {
    throw new RangeError(`A cost is not below 0, as ${cost} is: costs are gross, and a saving is a benefit`);
  }
  return multiplyDecimals(cost, addDecimals("1", share));
}

/** One line of a case before its risk, an amount a period, with the share by which it may fall short. */
export type RiskLine = {
  readonly name: string;
  readonly kind: "benefit" | "cost";
  readonly amountsMinor: readonly bigint[];
  /** Total Economic Impact: a share from 0 to 1. */
  readonly risk?: Amount;
  /** In place of `risk`, for a cost: the uplift of optimism bias, from 0 and perhaps above 1. */
  readonly optimismBias?: Amount;
  /** The risks that this allows for, by name; left out, the line's own name. */
  readonly covers?: readonly string[];
};

export type AdjustedLine = {
  readonly name: string;
  readonly kind: "benefit" | "cost";
  readonly unadjustedMinor: readonly bigint[];
  readonly adjustedMinor: readonly bigint[];
  readonly unadjustedTotalMinor: bigint;
  readonly adjustedTotalMinor: bigint;
};

type Totals = { readonly benefitsMinor: bigint; readonly costsMinor: bigint };

/** Each line, and the totals, with the risk and without it: neither is ever shown alone. */
export type RiskAdjusted = {
  readonly lines: readonly AdjustedLine[];
  readonly unadjusted: Totals;
  readonly adjusted: Totals;
};

/**
 * Risk adjustment of a case, a line at a time and before any discounting: benefits × (1 − risk), costs ×
 * (1 + risk), the unadjusted figures beside them. Sums first and rounding last, half to even: the total of
 * a side is rounded once, lines add up to it and periods to their line, by largest remainder.
 *
 * A risk is charged once: a discount rate that carries a premium for a risk some line allows for is refused
 * (`ratePremiums`, what the rate holds above the time value of money), and so are a risk share and an
 * optimism-bias uplift on one line. Throws a RangeError, also on a negative cost.
 *
 *     riskAdjust({ lines: [{ name: "Licences", kind: "cost", amountsMinor: [10000n], risk: "0.1" }] })
 *     // adjusted: { benefitsMinor: 0n, costsMinor: 11000n }, unadjusted: { …, costsMinor: 10000n }
 */
export function riskAdjust(input: {
  readonly lines: readonly RiskLine[];
  readonly ratePremiums?: readonly RatePremium[];
}): RiskAdjusted {
  const { lines } = input;
  requireRiskChargedOnce(lines.flatMap(chargesOf), input.ratePremiums ?? []);
  const exact = lines.map((line) => ({
    line,
    amounts: line.amountsMinor.map((amount) => adjusted(line, amount)),
  }));
  const adjustedLines = new Map(
    (["benefit", "cost"] as const).flatMap((kind) =>
      roundSide(exact.filter(({ line }) => line.kind === kind)),
    ),
  );
  const results = lines.map((line): AdjustedLine => {
    const adjustedMinor = adjustedLines.get(line) ?? [];
    return {
      name: line.name,
      kind: line.kind,
      unadjustedMinor: line.amountsMinor,
      adjustedMinor,
      unadjustedTotalMinor: sumOf(line.amountsMinor),
      adjustedTotalMinor: sumOf(adjustedMinor),
    };
  });
  const totalOf = (kind: RiskLine["kind"], key: "unadjustedTotalMinor" | "adjustedTotalMinor"): bigint =>
    sumOf(results.filter((line) => line.kind === kind).map((line) => line[key]));
  const totals = (key: "unadjustedTotalMinor" | "adjustedTotalMinor"): Totals => ({
    benefitsMinor: totalOf("benefit", key),
    costsMinor: totalOf("cost", key),
  });
  return {
    lines: results,
    unadjusted: totals("unadjustedTotalMinor"),
    adjusted: totals("adjustedTotalMinor"),
  };
}

function adjusted({ kind, risk, optimismBias }: RiskLine, amountMinor: bigint): string {
  const amount = String(amountMinor);
  if (kind === "benefit") return riskAdjustedBenefit(amount, risk ?? "0");
  return optimismBias === undefined
    ? riskAdjustedCost(amount, risk ?? "0")
    : upliftedCost(amount, optimismBias);
}

/** Rounds from the top down: the side's total, then its lines, then the periods of each. */
function roundSide(
  side: readonly { readonly line: RiskLine; readonly amounts: readonly string[] }[],
): readonly (readonly [RiskLine, readonly bigint[]])[] {
  const lineTotals = side.map(({ amounts }) => sumDecimals(amounts));
  const total = BigInt(roundHalfEven(sumDecimals(lineTotals), 0));
  const rounded = allocateSigned(total, lineTotals);
  return side.map(({ line, amounts }, index) => [line, allocateSigned(rounded[index] ?? 0n, amounts)]);
}

function chargesOf(line: RiskLine): readonly RiskCharge[] {
  const { name, kind, risk, optimismBias } = line;
  if (optimismBias !== undefined && kind === "benefit") {
    throw new RangeError(`"${name}" is a benefit: an optimism-bias uplift is for costs`);
  }
  const charges = [risk, optimismBias].filter((share) => share !== undefined);
  return charges
    .filter((share) => plainDecimal(share, "risk") !== "0")
    .map(() => ({ line: name, risks: line.covers ?? [name] }));
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
