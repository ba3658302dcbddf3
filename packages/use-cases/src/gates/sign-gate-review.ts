import type { GatePack, GateReview as WireReview, SignGateReview } from "@liftledger/contracts/gate";
import { canonicalJson } from "@liftledger/database/audit-hash";
import { LostUpdateError } from "@liftledger/database/errors";
import { getGateReview, type GateReview } from "@liftledger/database/gate-reviews";
import { insertGateSignature, listGateSignatures } from "@liftledger/database/gate-signatures";
import type { Reader } from "@liftledger/database/transaction";
import { decideGate } from "@liftledger/roi/governance/gate-decision";
import { refuseAuthorsAndSigners } from "../approvals/refuse-authors-and-signers.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { carryOut, refuseOvertaken } from "./carry-out.ts";
import { frozenPack, livePack, seenDigest, signedDigest, signedText } from "./gate-pack.ts";
import { moveReview } from "./move-review.ts";
import { refuseUnlessReview } from "./refuse-review.ts";
import { decisionRequest, reviewView } from "./review-view.ts";

/**
 * Signs a review as it was read. The first signature freezes its evidence; with the last that it wants it is decided, and
 * the initiative enters its phase or changes its status in the same transaction. Refused with every criterion that
 * stands in the way, to whoever wrote any of it or signed it already, and where it stands on something else than
 * what was read. That one signed in just now is asked where a session is known.
 */
export async function signGateReview(
  ctx: Context,
  { reviewId, version, seen, comment }: { reviewId: string } & SignGateReview,
): Promise<WireReview> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const review = await getGateReview(tx, ctx.organisationId, reviewId);
    const initiative = await getOwnInitiative(ctx, tx, review.initiativeId);
    await refuseUnlessReview(ctx, tx, review, ["open", "signed"], "signed");
    if (review.version !== version)
      throw new LostUpdateError("gate review", reviewId, version, review.version);
    await refuseOvertaken(ctx, tx, review, initiative);
    const before = await listGateSignatures(tx, ctx.organisationId, { reviewId });
    await refuseAuthorsAndSigners(ctx, tx, {
      authors: review.authors,
      signatures: before,
      deed: "asked for it or wrote some of it",
      rule: "Who asks for a decision at a gate does not sign it",
    });
    const pack = frozenPack(review) ?? (await livePack(ctx, tx, initiative));
    refuseUnread(review, pack, seen);
    const by = ctx.actor.personId;
    const isDecided = await decided(ctx, tx, review, pack, [...before.map(({ signedBy }) => signedBy), by]);
    const digest = signedDigest(signedText(review, pack));
    const signature = {
      reviewId,
      position: before.length + 1,
      signedAt: ctx.now,
      signedBy: by,
      digest,
      comment,
    };
    await insertGateSignature(tx, ctx.organisationId, signature);
    if (isDecided) await carryOut(ctx, tx, audit, review, initiative);
    const change = {
      status: isDecided ? ("decided" as const) : ("signed" as const),
      pack: canonicalJson(pack),
      digest,
      ...(isDecided ? { endedAt: ctx.now, endedBy: by } : {}),
    };
    const after = await moveReview(ctx, tx, audit, review, {
      change,
      from: version,
      action: "signGateReview",
    });
    return reviewView(ctx, tx, after);
  });
}

/** Whether these signatures decide it. Throws "invalid-request" with everything that stands in the way. */
async function decided(
  ctx: Context,
  db: Reader,
  review: GateReview,
  pack: GatePack,
  signatures: readonly string[],
): Promise<boolean> {
  const nameOf = await personNames(ctx, db);
  // People of one name are told apart by their ids, which the engine is given.
  const decision = decideGate(decisionRequest(review, pack, { signatures, nameOf: (id) => id }));
  if (decision.kind !== "refused") return decision.kind === "decided";
  const details = decision.refusals.map(({ kind, criterion, reason }) => ({
    field: criterion === null ? kind : `${kind === "criterion" ? "criteria" : "overrides"}.${criterion}`,
    message: reason.replaceAll(review.openedBy, nameOf(review.openedBy)),
  }));
  throw new ProblemError("invalid-request", decision.sentence, details);
}

function refuseUnread(review: GateReview, pack: GatePack, seen: string): void {
  if (seenDigest(review, pack) === seen) return;
  const message =
    "What this review stands on has changed since you read it. Read it again, and sign it as it is now.";
  throw new ProblemError("conflict", message, [{ field: "seen", message, seen }]);
}
