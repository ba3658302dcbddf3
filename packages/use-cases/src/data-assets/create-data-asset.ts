import type { DataAsset, DataAssetFields } from "@liftledger/contracts/data-asset";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { writeDataAsset } from "./write-data-asset.ts";

/** Enters data into the organisation's inventory. */
export async function createDataAsset(ctx: Context, wanted: DataAssetFields): Promise<DataAsset> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, (tx, audit, ctx) => writeDataAsset(ctx, tx, audit, { wanted, before: null }));
}
