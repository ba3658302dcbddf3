const estimate = "/api/v1/initiatives/{initiativeId}/candidate-estimate";

/** The endpoints of candidates; a part of the table in `endpoint-paths.ts`. */
export const candidatePaths = {
  listCandidates: { method: "GET", path: "/api/v1/candidates", role: "viewer", scope: "read" },
  getFocusWarnings: { method: "GET", path: "/api/v1/focus-warnings", role: "viewer", scope: "read" },
  getCandidateEstimate: { method: "GET", path: estimate, role: "viewer", scope: "read" },
  listCandidateEstimateVersions: {
    method: "GET",
    path: `${estimate}/versions`,
    role: "viewer",
    scope: "read",
  },
  setCandidateEstimate: { method: "PUT", path: estimate, role: "contributor", scope: "plan" },
} as const;
