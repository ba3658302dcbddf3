import { allocate } from "@liftledger/finance/allocate";
import { compareDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import { scaleShares, sharePercent, totalShare, whoHoldsWhat, type HeldShare } from "./claim-shares.ts";

/** What one holder (an initiative, or a benefit of it) claims of the lift of one series in one period. */
export interface Claim extends HeldShare {
  series: string;
  period: string;
}

/** The claims on one series and period, and the rest that nobody claims. */
export interface ClaimedPeriod {
  series: string;
  period: string;
  held: HeldShare[];
  claimed: string;
  unclaimed: string;
}

/** All claims stand, or none does and the reason says who holds what. */
export type ClaimsCheck =
  | { kind: "accepted"; periods: ClaimedPeriod[] }
  | { kind: "refused"; exceeded: ClaimedPeriod[]; reason: string };

/** A claim that was brought down so that all of them fit: what was asked for, what was granted. */
export interface ScaledClaim extends Claim {
  asked: string;
  reason: string;
}

/**
 * Whether the claims on each series and period divide one lift: together at most 100%. Where they do not they are
 * refused with who holds what; where they do, the unclaimed rest of each period is given. Shares are decimal
 * texts, 0 or more; a negative one throws a RangeError.
 *
 * @example
 * checkClaims([
 *   { holder: "Lead scoring", series: "leads", period: "2025-W20", share: "0.6" },
 *   { holder: "Chat", series: "leads", period: "2025-W20", share: "0.3" },
 * ]) // accepted, 10% unclaimed
 */
export function checkClaims(claims: readonly Claim[]): ClaimsCheck {
  const periods = claimedPeriods(claims);
  const exceeded = periods.filter(({ claimed }) => compareDecimals(claimed, "1") > 0);
  if (exceeded.length === 0) return { kind: "accepted", periods };
  return { kind: "refused", exceeded, reason: exceeded.map(excessText).join(" ") };
}

/**
 * The same claims scaled pro rata wherever they exceed 100%, each change recorded with what was asked for. The
 * scaled shares of a series and period add up to exactly 100%.
 */
export function scaleClaims(claims: readonly Claim[]): { claims: Claim[]; scaled: ScaledClaim[] } {
  const granted = [...claims];
  const scaled: ScaledClaim[] = [];
  for (const places of groupPlaces(claims).values()) {
    const asked = places.map((place) => claims[place] as Claim);
    scaleShares(asked).forEach((claim, at) => {
      const before = asked[at] as Claim;
      granted[places[at] as number] = claim;
      if (claim.share === before.share) return;
      scaled.push({ ...claim, asked: before.share, reason: scaledText(before, totalShare(asked)) });
    });
  }
  return { claims: granted, scaled };
}

/**
 * Why one more claim does not fit beside those that are held, and how much is left; null where it fits.
 *
 * @example refusedClaim([{ holder: "Chat", share: "0.7" }], "0.4") // { left: "0.3", reason: "… 30% is left …" }
 */
export function refusedClaim(
  held: readonly HeldShare[],
  asked: string,
): { left: string; reason: string } | null {
  const taken = totalShare(held);
  if (compareDecimals(totalShare([...held, { holder: "this claim", share: asked }]), "1") <= 0) return null;
  const left = compareDecimals(taken, "1") >= 0 ? "0" : subtractDecimals("1", taken);
  const holders = held.length === 0 ? "" : ` Held already: ${whoHoldsWhat(held)}.`;
  return {
    left,
    reason: `Claims on one series are at most 100%.${holders} ${sharePercent(left)} is left, ${sharePercent(asked)} was asked for.`,
  };
}

/**
 * Divides one amount (the value of a lift, minor units, of either sign) among its claims; the rest is unclaimed.
 * Parts and rest add up to the amount exactly, by largest remainder. Throws a RangeError where the shares exceed
 * 100%: scale them first.
 *
 * @example divideByClaims(100_00n, [{ holder: "a", share: "0.6" }]) // a 60.00, unclaimed 40.00
 */
export function divideByClaims(
  amountMinor: bigint,
  held: readonly HeldShare[],
): { parts: { holder: string; amountMinor: bigint }[]; unclaimedMinor: bigint } {
  const claimed = totalShare(held);
  if (compareDecimals(claimed, "1") > 0) {
    throw new RangeError(
      `claims of ${sharePercent(claimed)} cannot divide one amount: ${whoHoldsWhat(held)}`,
    );
  }
  const amounts = allocate(amountMinor, [...held.map(({ share }) => share), subtractDecimals("1", claimed)]);
  return {
    parts: held.map(({ holder }, place) => ({ holder, amountMinor: amounts[place] ?? 0n })),
    unclaimedMinor: amounts.at(-1) ?? 0n,
  };
}

function claimedPeriods(claims: readonly Claim[]): ClaimedPeriod[] {
  return [...groupPlaces(claims).values()].map((places) => {
    const held = places.map((place) => claims[place] as Claim);
    const claimed = totalShare(held);
    const { series, period } = held[0] as Claim;
    const rest = subtractDecimals("1", claimed);
    return {
      series,
      period,
      held: held.map(({ holder, share }) => ({ holder, share })),
      claimed,
      unclaimed: compareDecimals(rest, "0") < 0 ? "0" : rest,
    };
  });
}

/** The places of the claims on each series and period, in the order in which these first occur. */
function groupPlaces(claims: readonly Claim[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  claims.forEach(({ series, period }, place) => {
    const key = JSON.stringify([series, period]);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  });
  return groups;
}

function excessText({ series, period, held, claimed }: ClaimedPeriod): string {
  return `Claims on ${series} in ${period} add up to ${sharePercent(claimed)}, more than the whole: ${whoHoldsWhat(held)}.`;
}

function scaledText({ series, period, share }: Claim, total: string): string {
  return `${sharePercent(share)} of ${series} in ${period} was asked for; all claims together asked for ${sharePercent(total)}, so each was scaled pro rata.`;
}
