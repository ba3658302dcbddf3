import { insertBenefitAssumptions, type BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { updateBenefit } from "@liftledger/database/benefits";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import { keptBenefit } from "../benefits/kept-benefit.ts";
import type { Context } from "../context.ts";
import { getOwnInitiative } from "../own-things.ts";
import type { GrantedShare } from "./pro-rata-shares.ts";

/**
 * Brings benefits down to what was granted them: a new version of the assumptions of each, which says what had been
 * claimed and why it is less now, and an entry in the audit chain with the same reason. A contributor cannot take from
 * what other teams claim.
 */
export async function writeGrantedShares(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { action, granted }: { action: string; granted: ReadonlyMap<string, GrantedShare> },
): Promise<void> {
  for (const [benefitId, { asked, share, reason }] of granted) {
    const before = await keptBenefit(ctx, tx, benefitId);
    await getOwnInitiative(ctx, tx, before.initiativeId);
    if (before.assumptions === null) throw new Error(`benefit ${benefitId} claims nothing`);
    await updateBenefit(tx, ctx.organisationId, benefitId, before.version, { recordedAt: ctx.now });
    const next: BenefitAssumptions = {
      ...before.assumptions,
      version: before.assumptions.version + 1,
      attribution: share,
      attributionAsked: asked,
      attributionReason: reason,
      recordedAt: ctx.now,
      recordedBy: ctx.actor.personId,
    };
    await insertBenefitAssumptions(tx, ctx.organisationId, next);
    const after = await keptBenefit(ctx, tx, benefitId);
    audit({ action, noun: "benefit", id: benefitId, before, after, reason });
  }
}
