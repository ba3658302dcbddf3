import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { listRoadmapTasks as listStored } from "@liftledger/database/roadmap-tasks";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { taskView } from "./roadmap-view.ts";

/** The tasks of every roadmap, the one due first before the others unless another order is asked for. */
export async function listRoadmapTasks(
  ctx: Context,
  { isDone, ...query }: EndpointRequest<"listRoadmapTasks">["query"],
): Promise<EndpointOutput<"listRoadmapTasks">> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  const wanted = { ...query, ...(isDone === undefined ? {} : { isDone: isDone === "true" }) };
  const { rows, nextCursor } = await listStored(read, ctx.organisationId, wanted);
  const ids = [...new Set(rows.map(({ initiativeId }) => initiativeId))];
  const initiatives = await listInitiativesByIds(read, ctx.organisationId, ids);
  const names = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
  const nameOf = await personNames(ctx, read);
  return { rows: rows.map((row) => taskView(row, entryOf(names, row.initiativeId), nameOf)), nextCursor };
}
