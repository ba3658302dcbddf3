/** The endpoints of annotations; a part of the table in `endpoint-paths.ts`. */
export const annotationPaths = {
  listAnnotations: { method: "GET", path: "/api/v1/annotations", role: "viewer", scope: "read" },
  addAnnotation: { method: "POST", path: "/api/v1/annotations", role: "contributor", scope: "log" },
  changeAnnotation: {
    method: "PUT",
    path: "/api/v1/annotations/{annotationId}",
    role: "contributor",
    scope: "log",
  },
  retractAnnotation: {
    method: "DELETE",
    path: "/api/v1/annotations/{annotationId}",
    role: "contributor",
    scope: "log",
  },
} as const;
