import type { DataAsset } from "@liftledger/contracts/data-asset";
import type { RestoreThing, RetireThing } from "@liftledger/contracts/retirement";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { restoreThing, retireThing, type Retirable, type RetirableThing } from "../retirement/retirable.ts";
import { dataAssetFacts } from "./data-asset-facts.ts";
import { dataAssetViews } from "./data-asset-views.ts";
import { getDataAsset } from "./get-data-asset.ts";

const kind: Retirable<RetirableThing, DataAsset> = {
  noun: "data-asset",
  called: "data",
  needs: "contributor",
  actions: { retire: "retireDataAsset", restore: "restoreDataAsset" },
  async get(ctx, tx, dataAssetId) {
    const asset = await getDataAsset(ctx, tx, dataAssetId);
    const { name } = dataAssetFacts(asset);
    return { objectId: dataAssetId, name, version: asset.version, facts: asset };
  },
  view: async (ctx, db, dataAssetId) =>
    onlyRow(await dataAssetViews(ctx, db, [await getDataAsset(ctx, db, dataAssetId)])),
};

/** Takes data out of the inventory; what was recorded of them stays. */
export async function retireDataAsset(
  ctx: Context,
  request: { dataAssetId: string } & RetireThing,
): Promise<DataAsset> {
  return retireThing(ctx, kind, { id: request.dataAssetId, ...request });
}

/** Brings retired data back into the inventory. */
export async function restoreDataAsset(
  ctx: Context,
  request: { dataAssetId: string } & RestoreThing,
): Promise<DataAsset> {
  return restoreThing(ctx, kind, { id: request.dataAssetId, ...request });
}
