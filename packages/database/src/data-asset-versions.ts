import { versionsTable, type VersionOf } from "./versions-table.ts";

/** What the inventory says of data, at one version. */
export type DataAssetVersion = VersionOf<"dataAssetId", "facts">;

export const {
  insert: insertDataAssetVersion,
  latestOfAll: latestDataAssetVersions,
  list: listDataAssetVersions,
} = versionsTable({
  table: "data_asset_versions",
  id: ["data_asset_id", "dataAssetId"],
  said: ["facts", "facts"],
});
