import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listDataAssetVersions as listStored } from "@liftledger/database/data-asset-versions";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { namedDataAssets } from "./data-asset-views.ts";
import { getDataAsset } from "./get-data-asset.ts";

/** Every version of what the inventory says of data, the latest first unless another order is asked for. */
export async function listDataAssetVersions(
  ctx: Context,
  query: { dataAssetId: string } & EndpointRequest<"listDataAssetVersions">["query"],
): Promise<EndpointOutput<"listDataAssetVersions">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    await getDataAsset(ctx, db, query.dataAssetId);
    const { rows, nextCursor } = await listStored(db, ctx.organisationId, query);
    const nameOf = await personNames(ctx, db);
    const named = await namedDataAssets(ctx, db, rows);
    return {
      rows: named.map(({ recordedBy, ...row }) => ({ ...row, recordedBy: nameOf(recordedBy) })),
      nextCursor,
    };
  });
}
