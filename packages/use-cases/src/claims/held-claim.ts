import { addPeriods, type Period, type PeriodType } from "@liftledger/kpis/period";
import { compareDecimals } from "@liftledger/numerics/decimal";

/**
 * What one benefit claims: a share of the lift of a series, the same in each of its periods. A benefit whose share changes
 * from a period on has one of them after the other.
 */
export interface HeldClaim {
  readonly benefitId: string;
  readonly initiativeId: string;
  /** The initiative, by name. */
  readonly holder: string;
  readonly seriesId: string;
  /** The series as people call it: "Conversion rate (Shop)". */
  readonly series: string;
  readonly periodType: PeriodType;
  readonly share: string;
  readonly from: Period;
  /** The last period; null where the claim has no end. */
  readonly until: Period | null;
}

/** The money a series draws on, where it shares it: which pool, and which part of it. */
export interface PoolPlace {
  readonly poolId: string;
  readonly pool: string;
  readonly segment: readonly string[];
}

/** All that may be claimed twice together: the claims on some series, and the pools these draw on, by series id. */
export interface ClaimsBook {
  readonly claims: readonly HeldClaim[];
  readonly pools: ReadonlyMap<string, PoolPlace>;
}

/** The claims of one benefit, of the share in each of its stretches: those beside each other with one share are one. */
export function heldClaims(
  about: Omit<HeldClaim, "share" | "from" | "until">,
  stretches: readonly {
    readonly from: Period;
    readonly until: Period | null;
    readonly share: string | null;
  }[],
): HeldClaim[] {
  const claims: HeldClaim[] = [];
  for (const { from, until, share } of stretches) {
    // A benefit without a share claims nothing.
    if (share === null) continue;
    const last = claims.at(-1);
    const follows = last !== undefined && last.until !== null && addPeriods(last.until, 1) === from;
    if (follows && compareDecimals(last.share, share) === 0) claims[claims.length - 1] = { ...last, until };
    else claims.push({ ...about, share, from, until });
  }
  return claims;
}
