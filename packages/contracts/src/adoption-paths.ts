const adoption = "/api/v1/initiatives/{initiativeId}/adoption";

/** The endpoints of how far an initiative is used; a part of the table in `endpoint-paths.ts`. */
export const adoptionPaths = {
  getAdoption: { method: "GET", path: adoption, role: "viewer", scope: "read" },
  setAdoption: { method: "PUT", path: adoption, role: "contributor", scope: "plan" },
  listAdoptionVersions: { method: "GET", path: `${adoption}/versions`, role: "viewer", scope: "read" },
} as const;
