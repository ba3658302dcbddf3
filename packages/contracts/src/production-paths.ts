const facts = "/api/v1/initiatives/{initiativeId}/production-facts";

/** The endpoints of what lets an initiative run in production; a part of the table in `endpoint-paths.ts`. */
export const productionPaths = {
  getProductionFacts: { method: "GET", path: facts, role: "viewer", scope: "read" },
  setProductionFacts: { method: "PUT", path: facts, role: "contributor", scope: "plan" },
  approveGuardrails: {
    method: "POST",
    path: `${facts}/approve-guardrails`,
    role: "finance",
    scope: "approve",
  },
  listProductionFactVersions: { method: "GET", path: `${facts}/versions`, role: "viewer", scope: "read" },
  getFindings: {
    method: "GET",
    path: "/api/v1/initiatives/{initiativeId}/findings",
    role: "viewer",
    scope: "read",
  },
} as const;
