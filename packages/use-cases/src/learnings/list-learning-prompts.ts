import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { LearningPrompt } from "@liftledger/contracts/learning";
import { lists } from "@liftledger/contracts/lists";
import { initiativesWithLearnings } from "@liftledger/database/learnings";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";

/** The initiatives that ended, and of which nobody has written yet what was learned. */
export async function listLearningPrompts(
  ctx: Context,
  query: EndpointRequest<"listLearningPrompts">["query"],
): Promise<EndpointOutput<"listLearningPrompts">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const ended = (await allInitiatives(ctx, db)).filter((initiative) => !isUnderWay(initiative));
    const written = await initiativesWithLearnings(db, ctx.organisationId);
    const views = await initiativeViews(
      ctx,
      db,
      ended.filter(({ initiativeId }) => !written.has(initiativeId)),
    );
    const rows = views.map(({ initiativeId, name, team, sentence, status, outcome }) =>
      LearningPrompt.parse({
        initiativeId,
        name,
        team,
        sentence,
        occasion: status,
        kpiKey: outcome?.kpiKey ?? null,
      }),
    );
    return pageRows(lists.listLearningPrompts.list, rows, query);
  });
}
