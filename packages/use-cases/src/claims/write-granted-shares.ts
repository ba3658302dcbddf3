import { insertBenefitAssumptions, type BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { updateBenefit } from "@liftledger/database/benefits";
import type { Writer } from "@liftledger/database/transaction";
import { firstPeriodFrom } from "@liftledger/kpis/first-period-from";
import { comparePeriods, periodType, type Period } from "@liftledger/kpis/period";
import type { Audit } from "../audit/audit.ts";
import type { AssumptionStretch } from "../benefits/assumption-stretches.ts";
import { benefitFacts } from "../benefits/benefit-view.ts";
import { keptBenefit } from "../benefits/kept-benefit.ts";
import type { Context } from "../context.ts";
import { getOwnInitiative } from "../own-things.ts";
import type { ClosedMonths } from "../periods/closed-months.ts";
import type { GrantedShares, GrantedStretch } from "./pro-rata-shares.ts";

/**
 * Brings benefits down to what was granted them: new versions of the assumptions of each, which say what had been
 * claimed and why it is less now, and an entry in the audit chain with the same reason. Where months are closed they count
 * from the first period after those. A contributor cannot take from what other teams claim.
 */
export async function writeGrantedShares(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { action, granted, closed }: { action: string; granted: GrantedShares; closed: ClosedMonths },
): Promise<void> {
  for (const [benefitId, grants] of granted) {
    const before = await keptBenefit(ctx, tx, benefitId);
    await getOwnInitiative(ctx, tx, before.initiativeId);
    if (before.assumptions === null) throw new Error(`benefit ${benefitId} claims nothing`);
    await updateBenefit(tx, ctx.organisationId, benefitId, before.version, { recordedAt: ctx.now });
    const scaled = scaledVersions(before.stretches, grants, closed);
    for (const [place, version] of scaled.entries()) {
      await insertBenefitAssumptions(tx, ctx.organisationId, {
        ...version,
        version: before.assumptions.version + 1 + place,
        recordedAt: ctx.now,
        recordedBy: ctx.actor.personId,
      });
    }
    const after = await keptBenefit(ctx, tx, benefitId);
    const facts = { before: benefitFacts(before), after: benefitFacts(after) };
    audit({ action, noun: "benefit", id: benefitId, ...facts, reason: grants[0]?.reason });
  }
}

/**
 * The versions that put granted shares into force: from the first stretch that shrinks on, since what is valid from a
 * period on takes the place of all that follows.
 */
function scaledVersions(
  stretches: readonly AssumptionStretch[],
  grants: readonly GrantedStretch[],
  { openFrom }: ClosedMonths,
): BenefitAssumptions[] {
  const versions: BenefitAssumptions[] = [];
  for (const stretch of stretches) {
    const { version } = stretch;
    const grant = grants.find((one) => overlap(stretch, one));
    if (grant === undefined) {
      if (versions.length > 0) versions.push(version);
      continue;
    }
    const open = openFrom === null ? null : firstPeriodFrom(openFrom, periodType(grant.from));
    const isCut = open === grant.from && (stretch.from === null || comparePeriods(stretch.from, open) < 0);
    versions.push({
      ...version,
      validFrom: isCut ? open : version.validFrom,
      attribution: grant.share,
      attributionAsked: grant.asked,
      attributionReason: grant.reason,
    });
  }
  return versions;
}

function overlap(
  one: { readonly from: Period | null; readonly until: Period | null },
  other: { readonly from: Period; readonly until: Period | null },
): boolean {
  const beginsIn = one.until === null || comparePeriods(other.from, one.until) <= 0;
  return (
    beginsIn && (other.until === null || one.from === null || comparePeriods(one.from, other.until) <= 0)
  );
}
