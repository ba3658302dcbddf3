import type { NewReadinessAnswer, ReadinessAnswer } from "@liftledger/contracts/readiness";
import { insertReadinessAnswer } from "@liftledger/database/readiness-answers";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { answerView } from "./answer-view.ts";
import { mustBeThere } from "./must-be-there.ts";

/** Answers a question of readiness of one's own initiative, with what shows it. Earlier answers stay. */
export async function answerReadiness(
  ctx: Context,
  { initiativeId, question, score, evidence }: { initiativeId: string } & NewReadinessAnswer,
): Promise<ReadinessAnswer> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await getOwnInitiative(ctx, tx, initiativeId);
    await mustBeThere(ctx, tx, evidence);
    const answerId = ctx.newId();
    const by = { answeredAt: ctx.now, answeredBy: ctx.actor.personId };
    const answer = { answerId, initiativeId, question, score, evidence, ...by };
    await insertReadinessAnswer(tx, ctx.organisationId, answer);
    audit({ action: "answerReadiness", noun: "readiness-answer", id: answerId, before: null, after: answer });
    return answerView(answer, await personNames(ctx, tx));
  });
}
