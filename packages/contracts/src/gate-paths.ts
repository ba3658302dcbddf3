const review = "/api/v1/gate-reviews/{reviewId}";

/** The endpoints of gates and kill rules; a part of the table in `endpoint-paths.ts`. */
export const gatePaths = {
  getGate: { method: "GET", path: "/api/v1/initiatives/{initiativeId}/gate", role: "viewer", scope: "read" },
  openGateReview: {
    method: "POST",
    path: "/api/v1/initiatives/{initiativeId}/gate-reviews",
    role: "contributor",
    scope: "plan",
  },
  listGateReviews: { method: "GET", path: "/api/v1/gate-reviews", role: "viewer", scope: "read" },
  getGateReview: { method: "GET", path: review, role: "viewer", scope: "read" },
  changeGateReview: { method: "PUT", path: review, role: "contributor", scope: "plan" },
  signGateReview: { method: "POST", path: `${review}/sign`, role: "finance", needs: "recent-sign-in" },
  withdrawGateReview: { method: "POST", path: `${review}/withdraw`, role: "contributor", scope: "plan" },
  getGateCounts: { method: "GET", path: "/api/v1/gate-counts", role: "viewer", scope: "read" },
  getGateRules: { method: "GET", path: "/api/v1/gate-rules", role: "viewer", scope: "read" },
  setGateRules: { method: "POST", path: "/api/v1/gate-rules", role: "finance", scope: "approve" },
  listGateRules: { method: "GET", path: "/api/v1/gate-rules/versions", role: "viewer", scope: "read" },
  listKillRules: { method: "GET", path: "/api/v1/kill-rules", role: "viewer", scope: "read" },
  declareKillRule: {
    method: "POST",
    path: "/api/v1/initiatives/{initiativeId}/kill-rules",
    role: "contributor",
    scope: "plan",
  },
  withdrawKillRule: {
    method: "POST",
    path: "/api/v1/kill-rules/{killRuleId}/withdraw",
    role: "contributor",
    scope: "plan",
  },
} as const;
