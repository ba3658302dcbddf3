import type { Benefit as WireBenefit, BenefitAssumptions } from "@liftledger/contracts/initiative";
import {
  latestBenefitAssumptions,
  type BenefitAssumptions as KeptAssumptions,
} from "@liftledger/database/benefit-assumptions";
import type { Benefit } from "@liftledger/database/benefits";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";

/** Benefits as they cross the wire, with their assumptions as they were recorded by an instant. */
export async function benefitViews(
  ctx: Context,
  db: Reader,
  benefits: readonly Benefit[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<WireBenefit[]> {
  const ids = benefits.map((benefit) => benefit.benefitId);
  const kept = await latestBenefitAssumptions(db, ctx.organisationId, ids, { asOf });
  const nameOf = await personNames(ctx, db);
  return benefits.map((benefit) => {
    const assumptions = kept.get(benefit.benefitId);
    return {
      benefitId: benefit.benefitId,
      initiativeId: benefit.initiativeId,
      seriesId: benefit.seriesId,
      baselineId: benefit.baselineId,
      version: benefit.version,
      assumptions: assumptions === undefined ? {} : assumptionsView(assumptions, nameOf),
      assumptionsVersion: assumptions?.version ?? 0,
      scaled: assumptions === undefined ? null : scaledView(assumptions),
      withdrawnAt: benefit.withdrawnAt,
      assumptionsRecordedAt: assumptions?.recordedAt ?? benefit.createdAt,
    };
  });
}

/** What was claimed before a share was scaled, and why; null of one that was not. */
export function scaledView({
  attributionAsked: asked,
  attributionReason: reason,
}: KeptAssumptions): WireBenefit["scaled"] {
  return asked === null || reason === null ? null : { asked, reason };
}

/** Assumptions as they cross the wire: what was not set is left out. */
export function assumptionsView(kept: KeptAssumptions, nameOf: PersonNames): BenefitAssumptions {
  const { unitValue, attribution, confidence, basis, approvedBy, claimUntil } = kept;
  const { realisedAccepted: accepted, realisedRedeployed: redeployed, realisedCashed: cashed } = kept;
  return {
    ...(unitValue === null ? {} : { unitValue }),
    ...(attribution === null ? {} : { attribution }),
    ...(confidence === null ? {} : { confidence }),
    ...(basis === "" ? {} : { confidenceReason: basis }),
    ...(accepted === null || redeployed === null || cashed === null
      ? {}
      : { realisation: { accepted, redeployed, cashed } }),
    ...(approvedBy === null ? {} : { approvedBy: nameOf(approvedBy) }),
    ...(claimUntil === null ? {} : { claimUntil }),
  };
}
