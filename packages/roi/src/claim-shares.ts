import { allocate } from "@liftledger/finance/allocate";
import { compareDecimals, divideDecimals, multiplyDecimals, sumDecimals } from "@liftledger/numerics/decimal";

/** One holder's share of a whole: decimal text from "0" up, "0.6" for 60%. */
export interface HeldShare {
  holder: string;
  share: string;
}

/** Digits after the point of a share that was scaled: a billionth of a cent of a million. */
export const scaledPlaces = 12;

/** The sum of shares, exactly. Throws a RangeError on a negative share, which would make room for others. */
export function totalShare(held: readonly HeldShare[]): string {
  for (const { holder, share } of held) {
    if (compareDecimals(share, "0") < 0) throw new RangeError(`the share of ${holder} is negative: ${share}`);
  }
  return sumDecimals(held.map(({ share }) => share));
}

/**
 * Shares brought down to 100% pro rata, unchanged where they are no more than that. Scaled shares have twelve
 * digits and add up to exactly 1 by largest remainder, ties to the earlier holder.
 *
 * @example scaleShares([{ holder: "a", share: "0.9" }, { holder: "b", share: "0.6" }]) // 0.6 and 0.4
 */
export function scaleShares<Share extends HeldShare>(held: readonly Share[]): Share[] {
  if (compareDecimals(totalShare(held), "1") <= 0) return [...held];
  const parts = allocate(
    10n ** BigInt(scaledPlaces),
    held.map(({ share }) => share),
  );
  return held.map((claim, place) => ({ ...claim, share: fromUnits(parts[place] ?? 0n) }));
}

/** "a 60%, b 30%", in the order given; the shares of one holder are added up. */
export function whoHoldsWhat(held: readonly HeldShare[]): string {
  const byHolder = new Map<string, string[]>();
  for (const { holder, share } of held) byHolder.set(holder, [...(byHolder.get(holder) ?? []), share]);
  return [...byHolder].map(([holder, shares]) => `${holder} ${sharePercent(sumDecimals(shares))}`).join(", ");
}

/** A share as people write it, exactly: "62.5%". */
export function sharePercent(share: string): string {
  return `${multiplyDecimals(share, "100")}%`;
}

function fromUnits(units: bigint): string {
  return divideDecimals(String(units), String(10n ** BigInt(scaledPlaces)), scaledPlaces + 1);
}
