/** The endpoints of what the server does by itself; a part of the table in `endpoint-paths.ts`. */
export const jobPaths = {
  listJobs: { method: "GET", path: "/api/v1/jobs", role: "finance", scope: "audit" },
  getJob: { method: "GET", path: "/api/v1/jobs/{jobName}", role: "finance", scope: "audit" },
  runJob: { method: "POST", path: "/api/v1/jobs/{jobName}/run", role: "admin", needs: "session" },
} as const;
