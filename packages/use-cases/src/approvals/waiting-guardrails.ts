import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { currentProductionFacts } from "@liftledger/database/production-facts";
import type { Reader } from "@liftledger/database/transaction";
import { findWorkflowVersion } from "@liftledger/database/workflow-versions";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { keptFacts, productionView } from "../production/production-view.ts";
import { workflowView } from "../workflow/workflow-view.ts";
import type { Waiting } from "./waiting.ts";

/**
 * The guardrails that a changed scope has reopened and nobody has approved for it; at most one row an initiative. Where it
 * was retired there is nothing left to guard.
 */
export async function waitingGuardrails(ctx: Context, db: Reader): Promise<Waiting[]> {
  const reopened = (await currentProductionFacts(db, ctx.organisationId)).flatMap((facts) => {
    const by = keptFacts(facts).reopened;
    return by === null ? [] : [{ facts, by }];
  });
  if (reopened.length === 0) return [];
  const ids = reopened.map(({ facts }) => facts.initiativeId);
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
  const running = new Map(
    initiatives
      .filter(({ status }) => status !== "retired")
      .map((initiative) => [initiative.initiativeId, initiative.name]),
  );
  const nameOf = await personNames(ctx, db);
  const waiting: Waiting[] = [];
  for (const { facts, by } of reopened) {
    const { initiativeId, version } = facts;
    const name = running.get(initiativeId);
    if (name === undefined) continue;
    const { dataAccessRule, outputReviewRule, errorHandlingRule } = productionView(
      initiativeId,
      facts,
      nameOf,
    );
    const workflow = await findWorkflowVersion(db, ctx.organisationId, initiativeId);
    const rules = [dataAccessRule, outputReviewRule, errorHandlingRule].flatMap((rule) =>
      rule === null ? [] : [{ where: rule.where, owner: rule.owner }],
    );
    waiting.push({
      kind: "guardrails",
      objectId: initiativeId,
      version,
      what: `Guardrails of ${name} for its changed scope`,
      seriesId: null,
      kpiKey: null,
      initiativeId,
      authorId: by.by,
      askedAt: by.at,
      baseline: null,
      assumptions: null,
      businessCase: null,
      gateReview: null,
      guardrails: {
        scope: workflowView(initiativeId, workflow, nameOf).scope,
        changedOn: by.on,
        rules,
      },
    });
  }
  return waiting;
}
