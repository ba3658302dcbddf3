import { listBenefitAssumptions, type BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { getBenefit, type Benefit } from "@liftledger/database/benefits";
import type { Reader } from "@liftledger/database/transaction";
import { dayOf } from "../organisations/day-of.ts";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { assumptionStretches, type AssumptionStretch } from "./assumption-stretches.ts";

/** A benefit with what is assumed of it, as it is kept: people by their ids. */
export interface KeptBenefit extends Benefit {
  /** The latest version. */
  assumptions: BenefitAssumptions | null;
  /** Which version counts for which periods, the latest last. */
  stretches: readonly AssumptionStretch[];
}

/** A benefit with its assumptions. Throws `NotFoundError`. */
export async function keptBenefit(ctx: Context, db: Reader, benefitId: string): Promise<KeptBenefit> {
  const benefit = await getBenefit(db, ctx.organisationId, benefitId);
  const versions = await listBenefitAssumptions(db, ctx.organisationId, [benefitId]);
  return { ...benefit, assumptions: versions.at(-1) ?? null, stretches: assumptionStretches(versions) };
}

/** The same of a benefit that is to be changed: throws "conflict" where it was withdrawn. */
export async function claimedBenefit(ctx: Context, db: Reader, benefitId: string): Promise<KeptBenefit> {
  const benefit = await keptBenefit(ctx, db, benefitId);
  if (benefit.withdrawnAt === null) return benefit;
  const day = dayOf(ctx, benefit.withdrawnAt);
  throw new ProblemError("conflict", `The benefit was withdrawn on ${day}: add it again to claim it.`);
}
