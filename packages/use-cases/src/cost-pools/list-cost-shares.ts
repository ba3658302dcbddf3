import { lists } from "@liftledger/contracts/lists";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { costShareView } from "./cost-share-view.ts";
import { readSharedCosts } from "./read-shared-costs.ts";

/** Who bears what of the shared costs, latest month first; of one of them or of one initiative where asked for. */
export async function listCostShares(
  ctx: Context,
  query: EndpointRequest<"listCostShares">["query"],
): Promise<EndpointOutput<"listCostShares">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const { asOf, costPoolId } = query;
    const { shares, initiativeNames } = await readSharedCosts(ctx, db, { asOf, costPoolId });
    const { currency } = await getOrganisation(ctx, db);
    const told = { currency, initiativeNames, nameOf: await personNames(ctx, db) };
    const rows = shares.map((share) => costShareView(share, told));
    return pageRows(lists.listCostShares.list, rows, query);
  });
}
