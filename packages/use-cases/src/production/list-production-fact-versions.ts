import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { getInitiative } from "@liftledger/database/initiatives";
import { listProductionFacts } from "@liftledger/database/production-facts";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { productionView } from "./production-view.ts";

/** Every version of what lets an initiative run in production, the latest first unless another order is asked for. */
export async function listProductionFactVersions(
  ctx: Context,
  query: { initiativeId: string } & EndpointRequest<"listProductionFactVersions">["query"],
): Promise<EndpointOutput<"listProductionFactVersions">> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  await getInitiative(read, ctx.organisationId, query.initiativeId);
  const { rows, nextCursor } = await listProductionFacts(read, ctx.organisationId, query);
  const nameOf = await personNames(ctx, read);
  return { rows: rows.map((row) => productionView(query.initiativeId, row, nameOf)), nextCursor };
}
