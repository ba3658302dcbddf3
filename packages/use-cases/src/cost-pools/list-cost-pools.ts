import { lists } from "@liftledger/contracts/lists";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listCostPools as listStored } from "@liftledger/database/cost-pools";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { askedFor } from "../retirement/retired-views.ts";
import { costPoolViews } from "./cost-pool-view.ts";

/** The costs that several initiatives share, oldest first. */
export async function listCostPools(
  ctx: Context,
  query: EndpointRequest<"listCostPools">["query"],
): Promise<EndpointOutput<"listCostPools">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const rows = await costPoolViews(ctx, db, await listStored(db, ctx.organisationId));
    return pageRows(lists.listCostPools.list, askedFor(rows, query), query);
  });
}
