/** What the examples of roadmaps are about. */
export const roadmapExampleIds = { taskId: "0198f2a0-7c00-7000-8000-0000000000c1" } as const;

const { taskId } = roadmapExampleIds;

/** A request to each endpoint of roadmaps, about tasks of an initiative; a part of `examples.ts`. */
export const roadmapExamples = (initiativeId: string) => {
  const ofTask = { params: { initiativeId, taskId } };
  return {
    getGovernance: { query: { until: "2026-06-14" } },
    getRoadmap: { params: { initiativeId }, query: { until: "2026-06-14" } },
    listRoadmapTasks: { query: { initiativeId, isDone: "false" } },
    planRoadmap: { params: { initiativeId }, body: { startsOn: "2026-06-01", into: "scale" } },
    addRoadmapTask: {
      params: { initiativeId },
      body: {
        step: "governance",
        title: "Open the security review",
        owner: "Tom Reed",
        startsOn: "2026-06-01",
        dueOn: "2026-06-14",
        dependsOn: [],
        shownBy: "The ticket of the review",
        finding: "security-review",
      },
    },
    changeRoadmapTask: { ...ofTask, body: { version: 1, startsOn: "2026-06-08", dueOn: "2026-06-21" } },
    placeRoadmapTasks: {
      params: { initiativeId },
      body: { tasks: [{ taskId, version: 1, startsOn: "2026-06-08", dueOn: "2026-06-21" }] },
    },
    closeRoadmapTask: {
      ...ofTask,
      body: { version: 1, evidence: [{ kind: "file", reference: "review-2026-17.pdf" }] },
    },
    reopenRoadmapTask: {
      ...ofTask,
      body: { version: 2, reason: "The review was closed without the integration" },
    },
    removeRoadmapTask: { ...ofTask, body: { version: 1, reason: "Another task covers it" } },
  };
};
