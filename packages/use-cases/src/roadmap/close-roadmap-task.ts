import { NewReadinessAnswer } from "@liftledger/contracts/readiness";
import type { CloseRoadmapTask, Roadmap } from "@liftledger/contracts/roadmap";
import { updateRoadmapTask } from "@liftledger/database/roadmap-tasks";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { countedReadiness } from "../readiness/counted-readiness.ts";
import { keepAnswer } from "../readiness/keep-answer.ts";
import { mustBeThere } from "../readiness/must-be-there.ts";
import { getOwnTask } from "./own-task.ts";
import { roadmapView } from "./roadmap-view.ts";

/**
 * Closes a task with what shows that it is done. Of one that is of a question, that is the question's answer too: at the
 * score that closes the task, unless it stands higher already.
 */
export async function closeRoadmapTask(
  ctx: Context,
  {
    initiativeId,
    taskId,
    version,
    doneOn = ctx.today,
    evidence,
  }: { initiativeId: string; taskId: string } & CloseRoadmapTask,
): Promise<Roadmap> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { initiative, task: before } = await getOwnTask(ctx, tx, { initiativeId, taskId, version });
    if (before.doneOn !== null)
      throw new ProblemError("conflict", `“${before.title}” was done on ${before.doneOn}.`);
    if (doneOn > ctx.today) {
      const message = "It lies in the future: say it on the day.";
      throw new ProblemError("invalid-request", message, [{ field: "doneOn", message, seen: doneOn }]);
    }
    await mustBeThere(ctx, tx, evidence);
    const by = { doneBy: ctx.actor.personId, changedAt: ctx.now, changedBy: ctx.actor.personId };
    const after = { ...before, doneOn, evidence, ...by, version: version + 1 };
    await updateRoadmapTask(tx, ctx.organisationId, version, after);
    audit({ action: "closeRoadmapTask", noun: "roadmap-task", id: taskId, before, after });
    const { question, neededScore } = before;
    if (question !== null && neededScore !== null) {
      const { ready } = await countedReadiness(ctx, tx, initiativeId, { asOf: ctx.now });
      const score = ready.questions.find((one) => one.question === question)?.score ?? 0;
      const answer = NewReadinessAnswer.parse({ question, score: neededScore, evidence });
      if (score < neededScore) await keepAnswer(ctx, tx, audit, { initiativeId, ...answer });
    }
    return roadmapView(ctx, tx, initiative);
  });
}
