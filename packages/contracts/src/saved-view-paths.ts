/** The endpoints of saved views; a part of the table in `endpoint-paths.ts`. They are for people only. */
export const savedViewPaths = {
  listSavedViews: { method: "GET", path: "/api/v1/saved-views", role: "viewer", needs: "session" },
  saveView: { method: "POST", path: "/api/v1/saved-views", role: "viewer", needs: "session" },
  changeSavedView: { method: "PUT", path: "/api/v1/saved-views/{viewId}", role: "viewer", needs: "session" },
  removeSavedView: {
    method: "DELETE",
    path: "/api/v1/saved-views/{viewId}",
    role: "viewer",
    needs: "session",
  },
} as const;
