/** The endpoints of the survey of how work is split; a part of the table in `endpoint-paths.ts`. */
export const workSplitPaths = {
  listWorkSplitRounds: { method: "GET", path: "/api/v1/work-split-rounds", role: "viewer", scope: "read" },
  openWorkSplitRound: {
    method: "POST",
    path: "/api/v1/work-split-rounds",
    role: "finance",
    scope: "approve",
  },
  closeWorkSplitRound: {
    method: "POST",
    path: "/api/v1/work-split-rounds/{roundId}/close",
    role: "finance",
    scope: "approve",
  },
  // People answer, each for themselves: no key does.
  answerWorkSplit: {
    method: "POST",
    path: "/api/v1/work-split-rounds/{roundId}/answers",
    role: "viewer",
  },
} as const;
