import { getBenefit, listBenefits, updateBenefit } from "@liftledger/database/benefits";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";

/** Moves the benefits that stand on one baseline to another. Their versions keep where they stood until now. */
export async function moveBenefits(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { action, from, to }: { action: string; from: string; to: string },
): Promise<void> {
  for (const before of await listBenefits(tx, ctx.organisationId, { baselineId: from })) {
    const { benefitId, version } = before;
    await updateBenefit(tx, ctx.organisationId, benefitId, version, { baselineId: to, recordedAt: ctx.now });
    const after = await getBenefit(tx, ctx.organisationId, benefitId);
    audit({ action, noun: "benefit", id: benefitId, before, after });
  }
}
