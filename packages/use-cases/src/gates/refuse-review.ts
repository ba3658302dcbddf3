import type { GateReview, GateReviewStatus } from "@liftledger/database/gate-reviews";
import type { Reader } from "@liftledger/database/transaction";
import { phaseNames, type Phase } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import { personNames } from "../people/person-names.ts";
import { ProblemError } from "../problem.ts";
import { decisionsAt, leavesFrom } from "./gate-place.ts";

/** Throws "conflict" unless the review is as far as one of these: who took it where it is, and what to do. */
export async function refuseUnlessReview(
  ctx: Context,
  db: Reader,
  review: GateReview,
  allowed: readonly GateReviewStatus[],
  deed: string,
): Promise<void> {
  const { status, endedAt, endedBy } = review;
  if (allowed.includes(status)) return;
  const nameOf = await personNames(ctx, db);
  const by = endedBy === null ? "" : ` by ${nameOf(endedBy)}`;
  const on = endedAt === null ? "" : ` on ${dayOf(ctx, endedAt)}`;
  const [was, toDo] = {
    open: ["is open", "sign it first"],
    signed: ["has a signature and does not change", "withdraw it, and open another"],
    decided: [`was decided${by}${on}`, "open a review of the gate that comes next"],
    withdrawn: [`was withdrawn${by}${on}`, "open another"],
    "passed-by": [`was passed by${by}${on}`, "open a review of the gate that comes next"],
  }[status];
  const message = `This review ${was}: it cannot be ${deed}. Instead ${toDo}.`;
  throw new ProblemError("conflict", message, [{ field: "status", message, seen: status }]);
}

/** Throws "invalid-request" for a decision that this gate does not have, and for what is let pass twice. */
export function refuseUnsoundRequest(
  place: { into: GateReview["into"]; leaving: GateReview["leaving"] },
  { decision, overrides }: { decision: string; overrides: readonly { criterion: string }[] },
): void {
  const known: readonly string[] = decisionsAt(place as Parameters<typeof decisionsAt>[0]);
  if (!known.includes(decision)) {
    const message = `Nothing follows ${phaseNames[place.leaving as Phase]}: ask for one of ${known.join(", ")}.`;
    throw new ProblemError("invalid-request", message, [{ field: "decision", message, seen: decision }]);
  }
  const criteria = overrides.map(({ criterion }) => criterion);
  const twice = criteria.findIndex((criterion, index) => criteria.indexOf(criterion) < index);
  if (twice < 0) return;
  const message = `"${criteria[twice]}" is let pass twice: say it once.`;
  throw new ProblemError("invalid-request", message, [
    { field: `overrides.${twice}.criterion`, message, seen: criteria[twice] ?? "" },
  ]);
}

/** Throws "invalid-request" where somebody asks to advance on the day on which the phase was entered, or before it. */
export function refuseTooSoon(
  { today }: Pick<Context, "today">,
  { phase, phaseEnteredOn }: { phase: Phase; phaseEnteredOn: string },
  decision: string,
): void {
  const from = leavesFrom(phaseEnteredOn, today);
  if (decision !== "advance" || from === null) return;
  const message = `It enters ${phaseNames[phase]} on ${phaseEnteredOn} and has not been there for a day: ask for the next phase from ${from} on.`;
  throw new ProblemError("invalid-request", message, [{ field: "decision", message, seen: decision }]);
}
