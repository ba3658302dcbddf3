import { holdOutPaths } from "./hold-out-paths.ts";

/** The header that names the organisation a request is about; "default" when it is left out. */
export const organisationHeader = "Liftledger-Organisation";

/**
 * Every endpoint's method, path and the least role that may call it. Data only and without zod, so that
 * a page can call the API without loading the schemas. `endpoints.ts` adds what goes in and comes out.
 */
export const endpointPaths = {
  listOrganisations: { method: "GET", path: "/api/v1/organisations", role: "viewer" },
  createDemo: { method: "POST", path: "/api/v1/demo", role: "admin" },
  deleteDemo: { method: "DELETE", path: "/api/v1/demo", role: "admin" },
  listKpis: { method: "GET", path: "/api/v1/kpis", role: "viewer" },
  getKpi: { method: "GET", path: "/api/v1/kpis/{kpiKey}", role: "viewer" },
  createKpi: { method: "POST", path: "/api/v1/kpis", role: "finance" },
  changeKpi: { method: "PUT", path: "/api/v1/kpis/{kpiKey}", role: "finance" },
  listUseCasePatterns: { method: "GET", path: "/api/v1/use-case-patterns", role: "viewer" },
  listSeries: { method: "GET", path: "/api/v1/series", role: "viewer" },
  createSeries: { method: "POST", path: "/api/v1/series", role: "contributor" },
  getSeries: { method: "GET", path: "/api/v1/series/{seriesId}", role: "viewer" },
  getSeriesClaims: { method: "GET", path: "/api/v1/series/{seriesId}/claims", role: "viewer" },
  listValuePools: { method: "GET", path: "/api/v1/value-pools", role: "viewer" },
  createValuePool: { method: "POST", path: "/api/v1/value-pools", role: "finance" },
  changeValuePool: { method: "PATCH", path: "/api/v1/value-pools/{poolId}", role: "finance" },
  listSnapshots: { method: "GET", path: "/api/v1/series/{seriesId}/snapshots", role: "viewer" },
  listSnapshotRevisions: {
    method: "GET",
    path: "/api/v1/series/{seriesId}/snapshots/{period}/revisions",
    role: "viewer",
  },
  setSourceOfRecord: { method: "PUT", path: "/api/v1/series/{seriesId}/source-of-record", role: "finance" },
  listSourceComparisons: { method: "GET", path: "/api/v1/source-comparisons", role: "viewer" },
  logSnapshots: { method: "POST", path: "/api/v1/snapshots", role: "contributor" },
  getLogSheet: { method: "GET", path: "/api/v1/log-sheet", role: "viewer" },
  inspectFile: { method: "POST", path: "/api/v1/imports/inspect", role: "contributor" },
  previewImport: { method: "POST", path: "/api/v1/imports/preview", role: "contributor" },
  createImport: { method: "POST", path: "/api/v1/imports", role: "contributor" },
  runImport: { method: "POST", path: "/api/v1/imports/run", role: "contributor", answers: "events" },
  cancelImport: { method: "DELETE", path: "/api/v1/imports/run/{runId}", role: "contributor" },
  listImports: { method: "GET", path: "/api/v1/imports", role: "viewer" },
  getImport: { method: "GET", path: "/api/v1/imports/{importId}", role: "viewer" },
  listImportRecipes: { method: "GET", path: "/api/v1/import-recipes", role: "viewer" },
  saveImportRecipe: { method: "POST", path: "/api/v1/import-recipes", role: "contributor" },
  listInitiatives: { method: "GET", path: "/api/v1/initiatives", role: "viewer" },
  createInitiative: { method: "POST", path: "/api/v1/initiatives", role: "contributor" },
  getInitiative: { method: "GET", path: "/api/v1/initiatives/{initiativeId}", role: "viewer" },
  changeInitiative: { method: "PATCH", path: "/api/v1/initiatives/{initiativeId}", role: "contributor" },
  evaluateInitiative: {
    method: "GET",
    path: "/api/v1/initiatives/{initiativeId}/evaluation",
    role: "viewer",
  },
  ...holdOutPaths,
  listBenefits: { method: "GET", path: "/api/v1/initiatives/{initiativeId}/benefits", role: "viewer" },
  addBenefit: { method: "POST", path: "/api/v1/initiatives/{initiativeId}/benefits", role: "contributor" },
  changeBenefit: { method: "PATCH", path: "/api/v1/benefits/{benefitId}", role: "finance" },
  withdrawBenefit: { method: "POST", path: "/api/v1/benefits/{benefitId}/withdraw", role: "finance" },
  listCostLines: { method: "GET", path: "/api/v1/initiatives/{initiativeId}/cost-lines", role: "viewer" },
  addCostLines: {
    method: "POST",
    path: "/api/v1/initiatives/{initiativeId}/cost-lines",
    role: "contributor",
  },
  retractCostLine: { method: "DELETE", path: "/api/v1/cost-lines/{costLineId}", role: "contributor" },
  listExchangeRates: { method: "GET", path: "/api/v1/exchange-rates", role: "viewer" },
  addExchangeRates: { method: "POST", path: "/api/v1/exchange-rates", role: "finance" },
  draftBaseline: { method: "POST", path: "/api/v1/baselines", role: "contributor" },
  getBaseline: { method: "GET", path: "/api/v1/baselines/{baselineId}", role: "viewer" },
  listBaselines: { method: "GET", path: "/api/v1/series/{seriesId}/baselines", role: "viewer" },
  freezeBaseline: { method: "POST", path: "/api/v1/baselines/{baselineId}/freeze", role: "finance" },
  listPeriods: { method: "GET", path: "/api/v1/periods", role: "viewer" },
  closePeriod: { method: "POST", path: "/api/v1/periods/{month}/close", role: "finance" },
  reopenPeriod: { method: "POST", path: "/api/v1/periods/{month}/reopen", role: "finance" },
  listRestatements: { method: "GET", path: "/api/v1/restatements", role: "viewer" },
  getPortfolio: { method: "GET", path: "/api/v1/portfolio", role: "viewer" },
  explainFigure: { method: "GET", path: "/api/v1/explanations", role: "viewer" },
  listBenchmarks: { method: "GET", path: "/api/v1/benchmarks", role: "viewer" },
  listBenchmarkSets: { method: "GET", path: "/api/v1/benchmark-sets", role: "viewer" },
  createBenchmarkSet: { method: "POST", path: "/api/v1/benchmark-sets", role: "finance" },
  getBenchmarkSet: { method: "GET", path: "/api/v1/benchmark-sets/{setId}", role: "viewer" },
  changeBenchmarkSet: { method: "PUT", path: "/api/v1/benchmark-sets/{setId}", role: "finance" },
  retireBenchmarkSet: { method: "POST", path: "/api/v1/benchmark-sets/{setId}/retire", role: "finance" },
  listBenchmarkChoices: { method: "GET", path: "/api/v1/benchmark-choices", role: "viewer" },
  chooseBenchmarks: { method: "POST", path: "/api/v1/benchmark-choices", role: "finance" },
  listAuditEntries: { method: "GET", path: "/api/v1/audit-entries", role: "finance" },
  verifyAudit: { method: "GET", path: "/api/v1/audit-verification", role: "finance" },
  exportAudit: { method: "GET", path: "/api/v1/audit-export", role: "finance", answers: "json-lines" },
  getOpenApi: { method: "GET", path: "/api/v1/openapi.json", role: "viewer" },
} as const satisfies Record<string, EndpointPath>;

export type EndpointName = keyof typeof endpointPaths;

export interface EndpointPath {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: `/api/v1/${string}`;
  role: "viewer" | "contributor" | "finance" | "admin";
  /** One JSON value unless it says otherwise: JSON lines written while they are read, or server-sent events. */
  answers?: "json-lines" | "events";
}
