import type { ChangeDataAsset, DataAsset } from "@liftledger/contracts/data-asset";
import { LostUpdateError } from "@liftledger/database/errors";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { dataAssetFacts } from "./data-asset-facts.ts";
import { getDataAsset } from "./get-data-asset.ts";
import { writeDataAsset } from "./write-data-asset.ts";

/** Changes what the inventory says of data, as the next version after the one that was read. */
export async function changeDataAsset(
  ctx: Context,
  { dataAssetId, version, ...wanted }: { dataAssetId: string } & ChangeDataAsset,
): Promise<DataAsset> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getDataAsset(ctx, tx, dataAssetId);
    const thing = { objectId: dataAssetId, name: dataAssetFacts(before).name, field: "dataAssetId" };
    await refuseRetired(ctx, tx, "data-asset", [thing], "restore it to change it");
    if (before.version !== version) throw new LostUpdateError("data", dataAssetId, version, before.version);
    return writeDataAsset(ctx, tx, audit, { wanted, before });
  });
}
