import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import { Readiness } from "@liftledger/contracts/readiness";
import { getInitiative } from "@liftledger/database/initiatives";
import { inSnapshot } from "@liftledger/database/transaction";
import { proposeReadiness } from "@liftledger/roi/governance/propose-readiness";
import { readinessQuestion } from "@liftledger/roi/governance/readiness-questions";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { countedReadiness } from "./counted-readiness.ts";
import { knownFacts } from "./known-facts.ts";

type Query = EndpointRequest<"getReadiness">["query"];

/** Readiness of an initiative for the next phase, as known at an instant, with what the product proposes now. */
export async function getReadiness(
  ctx: Context,
  { initiativeId, into, asOf }: { initiativeId: string } & Query,
): Promise<Readiness> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const initiative = await getInitiative(db, ctx.organisationId, initiativeId);
    const known = asOf ?? ctx.now;
    const { ready, latest } = await countedReadiness(ctx, db, initiativeId, { into, asOf });
    const { questions, tree: _tree, ...answer } = ready;
    const proposed = asOf === undefined ? proposeReadiness(await knownFacts(ctx, db, initiative)) : [];
    return Readiness.parse({
      ...answer,
      initiativeId,
      asOf: known,
      questions: questions.map(({ by: answeredBy, on: answeredAt, ...question }) => {
        const { todo, shownBy } = readinessQuestion(question.question);
        const { evidence = [] } = latest.find((one) => one.question === question.question) ?? {};
        const own = proposed.find((one) => one.question === question.question) ?? null;
        return { ...question, todo, shownBy, evidence, answeredBy, answeredAt, proposed: own };
      }),
    });
  });
}
