import type { Decimal } from "decimal.js";
import { countSignChanges } from "./exponential-sum.ts";
import { exponentialSumRoots } from "./exponential-sum-roots.ts";
import { discountAt, preciseShare, type Term } from "./precise-sum.ts";
import { Precise } from "./amount.ts";

/**
 * Every rate at which a series of flows is worth nothing. Only a unique one may be shown as *the* rate of
 * return; for the others show the modified rate of return and the profile of the present value.
 * `signChanges` counts the changes of sign of the flows in time, zeros left out: no more roots than that.
 */
export type RateOfReturn =
  | {
      readonly status: "unique";
      readonly rate: number;
      readonly roots: readonly [number];
      readonly signChanges: number;
    }
  | {
      readonly status: "multiple";
      readonly roots: readonly number[];
      readonly signChanges: number;
      readonly reason: string;
    }
  | {
      readonly status: "none";
      readonly roots: readonly [];
      readonly signChanges: number;
      readonly cause: "no-sign-change" | "no-real-root" | "beyond-range";
      readonly reason: string;
    };

/** Roots are searched above −99.9999999999 percent: nearer to −100 a double holds too few digits. */
export const LOWEST_RATE = -1 + 1e-12;
/** Roots are searched below this rate, which no flow that means anything exceeds. */
export const HIGHEST_RATE = 1e17;

/** A flow and when it happens, in whole units of time from any day. */
export type TimedAmount = { readonly amount: Decimal; readonly time: number };

/**
 * The rates of return of flows at whole times, of which `unitsPerPeriod` make the period the rate is for.
 * Order does not matter; flows at one time are netted exactly, zeros are left out.
 */
export function rateOfReturn(flows: readonly TimedAmount[], unitsPerPeriod: number): RateOfReturn {
  const terms = netByTime(flows);
  const signChanges = countSignChanges(terms.map(({ amount }) => (amount.isNegative() ? -1 : 1)));
  if (signChanges === 0) {
    const reason =
      terms.length === 0
        ? "All flows are zero, so every rate and none is their rate of return."
        : "All flows have the same sign, so no rate makes them worth nothing.";
    return { status: "none", roots: [], signChanges, cause: "no-sign-change", reason };
  }
  const bounds = { low: Math.log(1e-12) / unitsPerPeriod, high: Math.log1p(HIGHEST_RATE) / unitsPerPeriod };
  const roots = exponentialSumRoots(terms, bounds).map((x) => rateOf(x * unitsPerPeriod));
  const [rate] = roots;
  if (rate === undefined) return { ...noRoot(terms, bounds), roots: [], signChanges };
  if (roots.length === 1) return { status: "unique", rate, roots: [rate], signChanges };
  const reason = `The flows change sign ${signChanges} times and ${roots.length} rates make them worth nothing: none of them is the rate of return.`;
  return { status: "multiple", roots, signChanges, reason };
}

/** The rate of a logarithm of growth; one whose size adds nothing to 1 in a double is zero. */
function rateOf(logGrowth: number): number {
  const rate = Math.expm1(logGrowth);
  return 1 + Math.abs(rate) === 1 ? 0 : rate;
}

/** Rates of return per period compounded over so many periods: monthly ones over 12 are annual. */
export function compoundRateOfReturn(rates: RateOfReturn, periods: number): RateOfReturn {
  const compound = (rate: number): number => Math.expm1(Math.log1p(rate) * periods);
  if (rates.status === "none") return rates;
  if (rates.status === "multiple") return { ...rates, roots: rates.roots.map((rate) => compound(rate)) };
  const rate = compound(rates.rate);
  return { ...rates, rate, roots: [rate] };
}

/** Why there is no root between the bounds: beyond them the first or the last flow outweighs all the others. */
function noRoot(
  terms: readonly Term[],
  { low, high }: { readonly low: number; readonly high: number },
): { status: "none"; cause: "no-real-root" | "beyond-range"; reason: string } {
  const hasOtherSign = (term: Term | undefined, x: number): boolean =>
    preciseShare(terms, discountAt(x)).comparedTo(0) !== term?.amount.comparedTo(0);
  if (hasOtherSign(terms[0], high) || hasOtherSign(terms.at(-1), low)) {
    const reason = `The rate of return lies beyond what is searched, ${LOWEST_RATE * 100} % to ${HIGHEST_RATE}.`;
    return { status: "none", cause: "beyond-range", reason };
  }
  const reason = "The flows change sign, yet no rate above -100 % makes them worth nothing.";
  return { status: "none", cause: "no-real-root", reason };
}

/** One exact sum a time, in order, without zeros, times counted from the first. */
function netByTime(flows: readonly TimedAmount[]): Term[] {
  const sums = new Map<number, Decimal>();
  for (const { amount, time } of flows) sums.set(time, (sums.get(time) ?? new Precise(0)).plus(amount));
  const terms = [...sums]
    .filter(([, amount]) => !amount.isZero())
    .map(([time, amount]) => ({ amount, time }))
    .toSorted((a, b) => a.time - b.time);
  const start = terms[0]?.time ?? 0;
  return terms.map(({ amount, time }) => ({ amount, time: time - start }));
}
