/** The endpoints that retire and restore things; a part of the table in `endpoint-paths.ts`. */
export const retirementPaths = {
  retireKpi: { method: "POST", path: "/api/v1/kpis/{kpiKey}/retire", role: "finance", scope: "approve" },
  restoreKpi: { method: "POST", path: "/api/v1/kpis/{kpiKey}/restore", role: "finance", scope: "approve" },
  retireSeries: {
    method: "POST",
    path: "/api/v1/series/{seriesId}/retire",
    role: "contributor",
    scope: "log",
  },
  restoreSeries: {
    method: "POST",
    path: "/api/v1/series/{seriesId}/restore",
    role: "contributor",
    scope: "log",
  },
  retireImportRecipe: {
    method: "POST",
    path: "/api/v1/import-recipes/{recipeId}/retire",
    role: "contributor",
    scope: "log",
  },
  restoreImportRecipe: {
    method: "POST",
    path: "/api/v1/import-recipes/{recipeId}/restore",
    role: "contributor",
    scope: "log",
  },
  retireCostPool: {
    method: "POST",
    path: "/api/v1/cost-pools/{costPoolId}/retire",
    role: "finance",
    scope: "approve",
  },
  restoreCostPool: {
    method: "POST",
    path: "/api/v1/cost-pools/{costPoolId}/restore",
    role: "finance",
    scope: "approve",
  },
  retireValuePool: {
    method: "POST",
    path: "/api/v1/value-pools/{poolId}/retire",
    role: "finance",
    scope: "approve",
  },
  restoreValuePool: {
    method: "POST",
    path: "/api/v1/value-pools/{poolId}/restore",
    role: "finance",
    scope: "approve",
  },
  retireBenchmarkSet: {
    method: "POST",
    path: "/api/v1/benchmark-sets/{setId}/retire",
    role: "finance",
    scope: "approve",
  },
  restoreBenchmarkSet: {
    method: "POST",
    path: "/api/v1/benchmark-sets/{setId}/restore",
    role: "finance",
    scope: "approve",
  },
  retireCase: { method: "POST", path: "/api/v1/cases/{caseId}/retire", role: "contributor", scope: "plan" },
  restoreCase: { method: "POST", path: "/api/v1/cases/{caseId}/restore", role: "contributor", scope: "plan" },
  retireTeam: { method: "POST", path: "/api/v1/teams/{teamId}/retire", role: "admin", needs: "session" },
  restoreTeam: { method: "POST", path: "/api/v1/teams/{teamId}/restore", role: "admin", needs: "session" },
} as const;
