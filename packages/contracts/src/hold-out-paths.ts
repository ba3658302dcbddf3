/** The endpoints of hold-outs; a part of the table in `endpoint-paths.ts`. */
export const holdOutPaths = {
  listHoldOuts: { method: "GET", path: "/api/v1/hold-outs", role: "viewer" },
  getHoldOut: { method: "GET", path: "/api/v1/hold-outs/{holdOutId}", role: "viewer" },
  listHoldOutRevisions: {
    method: "GET",
    path: "/api/v1/hold-outs/{holdOutId}/revisions",
    role: "viewer",
  },
  addHoldOut: { method: "POST", path: "/api/v1/benefits/{benefitId}/hold-outs", role: "contributor" },
  changeHoldOut: { method: "PUT", path: "/api/v1/hold-outs/{holdOutId}", role: "contributor" },
  retractHoldOut: { method: "DELETE", path: "/api/v1/hold-outs/{holdOutId}", role: "contributor" },
} as const;
