/** The endpoints of learnings; a part of the table in `endpoint-paths.ts`. */
export const learningPaths = {
  listLearnings: { method: "GET", path: "/api/v1/learnings", role: "viewer", scope: "read" },
  listLearningPrompts: { method: "GET", path: "/api/v1/learning-prompts", role: "viewer", scope: "read" },
  addLearning: { method: "POST", path: "/api/v1/learnings", role: "contributor", scope: "plan" },
  changeLearning: {
    method: "PUT",
    path: "/api/v1/learnings/{learningId}",
    role: "contributor",
    scope: "plan",
  },
} as const;
