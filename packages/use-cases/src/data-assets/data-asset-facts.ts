import { DataAssetFields } from "@liftledger/contracts/data-asset";
import type { DataAssetVersion } from "@liftledger/database/data-asset-versions";
import { parseJson } from "@liftledger/database/json";

/** What the inventory keeps of data: their owner by id. */
export function dataAssetFacts({ facts }: Pick<DataAssetVersion, "facts">): DataAssetFields {
  return parseJson(DataAssetFields, facts);
}
