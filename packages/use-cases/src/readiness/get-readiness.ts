import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import { Readiness } from "@liftledger/contracts/readiness";
import { getInitiative, type NamedInitiative } from "@liftledger/database/initiatives";
import { listInitiativePhases } from "@liftledger/database/initiative-phases";
import { readinessAnswersOf } from "@liftledger/database/readiness-answers";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { proposeReadiness } from "@liftledger/roi/governance/propose-readiness";
import { readinessQuestion } from "@liftledger/roi/governance/readiness-questions";
import { readiness, readinessOn } from "@liftledger/roi/governance/readiness";
import { phases, type GatePhase, type Phase } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { answerView } from "./answer-view.ts";
import { knownFacts } from "./known-facts.ts";

type Query = EndpointRequest<"getReadiness">["query"];

/** Readiness of an initiative for the next phase, as known at an instant, with what the product proposes now. */
export async function getReadiness(
  ctx: Context,
  { initiativeId, into: asked, asOf }: { initiativeId: string } & Query,
): Promise<Readiness> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const initiative = await getInitiative(db, ctx.organisationId, initiativeId);
    const into = asked ?? (await nextPhase(ctx, db, initiative));
    const known = asOf ?? ctx.now;
    const kept = await readinessAnswersOf(db, ctx.organisationId, initiativeId, { asOf: known });
    const nameOf = await personNames(ctx, db);
    const views = kept.map((answer) => answerView(answer, nameOf));
    const history = views.map(({ answeredAt: on, answeredBy: by, ...answer }) => ({ ...answer, on, by }));
    const latest = readinessOn(history, known);
    const { questions, tree: _tree, ...answer } = readiness(into, latest);
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

/** The phase after the one it is in; of the last one, that. */
async function nextPhase(ctx: Context, db: Reader, { initiativeId }: NamedInitiative): Promise<GatePhase> {
  const histories = await listInitiativePhases(db, ctx.organisationId, [initiativeId]);
  const present = histories.get(initiativeId)?.at(-1)?.phase ?? "foundation";
  const next = phases[phases.indexOf(present as Phase) + 1] ?? "transform";
  return next === "foundation" ? "pilots" : next;
}
