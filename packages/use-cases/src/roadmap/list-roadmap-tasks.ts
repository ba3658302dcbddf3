import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { listRoadmapTasks as listStored, roadmapTasksOf } from "@liftledger/database/roadmap-tasks";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { pageRows } from "../lists/page-rows.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { taskView } from "./roadmap-view.ts";

type Query = EndpointRequest<"listRoadmapTasks">["query"];

/** The tasks of every roadmap, as known at an instant, the one due first before the others unless another order is asked for. */
export async function listRoadmapTasks(
  ctx: Context,
  query: Query,
): Promise<EndpointOutput<"listRoadmapTasks">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const { rows, nextCursor } = await pageOfTasks(ctx, db, query);
    const ids = [...new Set(rows.map(({ initiativeId }) => initiativeId))];
    const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
    const names = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
    const nameOf = await personNames(ctx, db);
    return { rows: rows.map((row) => taskView(row, entryOf(names, row.initiativeId), nameOf)), nextCursor };
  });
}

async function pageOfTasks(ctx: Context, db: Reader, { isDone, asOf, ...query }: Query) {
  const done = isDone === undefined ? undefined : isDone === "true";
  if (asOf === undefined) return listStored(db, ctx.organisationId, { ...query, isDone: done });
  // What a task said then stands in its versions as one text: it is found there, and paged here.
  const ids = query.initiativeId === undefined ? undefined : [query.initiativeId];
  const known = await roadmapTasksOf(db, ctx.organisationId, ids, { asOf });
  const asked = known.filter(({ doneOn }) => done === undefined || (doneOn !== null) === done);
  return pageRows(lists.listRoadmapTasks.list, asked, query);
}
