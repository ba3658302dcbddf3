const workflow = "/api/v1/initiatives/{initiativeId}/workflow";

/** The endpoints of how the work of an initiative is done; a part of the table in `endpoint-paths.ts`. */
export const workflowPaths = {
  getWorkflow: { method: "GET", path: workflow, role: "viewer", scope: "read" },
  setWorkflow: { method: "PUT", path: workflow, role: "contributor", scope: "plan" },
  listWorkflowVersions: { method: "GET", path: `${workflow}/versions`, role: "viewer", scope: "read" },
} as const;
