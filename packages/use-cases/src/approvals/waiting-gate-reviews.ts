import { GateDecisionKind, GateInto } from "@liftledger/contracts/gate";
import { Phase } from "@liftledger/contracts/initiative";
import { listGateReviews, type GateReview } from "@liftledger/database/gate-reviews";
import { listGateSignatures } from "@liftledger/database/gate-signatures";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { phaseNames } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import { signaturesWanted } from "../gates/signatures-wanted.ts";
import { barredFrom } from "../gates/review-view.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { personNames } from "../people/person-names.ts";
import type { Waiting } from "./waiting.ts";

/**
 * The reviews of gates that want a signature; at most one an initiative. One that was overtaken is not among them: where
 * its initiative is over or in another phase meanwhile nobody can sign it, and its gate says to withdraw it. What it
 * stands on is not reckoned, but for how many must sign it: that belongs to the gate, where it is read and signed.
 */
export async function waitingGateReviews(ctx: Context, db: Reader): Promise<Waiting[]> {
  const reviews = await listGateReviews(db, ctx.organisationId, { isWaiting: true });
  if (reviews.length === 0) return [];
  const ids = reviews.map(({ initiativeId }) => initiativeId);
  const initiatives = await initiativeViews(ctx, db, await listInitiativesByIds(db, ctx.organisationId, ids));
  const views = new Map(initiatives.map((initiative) => [initiative.initiativeId, initiative]));
  const nameOf = await personNames(ctx, db);
  const waiting: Waiting[] = [];
  for (const review of reviews) {
    const { reviewId, initiativeId, version, openedBy, openedAt, reason, overrides } = review;
    const initiative = views.get(initiativeId);
    if (initiative === undefined || !isUnderWay(initiative) || initiative.phase !== review.leaving) continue;
    const { into, leaving, decision } = asked(review);
    const signatures =
      review.status === "signed" ? await listGateSignatures(db, ctx.organisationId, { reviewId }) : [];
    waiting.push({
      kind: "gate-review",
      objectId: reviewId,
      version,
      what: `Gate of ${initiative.name} ${into === leaving ? "in" : "into"} ${phaseNames[into]}: ${decision}`,
      seriesId: null,
      kpiKey: null,
      initiativeId,
      authorId: openedBy,
      barredIds: barredFrom(review, signatures),
      askedAt: openedAt,
      baseline: null,
      assumptions: null,
      businessCase: null,
      gateReview: {
        into,
        leaving,
        decision,
        reason,
        overrides: overrides.length,
        signed: signatures.map(({ signedBy }) => nameOf(signedBy)),
        signatures: await signaturesWanted(ctx, db, review),
      },
      guardrails: null,
    });
  }
  return waiting;
}

function asked({ into, leaving, decision }: GateReview) {
  return {
    into: GateInto.parse(into),
    leaving: Phase.parse(leaving),
    decision: GateDecisionKind.parse(decision),
  };
}
