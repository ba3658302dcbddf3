import { compareDecimals } from "@liftledger/numerics/decimal";
import { sharePercent } from "@liftledger/roi/claim-shares";
import { scaleClaims } from "@liftledger/roi/claims";
import { divideValuePools } from "@liftledger/roi/value-pool";
import { claimStretches } from "./claim-stretches.ts";
import { claimsOfStretch } from "./excess-claims.ts";
import type { ClaimsBook } from "./held-claim.ts";

/** What is granted of a claim where less than was asked for fits. */
export interface GrantedShare {
  readonly asked: string;
  readonly share: string;
  readonly reason: string;
}

/**
 * The claims that have to shrink for all to fit, by benefit id: each stretch is divided pro rata, and since a claim
 * has one share for all its periods, it gets the least of them. Where claims do not begin and end together something
 * is therefore left unclaimed in some periods; nothing is claimed twice in any.
 */
export function proRataShares({ claims, pools }: ClaimsBook): Map<string, GrantedShare> {
  const granted = new Map<string, GrantedShare>();
  const [first] = claims;
  if (first === undefined) return granted;
  const wholeOf = new Map(
    claims.map(({ benefitId, seriesId, series }) => [benefitId, pools.get(seriesId)?.pool ?? series]),
  );
  for (const stretch of claimStretches(claims, first.periodType)) {
    const { alone, pooled } = claimsOfStretch(stretch, pools);
    const smaller = [...scaleClaims(alone).scaled, ...divideValuePools(pooled).divided];
    for (const { holder, asked, share } of smaller) {
      const before = granted.get(holder);
      if (before !== undefined && compareDecimals(share, before.share) >= 0) continue;
      const reason = `${sharePercent(asked)} was claimed; together more than the whole of ${wholeOf.get(holder)} was claimed in ${stretch.label}, so that each share was scaled pro rata.`;
      granted.set(holder, { asked, share, reason });
    }
  }
  return granted;
}
