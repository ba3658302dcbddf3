import type { ChangeInitiative } from "@liftledger/contracts/initiative";
import { insertGateReview } from "@liftledger/database/gate-reviews";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { Writer } from "@liftledger/database/transaction";
import { phaseNames, phases } from "@liftledger/roi/phase";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { ProblemError } from "../problem.ts";
import { initiativeViews } from "./initiative-view.ts";

/**
 * A phase that follows is entered through its gate. Entered directly it needs a reason, which is kept among the gate's
 * reviews and counted; going back needs none, and passes no gate.
 */
export async function passGateBy(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  before: NamedInitiative,
  { phase: into, withoutGate: reason }: NonNullable<ChangeInitiative["phase"]>,
): Promise<void> {
  const { phase: leaving } = onlyRow(await initiativeViews(ctx, tx, [before]));
  const isForward = phases.indexOf(into) > phases.indexOf(leaving);
  const refuse = (message: string) => {
    throw new ProblemError("invalid-request", message, [{ field: "phase.withoutGate", message }]);
  };
  if (!isForward && reason !== undefined && into !== leaving)
    refuse(`Going back to ${phaseNames[into]} passes no gate: leave "withoutGate" out.`);
  if (!isForward || into === "foundation") return;
  if (reason === undefined) {
    return refuse(
      `${phaseNames[into]} is entered through its gate: open a review of it. Where the phase was entered without one, say here why; that is kept and counted.`,
    );
  }
  const { initiativeId } = before;
  const by = ctx.actor.personId;
  const reviewId = ctx.newId();
  const review = {
    reviewId,
    initiativeId,
    status: "passed-by",
    into,
    leaving,
    decision: "advance",
    reason,
    overrides: [],
    authors: [by],
    openedAt: ctx.now,
    openedBy: by,
    pack: null,
    digest: null,
    endedAt: ctx.now,
    endedBy: by,
    endReason: null,
  } as const;
  await insertGateReview(tx, ctx.organisationId, { ...review, overrides: [], authors: [by] });
  audit({
    action: "changeInitiative",
    noun: "gate-review",
    id: reviewId,
    before: null,
    after: review,
    reason,
  });
}
