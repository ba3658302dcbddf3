import type { ReadinessAnswer } from "@liftledger/database/readiness-answers";
import { roadmapTasksOf, updateRoadmapTask } from "@liftledger/database/roadmap-tasks";
import type { Writer } from "@liftledger/database/transaction";
import type { QuestionKey } from "@liftledger/roi/governance/readiness-questions";
import { closeByReadiness } from "@liftledger/roi/governance/roadmap-progress";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { engineTasks } from "./engine-tasks.ts";

/** Does the open tasks of an initiative that an answer closes: its evidence is theirs. */
export async function closeAnsweredTasks(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { initiativeId, question, score, evidence }: ReadinessAnswer,
): Promise<void> {
  const tasks = await roadmapTasksOf(tx, ctx.organisationId, [initiativeId]);
  const questions = [{ question: question as QuestionKey, score }];
  const closed = closeByReadiness(engineTasks(tasks), { questions }, ctx.today);
  for (const [place, before] of tasks.entries()) {
    const doneOn = closed[place]?.doneOn ?? null;
    if (doneOn === before.doneOn) continue;
    const by = { doneBy: ctx.actor.personId, changedAt: ctx.now, changedBy: ctx.actor.personId };
    const after = { ...before, doneOn, evidence, version: before.version + 1, ...by };
    await updateRoadmapTask(tx, ctx.organisationId, before.version, after);
    audit({ action: "closeRoadmapTask", noun: "roadmap-task", id: before.taskId, before, after });
  }
}
