import type { Period } from "@liftledger/kpis/period";
import { compareDecimals } from "@liftledger/numerics/decimal";
import { sharePercent } from "@liftledger/roi/claim-shares";
import { scaleClaims } from "@liftledger/roi/claims";
import { divideValuePools } from "@liftledger/roi/value-pool";
import { claimStretches } from "./claim-stretches.ts";
import { claimsOfStretch } from "./excess-claims.ts";
import type { ClaimsBook, HeldClaim } from "./held-claim.ts";

/** What is granted of a claim where less than was asked for fits. */
export interface GrantedShare {
  readonly asked: string;
  readonly share: string;
  readonly reason: string;
}

/** The same of the periods that one share was asked for. */
export interface GrantedStretch extends GrantedShare {
  readonly from: Period;
  /** Null where it goes on. */
  readonly until: Period | null;
}

/** What has to shrink, by benefit id, in the order of time. */
export type GrantedShares = ReadonlyMap<string, readonly GrantedStretch[]>;

/**
 * The claims that have to shrink for all to fit, by benefit id: each stretch is divided pro rata, and since a claim
 * has one share for all its periods, it gets the least of them. Where claims do not begin and end together something
 * is therefore left unclaimed in some periods; nothing is claimed twice in any.
 */
export function proRataShares({ claims, pools }: ClaimsBook): Map<string, GrantedStretch[]> {
  const granted = new Map<HeldClaim, GrantedShare>();
  const [first] = claims;
  if (first === undefined) return new Map();
  for (const stretch of claimStretches(claims, first.periodType)) {
    const { alone, pooled } = claimsOfStretch(stretch, pools);
    const smaller = [...scaleClaims(alone).scaled, ...divideValuePools(pooled).divided];
    for (const { holder, asked, share } of smaller) {
      // In a stretch a benefit has one share.
      const claim = stretch.claims.find(({ benefitId }) => benefitId === holder);
      const before = claim === undefined ? undefined : granted.get(claim);
      if (claim === undefined || (before !== undefined && compareDecimals(share, before.share) >= 0))
        continue;
      const whole = pools.get(claim.seriesId)?.pool ?? claim.series;
      const reason = `${sharePercent(asked)} was claimed; together more than the whole of ${whole} was claimed in ${stretch.label}, so that each share was scaled pro rata.`;
      granted.set(claim, { asked, share, reason });
    }
  }
  const stretches = new Map<string, GrantedStretch[]>();
  for (const claim of claims) {
    const share = granted.get(claim);
    if (share === undefined) continue;
    const { benefitId, from, until } = claim;
    stretches.set(benefitId, [...(stretches.get(benefitId) ?? []), { from, until, ...share }]);
  }
  return stretches;
}
