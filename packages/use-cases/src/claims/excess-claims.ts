import { listInWords } from "@liftledger/kpis/list-in-words";
import { sharePercent, totalShare, whoHoldsWhat } from "@liftledger/roi/claim-shares";
import { checkClaims } from "@liftledger/roi/claims";
import { checkValuePools } from "@liftledger/roi/value-pool";
import { claimStretches, type ClaimStretch } from "./claim-stretches.ts";
import type { ClaimsBook, HeldClaim } from "./held-claim.ts";

/** A series, or a part of a value pool, that is claimed more than once over in a stretch of time. */
export interface ExcessClaims {
  readonly stretch: Pick<ClaimStretch, "firstDay" | "lastDay" | "label">;
  /** By benefit id. */
  readonly held: readonly HeldClaim[];
  readonly reason: string;
}

/** The claims of a stretch on series that draw on no pool, and those that do, as roi takes them: held by benefit id. */
export function claimsOfStretch({ label, claims }: ClaimStretch, pools: ClaimsBook["pools"]) {
  const asTaken = ({ benefitId, seriesId, share }: HeldClaim) => ({
    holder: benefitId,
    series: seriesId,
    period: label,
    share,
  });
  return {
    alone: claims.filter(({ seriesId }) => !pools.has(seriesId)).map(asTaken),
    pooled: claims.flatMap((claim) => {
      const place = pools.get(claim.seriesId);
      return place === undefined ? [] : [{ ...asTaken(claim), pool: place.poolId, segment: place.segment }];
    }),
  };
}

/** Everything that is claimed more than once over, in the order of time; empty where all claims fit. */
export function excessClaims({ claims, pools }: ClaimsBook): ExcessClaims[] {
  const [first] = claims;
  if (first === undefined) return [];
  return claimStretches(claims, first.periodType).flatMap((stretch): ExcessClaims[] => {
    const byId = new Map(stretch.claims.map((claim) => [claim.benefitId, claim]));
    const named = (held: readonly { holder: string }[]) =>
      held.flatMap(({ holder }) => byId.get(holder) ?? []);
    const { alone, pooled } = claimsOfStretch(stretch, pools);
    const lifts = checkClaims(alone);
    const parts = checkValuePools(pooled);
    return [
      ...(lifts.kind === "accepted" ? [] : lifts.exceeded).map((lift) =>
        excess(stretch, named(lift.held), pools),
      ),
      ...(parts.kind === "accepted" ? [] : parts.conflicts).map((part) =>
        excess(stretch, named(part.held), pools, part.segment),
      ),
    ];
  });
}

function excess(
  stretch: ClaimStretch,
  held: readonly HeldClaim[],
  pools: ClaimsBook["pools"],
  segment: readonly string[] = [],
): ExcessClaims {
  const series = [...new Set(held.map((claim) => claim.series))];
  const pool = pools.get(held[0]?.seriesId ?? "")?.pool;
  const what = pool === undefined ? series.join(", ") : [pool, ...segment].join(", ");
  const same = series.length === 1 ? "" : ` ${listInWords(series)} are the same money.`;
  return { stretch, held, reason: `${what}, ${stretch.label}: ${heldText(held)}.${same}` };
}

function heldText(held: readonly HeldClaim[]): string {
  return `${sharePercent(totalShare(held))} is claimed, ${whoHoldsWhat(held)}`;
}
