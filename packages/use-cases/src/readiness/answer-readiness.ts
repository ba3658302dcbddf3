import type { NewReadinessAnswer, ReadinessAnswer } from "@liftledger/contracts/readiness";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { closeAnsweredTasks } from "../roadmap/close-answered-tasks.ts";
import { answerView } from "./answer-view.ts";
import { keepAnswer } from "./keep-answer.ts";
import { mustBeThere } from "./must-be-there.ts";

/**
 * Answers a question of readiness of one's own initiative, with what shows it. Earlier answers stay. Tasks of its
 * roadmap that the score closes are done.
 */
export async function answerReadiness(
  ctx: Context,
  { initiativeId, ...given }: { initiativeId: string } & NewReadinessAnswer,
): Promise<ReadinessAnswer> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await getOwnInitiative(ctx, tx, initiativeId);
    await mustBeThere(ctx, tx, given.evidence);
    const answer = await keepAnswer(ctx, tx, audit, { initiativeId, ...given });
    await closeAnsweredTasks(ctx, tx, audit, answer);
    return answerView(answer, await personNames(ctx, tx));
  });
}
