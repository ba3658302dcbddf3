const responsibility = "/api/v1/initiatives/{initiativeId}/responsibility";

/** The endpoints of who answers for what of an initiative; a part of the table in `endpoint-paths.ts`. */
export const responsibilityPaths = {
  getResponsibility: { method: "GET", path: responsibility, role: "viewer", scope: "read" },
  setResponsibility: { method: "PUT", path: responsibility, role: "contributor", scope: "plan" },
  listResponsibilityVersions: {
    method: "GET",
    path: `${responsibility}/versions`,
    role: "viewer",
    scope: "read",
  },
} as const;
