import { lists } from "@liftledger/contracts/lists";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { latestCostPoolMonths, listCostPools as listStored } from "@liftledger/database/cost-pools";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { costPoolView } from "./cost-pool-view.ts";

/** The costs that several initiatives share, oldest first. */
export async function listCostPools(
  ctx: Context,
  query: EndpointRequest<"listCostPools">["query"],
): Promise<EndpointOutput<"listCostPools">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const months = await latestCostPoolMonths(db, ctx.organisationId);
    const standing = months.filter(({ amountMinor }) => amountMinor !== null);
    const lastMonths = new Map(standing.map(({ costPoolId, month }) => [costPoolId, month]));
    const nameOf = await personNames(ctx, db);
    const rows = (await listStored(db, ctx.organisationId)).map((pool) =>
      costPoolView(pool, { lastMonth: lastMonths.get(pool.costPoolId) ?? null, nameOf }),
    );
    return pageRows(lists.listCostPools.list, rows, query);
  });
}
