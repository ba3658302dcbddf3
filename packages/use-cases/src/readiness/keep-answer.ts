import type { NewReadinessAnswer } from "@liftledger/contracts/readiness";
import { insertReadinessAnswer, type ReadinessAnswer } from "@liftledger/database/readiness-answers";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";

/** Adds an answer to those of an initiative, and tells the chain. */
export async function keepAnswer(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { initiativeId, question, score, evidence }: { initiativeId: string } & NewReadinessAnswer,
): Promise<ReadinessAnswer> {
  const answerId = ctx.newId();
  const by = { answeredAt: ctx.now, answeredBy: ctx.actor.personId };
  const answer = { answerId, initiativeId, question, score, evidence, ...by };
  await insertReadinessAnswer(tx, ctx.organisationId, answer);
  audit({ action: "answerReadiness", noun: "readiness-answer", id: answerId, before: null, after: answer });
  return answer;
}
