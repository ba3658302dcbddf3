import { latestBenefitAssumptions, type BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { getBenefit, type Benefit } from "@liftledger/database/benefits";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** A benefit with its latest assumptions as they are kept: people by their ids. Throws `NotFoundError`. */
export async function keptBenefit(
  ctx: Context,
  db: Reader,
  benefitId: string,
): Promise<Benefit & { assumptions: BenefitAssumptions | null }> {
  const benefit = await getBenefit(db, ctx.organisationId, benefitId);
  const latest = await latestBenefitAssumptions(db, ctx.organisationId, [benefitId]);
  return { ...benefit, assumptions: latest.get(benefitId) ?? null };
}
