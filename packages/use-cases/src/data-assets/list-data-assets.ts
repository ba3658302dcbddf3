import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { latestDataAssetVersions } from "@liftledger/database/data-asset-versions";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { askedFor } from "../retirement/retired-views.ts";
import { dataAssetViews } from "./data-asset-views.ts";

/** The inventory of data by name, as known at an instant. */
export async function listDataAssets(
  ctx: Context,
  query: EndpointRequest<"listDataAssets">["query"],
): Promise<EndpointOutput<"listDataAssets">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const versions = await latestDataAssetVersions(db, ctx.organisationId, query);
    const rows = await dataAssetViews(ctx, db, versions, query);
    return pageRows(lists.listDataAssets.list, askedFor(rows, query), query);
  });
}
