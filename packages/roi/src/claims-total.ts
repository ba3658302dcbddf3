import { compareDecimals } from "@liftledger/numerics/decimal";
import { leaf, sum, type Explanation } from "./explanation.ts";

/** What came of one claimed benefit: its value as decimal text, null where it was never measured. */
export interface ClaimedValue {
  name: string;
  value: string | null;
  /** Whether the claim was taken back since. */
  withdrawn?: boolean | undefined;
}

/** The sum of all that was claimed. */
export type ClaimsTotal =
  | {
      kind: "total";
      total: string;
      /** Claims that lost, however they stand now; they are in the total. */
      losers: string[];
      sentence: string;
      tree: Explanation;
    }
  | { kind: "no-value"; reason: string };

/**
 * Adds up everything that was claimed, the losers with the winners: of many KPIs one is always lucky, and a total of
 * those that won is no total. A claim that was taken back after it had been measured stays in as well. One that is
 * not measured leaves no total, unless it was taken back before anything was seen. Values are of one currency.
 *
 * @example totalOfClaims([{ name: "Chat", value: "900" }, { name: "Mail", value: "-400" }], "EUR") // 500, Mail lost
 */
export function totalOfClaims(claims: readonly ClaimedValue[], currency: string): ClaimsTotal {
  const open = claims.filter(({ value, withdrawn }) => value === null && withdrawn !== true);
  if (open.length > 0) {
    const names = open.map(({ name }) => name).join(", ");
    return {
      kind: "no-value",
      reason: `Not measured yet: ${names}. Without it the total would be that of the others.`,
    };
  }
  const seen = claims.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  const losers = seen.filter(({ value }) => compareDecimals(value, "0") < 0).map(({ name }) => name);
  const tree = sum(
    "Value of all claims",
    currency,
    seen.map(({ name, value }) => leaf(name, value, currency, { kind: "measured", text: "given" })),
  );
  return {
    kind: "total",
    total: tree.value ?? "0",
    losers,
    tree,
    sentence:
      losers.length === 0
        ? `None of ${seen.length} claims lost.`
        : `${losers.length} of ${seen.length} claims lost (${losers.join(", ")}); they are in the total.`,
  };
}

/**
 * The chance that of `claims` without any effect at least one would look like a winner at a level of certainty, were
 * they independent: 1 − levelᶜ. Of ten KPIs judged at 95% one is a lucky winner with a chance of 40%.
 */
export function luckyWinnerChance(claims: number, level: number): number {
  if (!(Number.isSafeInteger(claims) && claims >= 0))
    throw new RangeError(`${claims} is no number of claims`);
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, got ${level}`);
  return -Math.expm1(claims * Math.log(level));
}
