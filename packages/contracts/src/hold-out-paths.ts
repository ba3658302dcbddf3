/** The endpoints of hold-outs; a part of the table in `endpoint-paths.ts`. */
export const holdOutPaths = {
  listHoldOuts: { method: "GET", path: "/api/v1/hold-outs", role: "viewer", scope: "read" },
  getHoldOut: { method: "GET", path: "/api/v1/hold-outs/{holdOutId}", role: "viewer", scope: "read" },
  listHoldOutRevisions: {
    method: "GET",
    path: "/api/v1/hold-outs/{holdOutId}/revisions",
    role: "viewer",
    scope: "read",
  },
  addHoldOut: {
    method: "POST",
    path: "/api/v1/benefits/{benefitId}/hold-outs",
    role: "contributor",
    scope: "log",
  },
  changeHoldOut: { method: "PUT", path: "/api/v1/hold-outs/{holdOutId}", role: "contributor", scope: "log" },
  retractHoldOut: {
    method: "DELETE",
    path: "/api/v1/hold-outs/{holdOutId}",
    role: "contributor",
    scope: "log",
  },
} as const;
