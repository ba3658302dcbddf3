const roadmap = "/api/v1/initiatives/{initiativeId}/roadmap";
const task = `${roadmap}/tasks/{taskId}` as const;

/** The endpoints of roadmaps, and of the portfolio on its way to production; a part of the table in `endpoint-paths.ts`. */
export const roadmapPaths = {
  getGovernance: { method: "GET", path: "/api/v1/governance", role: "viewer", scope: "read" },
  getRoadmap: { method: "GET", path: roadmap, role: "viewer", scope: "read" },
  listRoadmapTasks: { method: "GET", path: "/api/v1/roadmap-tasks", role: "viewer", scope: "read" },
  planRoadmap: { method: "POST", path: `${roadmap}/plan`, role: "contributor", scope: "plan" },
  addRoadmapTask: { method: "POST", path: `${roadmap}/tasks`, role: "contributor", scope: "plan" },
  changeRoadmapTask: { method: "PATCH", path: task, role: "contributor", scope: "plan" },
  placeRoadmapTasks: { method: "PUT", path: `${roadmap}/days`, role: "contributor", scope: "plan" },
  closeRoadmapTask: { method: "POST", path: `${task}/close`, role: "contributor", scope: "plan" },
  reopenRoadmapTask: { method: "POST", path: `${task}/reopen`, role: "contributor", scope: "plan" },
  removeRoadmapTask: { method: "POST", path: `${task}/remove`, role: "contributor", scope: "plan" },
} as const;
