const version = "/api/v1/cases/{caseId}/versions/{number}";

/** The endpoints of business cases; a part of the table in `endpoint-paths.ts`. */
export const businessCasePaths = {
  listCases: { method: "GET", path: "/api/v1/cases", role: "viewer", scope: "read" },
  createCase: { method: "POST", path: "/api/v1/cases", role: "contributor", scope: "plan" },
  getCase: { method: "GET", path: "/api/v1/cases/{caseId}", role: "viewer", scope: "read" },
  renameCase: { method: "PATCH", path: "/api/v1/cases/{caseId}", role: "contributor", scope: "plan" },
  listCaseVersions: {
    method: "GET",
    path: "/api/v1/cases/{caseId}/versions",
    role: "viewer",
    scope: "read",
  },
  addCaseVersion: {
    method: "POST",
    path: "/api/v1/cases/{caseId}/versions",
    role: "contributor",
    scope: "plan",
  },
  getCaseVersion: { method: "GET", path: version, role: "viewer", scope: "read" },
  changeCaseVersion: { method: "PUT", path: version, role: "contributor", scope: "plan" },
  listCaseDifferences: { method: "GET", path: `${version}/differences`, role: "viewer", scope: "read" },
  evaluateCaseVersion: { method: "GET", path: `${version}/evaluation`, role: "viewer", scope: "read" },
  simulateCaseVersion: { method: "GET", path: `${version}/simulation`, role: "viewer", scope: "read" },
  listCaseFlows: { method: "GET", path: `${version}/cash-flows`, role: "viewer", scope: "read" },
  getCaseActuals: { method: "GET", path: `${version}/actuals`, role: "viewer", scope: "read" },
  submitCaseVersion: { method: "POST", path: `${version}/submit`, role: "contributor", scope: "plan" },
  returnCaseVersion: { method: "POST", path: `${version}/return`, role: "finance", needs: "session" },
  approveCaseVersion: {
    method: "POST",
    path: `${version}/approve`,
    role: "finance",
    needs: "recent-sign-in",
  },
  withdrawCaseVersion: { method: "POST", path: `${version}/withdraw`, role: "contributor", scope: "plan" },
  listCaseComments: { method: "GET", path: `${version}/comments`, role: "viewer", scope: "read" },
  addCaseComment: { method: "POST", path: `${version}/comments`, role: "contributor", scope: "plan" },
  resolveCaseComment: {
    method: "POST",
    path: "/api/v1/case-comments/{commentId}/resolve",
    role: "contributor",
    scope: "plan",
  },
  listCaseSettings: { method: "GET", path: "/api/v1/case-settings", role: "viewer", scope: "read" },
  setCaseSettings: { method: "POST", path: "/api/v1/case-settings", role: "finance", scope: "approve" },
} as const;
