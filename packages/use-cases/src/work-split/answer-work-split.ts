import type { WorkSplitAnswer } from "@liftledger/contracts/work-split";
import {
  addWorkSplitAnswer,
  getWorkSplitRound,
  roundsAnsweredBy,
} from "@liftledger/database/work-split-rounds";
import { addDecimals } from "@liftledger/numerics/decimal";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { isAsked } from "./round-view.ts";

/** Adds one's own hours to the sums of an open round, once. What one person answered is kept nowhere, the chain included. */
export async function answerWorkSplit(
  ctx: Context,
  { roundId, mechanicalHours, strategicHours }: { roundId: string } & WorkSplitAnswer,
): Promise<{ roundId: string; answers: number }> {
  mustBe(ctx, "viewer");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { personId } = ctx.actor;
    const round = await getWorkSplitRound(tx, ctx.organisationId, roundId);
    if (!isAsked(ctx, round))
      throw new ProblemError("forbidden", "This round asks a team that you are not in.");
    if (round.closedAt !== null)
      throw new ProblemError("conflict", "This round is closed: its result stands. Answer in the next one.");
    if ((await roundsAnsweredBy(tx, ctx.organisationId, personId)).has(roundId))
      throw new ProblemError(
        "conflict",
        "You have answered in this round. An answer cannot be changed, because nobody knows which is yours.",
      );
    const answers = round.answers + 1;
    await addWorkSplitAnswer(tx, ctx.organisationId, {
      roundId,
      personId,
      answers,
      mechanicalHours: addDecimals(round.mechanicalHours, mechanicalHours),
      strategicHours: addDecimals(round.strategicHours, strategicHours),
    });
    const after = { roundId, answers };
    audit({ action: "answerWorkSplit", noun: "work-split-round", id: roundId, before: null, after });
    return after;
  });
}
