import { versionsTable, type VersionOf } from "./versions-table.ts";

/** What the register says of a tool, at one version. */
export type ToolVersion = VersionOf<"toolId", "facts">;

export const {
  insert: insertToolVersion,
  latestOfAll: latestToolVersions,
  list: listToolVersions,
} = versionsTable({
  table: "tool_versions",
  id: ["tool_id", "toolId"],
  said: ["facts", "facts"],
});
