import type { ChangeInitiative } from "@liftledger/contracts/initiative";
import { GateDecisionKind, GateInto } from "@liftledger/contracts/gate";
import type { GateReview } from "@liftledger/database/gate-reviews";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { Reader, Writer } from "@liftledger/database/transaction";
import { phaseNames, type Phase } from "@liftledger/roi/phase";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { writeChange } from "../initiatives/change-initiative.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { onlyRow } from "../only-row.ts";
import { ProblemError } from "../problem.ts";
import { leavesFrom } from "./gate-place.ts";

/**
 * Throws "conflict" where the initiative is over or in another phase than the review was opened in, and where it entered
 * that phase today: a day has one phase.
 */
export async function refuseOvertaken(
  ctx: Context,
  db: Reader,
  { leaving, decision }: GateReview,
  initiative: NamedInitiative,
): Promise<void> {
  const { phase, phaseEnteredOn } = onlyRow(await initiativeViews(ctx, db, [initiative]));
  const refuse = (message: string, seen: string) => {
    throw new ProblemError("conflict", message, [{ field: "status", message, seen }]);
  };
  const { name, status } = initiative;
  if (!isUnderWay(initiative)) refuse(`${name} is ${status} meanwhile: withdraw this review.`, status);
  if (phase !== leaving)
    refuse(
      `${name} is in ${phaseNames[phase]} meanwhile, and this is the gate out of ${phaseNames[leaving as Phase]}: withdraw this review, and open one of the next gate.`,
      phase,
    );
  if (decision === "advance" && leavesFrom(phaseEnteredOn, ctx.today) !== null)
    refuse(
      `It entered ${phaseNames[phase]} on ${phaseEnteredOn}: the next phase is entered on a later day.`,
      phase,
    );
}

/** What a decision does to an initiative: it enters the phase and is under way, or its status changes. */
export async function carryOut(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { decision, into }: GateReview,
  before: NamedInitiative,
): Promise<void> {
  const asked = { before, version: before.version, action: "signGateReview" };
  const phase = { phase: GateInto.parse(into), enteredOn: ctx.today };
  const changes: Record<GateDecisionKind, Omit<ChangeInitiative, "version">> = {
    advance: { phase, status: "active" },
    hold: { status: "on-hold" },
    stop: { status: "retired" },
    retire: { status: "retired" },
    graduate: { status: "graduated" },
  };
  await writeChange(ctx, tx, audit, { ...asked, changes: changes[GateDecisionKind.parse(decision)] });
}
