import { multiplyDecimals, roundHalfEven, subtractDecimals } from "@liftledger/numerics/decimal";
import {
  difference,
  leaf,
  product,
  rounded,
  type Explanation,
  type ExplanationSource,
} from "./explanation.ts";

/** Spend and outcomes as they were and as they would have been. All decimal text, money in the major unit. */
export interface OutcomeFacts {
  /** Contribution margin of one outcome, before the spend that brought it. */
  margin: string;
  outcomes: string;
  /** D₀: the outcomes expected without the initiative at the spend of `spendWithout`. */
  outcomesWithout: string;
  spend: string;
  /** N₀: the spend at which `outcomesWithout` is expected; the actual spend where left out. */
  spendWithout?: string | undefined;
}

/**
 * The value where the denominator is itself the outcome (acquisition cost):
 *
 *     V = margin · (D − D₀) − (N − N₀)
 *
 * D₀ and N₀ belong to one world. With D₀ read at the *actual* spend (a response curve, a control whose spend moved
 * alike) N₀ is the actual spend, the second term is zero, and changing the spend earns nothing by itself. Where
 * the spend itself is an effect of the initiative, D₀ is read at the spend there would have been, N₀, and the
 * difference in spend counts. Taking D₀ at the actual spend together with another N₀ would count a saved spend
 * twice. Exact; `places` rounds half-even where given.
 *
 * @example
 * outcomeValue({ margin: "140", outcomes: "1900", outcomesWithout: "1569", spend: "200000" }) // "46340"
 */
export function outcomeValue(facts: OutcomeFacts, places?: number): string {
  const { margin, outcomes, outcomesWithout, spend, spendWithout = spend } = facts;
  const gained = multiplyDecimals(margin, subtractDecimals(outcomes, outcomesWithout));
  const value = subtractDecimals(gained, subtractDecimals(spend, spendWithout));
  return places === undefined ? value : roundHalfEven(value, places);
}

/** The same as an explanation, whose root is `outcomeValue`. */
export function outcomeValueTree(
  facts: OutcomeFacts,
  { currency, places, source }: { currency: string; places: number; source: ExplanationSource },
): Explanation {
  const { margin, outcomes, outcomesWithout, spend, spendWithout = spend } = facts;
  const fact = (label: string, text: string, unit: string) => leaf(label, text, unit, source);
  const more = difference(
    "More outcomes than expected",
    "count",
    fact("Outcomes", outcomes, "count"),
    fact("Outcomes expected without the initiative", outcomesWithout, "count"),
  );
  const gained = product("Margin gained", currency, [fact("Margin of one outcome", margin, currency), more]);
  const spent = difference(
    "More spent",
    currency,
    fact("Spend", spend, currency),
    fact("Spend without the initiative", spendWithout, currency),
  );
  const value = difference("Value, before rounding", currency, gained, spent);
  return rounded("Value of the outcomes", currency, places, value);
}
