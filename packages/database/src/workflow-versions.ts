import { versionsTable, type VersionOf } from "./versions-table.ts";

/** A version of how the work of an initiative is done. */
export type WorkflowVersion = VersionOf<"initiativeId", "workflow">;

export const {
  insert: insertWorkflowVersion,
  find: findWorkflowVersion,
  latestOf: latestWorkflowVersions,
  list: listWorkflowVersions,
} = versionsTable({
  table: "workflow_versions",
  id: ["initiative_id", "initiativeId"],
  said: ["workflow", "workflow"],
});
