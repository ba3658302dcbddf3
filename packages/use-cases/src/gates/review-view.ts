import { GateDecisionKind, GateInto, GateReviewHead, type GatePack } from "@liftledger/contracts/gate";
import type { GateReview as WireReview } from "@liftledger/contracts/gate";
import { listGateSignatures, type GateSignature } from "@liftledger/database/gate-signatures";
import type { GateReview } from "@liftledger/database/gate-reviews";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { moneyFromDecimal } from "@liftledger/finance/money";
import { gateCriteria, type CriterionKey } from "@liftledger/roi/governance/gate-criteria";
import { decideGate, signaturesNeeded, type DecisionRequest } from "@liftledger/roi/governance/gate-decision";
import { decidersOf } from "../approvals/deciders.ts";
import type { Context } from "../context.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { frozenPack, livePack, namedPack, seenDigest } from "./gate-pack.ts";

/** Whether a review still waits for a signature. */
const isWaiting = ({ status }: Pick<GateReview, "status">) => status === "open" || status === "signed";

/** A review without its evidence as it crosses the wire. */
export function reviewHeadView(
  review: GateReview,
  { initiative, signatures }: { initiative: string; signatures: readonly GateSignature[] },
  nameOf: PersonNames,
): GateReviewHead {
  const { pack: _pack, ...head } = review;
  return GateReviewHead.parse({
    ...head,
    initiative,
    overrides: head.overrides.map((override) => {
      const { question } = gateCriteria[override.criterion as CriterionKey];
      return { ...override, question, by: nameOf(override.by) };
    }),
    authors: head.authors.map(nameOf),
    openedBy: nameOf(head.openedBy),
    endedBy: head.endedBy === null ? null : nameOf(head.endedBy),
    signatures: signatures.map(({ position, signedAt, signedBy, comment }) => {
      return { position, signedAt, signedBy: nameOf(signedBy), comment };
    }),
  });
}

/** A review as it crosses the wire: its evidence, live or as it was signed, what stands in the way, and who may sign. */
export async function reviewView(ctx: Context, db: Reader, review: GateReview): Promise<WireReview> {
  const nameOf = await personNames(ctx, db);
  const initiative = await getInitiative(db, ctx.organisationId, review.initiativeId);
  const signatures = await listGateSignatures(db, ctx.organisationId, { reviewId: review.reviewId });
  const head = reviewHeadView(review, { initiative: initiative.name, signatures }, nameOf);
  const waits = isWaiting(review);
  const pack = frozenPack(review) ?? (waits ? await livePack(ctx, db, initiative) : undefined);
  const barred = barredFrom(review, signatures);
  const decider = waits ? await (await decidersOf(ctx, db))(barred) : undefined;
  if (pack === undefined)
    return {
      ...head,
      pack: null,
      seen: null,
      signaturesNeeded: 0,
      refusals: [],
      signing: "none",
      approvers: [],
    };
  const request = decisionRequest(review, pack, { signatures: [], nameOf });
  const decision = decideGate(request);
  return {
    ...head,
    pack: namedPack(pack, nameOf),
    seen: seenDigest(review, pack),
    signaturesNeeded: signaturesNeeded(request),
    refusals: waits && decision.kind === "refused" ? decision.refusals : [],
    signing: decider?.decision ?? "none",
    approvers: decider?.approvers ?? [],
  };
}

/** What the engine is asked: whether a review may be decided on its evidence with these signatures. */
export function decisionRequest(
  { decision, openedBy, overrides }: Pick<GateReview, "decision" | "openedBy" | "overrides">,
  pack: GatePack,
  { signatures, nameOf }: { signatures: readonly string[]; nameOf: PersonNames },
): DecisionRequest {
  const minor = (money: GatePack["costAhead"]) =>
    money === null ? null : moneyFromDecimal(money.amount, money.currency).amountMinor;
  return {
    decision: GateDecisionKind.parse(decision),
    review: { into: GateInto.parse(pack.into), criteria: pack.criteria },
    author: nameOf(openedBy),
    signatures: signatures.map(nameOf),
    overrides: overrides.map(({ criterion, by, reason }) => ({
      criterion: criterion as DecisionRequest["overrides"][number]["criterion"],
      by: nameOf(by),
      reason,
    })),
    costAheadMinor: minor(pack.costAhead),
    twoSignFromMinor: minor(pack.twoSignaturesFrom),
  };
}

/** Who does not sign: all who wrote any of it, and who signed it already. */
export function barredFrom(
  { authors }: Pick<GateReview, "authors">,
  signatures: readonly Pick<GateSignature, "signedBy">[],
): string[] {
  return [...new Set([...authors, ...signatures.map(({ signedBy }) => signedBy)])];
}
