/** The endpoints of the tool register and the data inventory; a part of the table in `endpoint-paths.ts`. */
export const registerPaths = {
  listTools: { method: "GET", path: "/api/v1/tools", role: "viewer", scope: "read" },
  createTool: { method: "POST", path: "/api/v1/tools", role: "contributor", scope: "plan" },
  changeTool: { method: "PUT", path: "/api/v1/tools/{toolId}", role: "contributor", scope: "plan" },
  listToolVersions: {
    method: "GET",
    path: "/api/v1/tools/{toolId}/versions",
    role: "viewer",
    scope: "read",
  },
  getToolOverload: { method: "GET", path: "/api/v1/tool-overload", role: "viewer", scope: "read" },
  listDataAssets: { method: "GET", path: "/api/v1/data-assets", role: "viewer", scope: "read" },
  createDataAsset: { method: "POST", path: "/api/v1/data-assets", role: "contributor", scope: "plan" },
  changeDataAsset: {
    method: "PUT",
    path: "/api/v1/data-assets/{dataAssetId}",
    role: "contributor",
    scope: "plan",
  },
  listDataAssetVersions: {
    method: "GET",
    path: "/api/v1/data-assets/{dataAssetId}/versions",
    role: "viewer",
    scope: "read",
  },
} as const;
