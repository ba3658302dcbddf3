const answers = "/api/v1/initiatives/{initiativeId}/readiness-answers";

/** The endpoints of readiness; a part of the table in `endpoint-paths.ts`. */
export const readinessPaths = {
  getReadiness: {
    method: "GET",
    path: "/api/v1/initiatives/{initiativeId}/readiness",
    role: "viewer",
    scope: "read",
  },
  listReadinessAnswers: { method: "GET", path: answers, role: "viewer", scope: "read" },
  answerReadiness: { method: "POST", path: answers, role: "contributor", scope: "plan" },
} as const;
