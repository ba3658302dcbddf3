import { latestDataAssetVersions, type DataAssetVersion } from "@liftledger/database/data-asset-versions";
import { NotFoundError } from "@liftledger/database/errors";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** The latest version of data in the inventory; throws `NotFoundError`. */
export async function getDataAsset(ctx: Context, db: Reader, dataAssetId: string): Promise<DataAssetVersion> {
  const assets = await latestDataAssetVersions(db, ctx.organisationId);
  const found = assets.find((asset) => asset.dataAssetId === dataAssetId);
  if (found === undefined) throw new NotFoundError("data", dataAssetId);
  return found;
}
