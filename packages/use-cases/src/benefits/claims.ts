import { latestBenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { listBenefits, type Benefit } from "@liftledger/database/benefits";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { refusedClaim } from "@liftledger/roi/claims";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";

/**
 * Refuses a share with which the claims of all initiatives on one series would exceed the whole, and says
 * who holds what and how much is left. The benefit's own earlier share does not count against it.
 */
export async function refuseExcessiveClaim(
  ctx: Context,
  db: Reader,
  { seriesId, benefitId, attribution }: { seriesId: string; benefitId: string; attribution: string },
): Promise<void> {
  const benefits = await listBenefits(db, ctx.organisationId, { seriesIds: [seriesId] });
  const others = benefits.filter((benefit) => benefit.benefitId !== benefitId);
  const held = await sharesOf(ctx, db, others);
  const refused = refusedClaim(await namedHolders(ctx, db, held), attribution);
  if (refused === null) return;
  throw new ProblemError("claims-exceeded", refused.reason, [
    { field: "assumptions.attribution", message: `at most ${refused.left}`, seen: attribution },
  ]);
}

type Claim = Benefit & { share: string };

async function sharesOf(ctx: Context, db: Reader, benefits: readonly Benefit[]): Promise<Claim[]> {
  const ids = benefits.map((benefit) => benefit.benefitId);
  const kept = await latestBenefitAssumptions(db, ctx.organisationId, ids);
  return benefits.flatMap((benefit) => {
    const share = kept.get(benefit.benefitId)?.attribution ?? null;
    return share === null ? [] : [{ ...benefit, share }];
  });
}

async function namedHolders(ctx: Context, db: Reader, claims: readonly Claim[]) {
  const ids = claims.map((claim) => claim.initiativeId);
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
  const nameOf = new Map(initiatives.map((initiative) => [initiative.initiativeId, initiative.name]));
  return claims.map(({ initiativeId, share }) => ({
    holder: nameOf.get(initiativeId) ?? initiativeId,
    share,
  }));
}
