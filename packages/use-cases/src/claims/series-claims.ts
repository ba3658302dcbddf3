import type { SeriesClaims } from "@liftledger/contracts/claims";
import { compareDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import { totalShare } from "@liftledger/roi/claim-shares";
import { checkValuePools } from "@liftledger/roi/value-pool";
import { claimStretches, type ClaimStretch } from "./claim-stretches.ts";
import type { ClaimsBook, HeldClaim, PoolPlace } from "./held-claim.ts";

/** A series as it is asked about. */
interface AskedSeries {
  readonly seriesId: string;
  readonly series: string;
  readonly periodType: HeldClaim["periodType"];
}

/**
 * Who claims what of a series in which periods, and what nobody claims, as it crosses the wire. Of a series that shares
 * its money the claims on the same part of it count too, whichever series they are on.
 */
export function seriesClaims(
  { claims, pools }: ClaimsBook,
  { seriesId, series, periodType }: AskedSeries,
): SeriesClaims {
  const place = pools.get(seriesId);
  const own = claims.filter((claim) =>
    place === undefined ? claim.seriesId === seriesId : isSameMoney(place, pools.get(claim.seriesId)),
  );
  return {
    seriesId,
    series,
    pool:
      place === undefined ? null : { poolId: place.poolId, name: place.pool, segment: [...place.segment] },
    stretches: claimStretches(own, periodType).map((stretch) => {
      const unclaimed = unclaimedOf(stretch, place, pools);
      return {
        label: stretch.label,
        firstDay: stretch.firstDay,
        lastDay: stretch.lastDay,
        held: stretch.claims.map((claim) => ({
          benefitId: claim.benefitId,
          initiativeId: claim.initiativeId,
          initiative: claim.holder,
          seriesId: claim.seriesId,
          series: claim.series,
          share: claim.share,
        })),
        claimed: subtractDecimals("1", unclaimed),
        unclaimed,
      };
    }),
  };
}

/** What could still be claimed: of a part of a pool what is left of its fullest part. */
function unclaimedOf(
  { claims, label }: ClaimStretch,
  place: PoolPlace | undefined,
  pools: ClaimsBook["pools"],
): string {
  if (place === undefined) return notNegative(subtractDecimals("1", totalShare(named(claims))));
  const pooled = claims.map(({ benefitId, seriesId, share }) => ({
    pool: place.poolId,
    segment: pools.get(seriesId)?.segment ?? [],
    series: seriesId,
    period: label,
    holder: benefitId,
    share,
  }));
  // A claim of nothing on the part that is asked about, so that the check tells what is left of it.
  const nothing = { pool: place.poolId, segment: place.segment, series: "", period: label };
  const check = checkValuePools([...pooled, { ...nothing, holder: "", share: "0" }]);
  if (check.kind === "refused") return "0";
  return check.unclaimed
    .filter(({ segment }) => covers(place.segment, segment))
    .reduce((least, { share }) => (compareDecimals(share, least) < 0 ? share : least), "1");
}

const named = (claims: readonly HeldClaim[]) => claims.map(({ holder, share }) => ({ holder, share }));

const notNegative = (share: string) => (compareDecimals(share, "0") < 0 ? "0" : share);

/** Whether one part of a pool is the other, or holds it. */
function isSameMoney(one: PoolPlace, other: PoolPlace | undefined): boolean {
  if (other === undefined || one.poolId !== other.poolId) return false;
  return covers(one.segment, other.segment) || covers(other.segment, one.segment);
}

function covers(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.every((name, depth) => inner[depth] === name);
}
