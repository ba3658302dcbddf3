import type { Benefit as WireBenefit, BenefitAssumptions } from "@liftledger/contracts/initiative";
import type { BenefitAssumptions as KeptAssumptions } from "@liftledger/database/benefit-assumptions";
import type { Benefit } from "@liftledger/database/benefits";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { knownStretches, type AssumptionStretch } from "./assumption-stretches.ts";
import type { KeptBenefit } from "./kept-benefit.ts";

/** Benefits as they cross the wire, with their assumptions as they were recorded by an instant. */
export async function benefitViews(
  ctx: Context,
  db: Reader,
  benefits: readonly Benefit[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<WireBenefit[]> {
  const ids = benefits.map((benefit) => benefit.benefitId);
  const kept = await knownStretches(ctx, db, ids, { asOf });
  const nameOf = await personNames(ctx, db);
  return benefits.map((benefit) => {
    const stretches = kept.get(benefit.benefitId) ?? [];
    const assumptions = stretches.at(-1)?.version;
    return {
      benefitId: benefit.benefitId,
      initiativeId: benefit.initiativeId,
      seriesId: benefit.seriesId,
      baselineId: benefit.baselineId,
      version: benefit.version,
      assumptions: assumptions === undefined ? {} : assumptionsView(assumptions, nameOf),
      assumptionsVersion: assumptions?.version ?? 0,
      stretches: stretches.map((stretch) => stretchView(stretch, nameOf)),
      scaled: assumptions === undefined ? null : scaledView(assumptions),
      withdrawnAt: benefit.withdrawnAt,
      assumptionsRecordedAt: assumptions?.recordedAt ?? benefit.createdAt,
    };
  });
}

/** Which version counts for which periods, as it crosses the wire. */
export function stretchView(
  { from, until, version }: AssumptionStretch,
  nameOf: PersonNames,
): WireBenefit["stretches"][number] {
  return { from, until, version: version.version, assumptions: assumptionsView(version, nameOf) };
}

/** A benefit as the audit chain tells of it: with the earlier versions that still count for the periods before the latest. */
export function benefitFacts({ stretches, ...benefit }: KeptBenefit) {
  const earlier = stretches.slice(0, -1).map(({ version }) => version);
  return earlier.length === 0 ? benefit : { ...benefit, earlier };
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
  const { unitValue, attribution, confidence, basis, approvedBy, claimUntil, validFrom } = kept;
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
    ...(validFrom === null ? {} : { validFrom }),
  };
}
