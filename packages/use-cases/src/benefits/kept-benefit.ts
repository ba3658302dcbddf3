import { latestBenefitAssumptions, type BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { getBenefit, type Benefit } from "@liftledger/database/benefits";
import type { Reader } from "@liftledger/database/transaction";
import { dayOf } from "../organisations/day-of.ts";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";

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

/** The same of a benefit that is to be changed: throws "conflict" where it was withdrawn. */
export async function claimedBenefit(
  ctx: Context,
  db: Reader,
  benefitId: string,
): ReturnType<typeof keptBenefit> {
  const benefit = await keptBenefit(ctx, db, benefitId);
  if (benefit.withdrawnAt === null) return benefit;
  const day = dayOf(ctx, benefit.withdrawnAt);
  throw new ProblemError("conflict", `The benefit was withdrawn on ${day}: add it again to claim it.`);
}
