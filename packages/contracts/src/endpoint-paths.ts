import { accessPaths } from "./access-paths.ts";
import { adoptionPaths } from "./adoption-paths.ts";
import { alertPaths } from "./alert-paths.ts";
import { annotationPaths } from "./annotation-paths.ts";
import { businessCasePaths } from "./business-case-paths.ts";
import { gatePaths } from "./gate-paths.ts";
import { candidatePaths } from "./candidate-paths.ts";
import { learningPaths } from "./learning-paths.ts";
import { responsibilityPaths } from "./responsibility-paths.ts";
import { workSplitPaths } from "./work-split-paths.ts";
import { holdOutPaths } from "./hold-out-paths.ts";
import { jobPaths } from "./job-paths.ts";
import { productionPaths } from "./production-paths.ts";
import { registerPaths } from "./register-paths.ts";
import { workflowPaths } from "./workflow-paths.ts";
import { roadmapPaths } from "./roadmap-paths.ts";
import { readinessPaths } from "./readiness-paths.ts";
import { retirementPaths } from "./retirement-paths.ts";
import { savedViewPaths } from "./saved-view-paths.ts";

/** The header that names the organisation a request is about; "default" when it is left out. */
export const organisationHeader = "Liftledger-Organisation";

/**
 * Every endpoint's method, path and the least role that may call it, and the scope a service key needs for it: one
 * without a scope is for people only. Data only and without zod, so that a page can call the API without loading the
 * schemas. `endpoints.ts` adds what goes in and comes out.
 */
export const endpointPaths = {
  listOrganisations: { method: "GET", path: "/api/v1/organisations", role: "viewer", scope: "read" },
  changeOrganisation: {
    method: "PATCH",
    path: "/api/v1/organisations/{organisationId}",
    role: "admin",
    needs: "session",
  },
  createDemo: { method: "POST", path: "/api/v1/demo", role: "admin" },
  deleteDemo: { method: "DELETE", path: "/api/v1/demo", role: "admin" },
  listKpis: { method: "GET", path: "/api/v1/kpis", role: "viewer", scope: "read" },
  getKpi: { method: "GET", path: "/api/v1/kpis/{kpiKey}", role: "viewer", scope: "read" },
  createKpi: { method: "POST", path: "/api/v1/kpis", role: "finance", scope: "approve" },
  changeKpi: { method: "PUT", path: "/api/v1/kpis/{kpiKey}", role: "finance", scope: "approve" },
  listUseCasePatterns: { method: "GET", path: "/api/v1/use-case-patterns", role: "viewer", scope: "read" },
  listSeries: { method: "GET", path: "/api/v1/series", role: "viewer", scope: "read" },
  createSeries: { method: "POST", path: "/api/v1/series", role: "contributor", scope: "log" },
  getSeries: { method: "GET", path: "/api/v1/series/{seriesId}", role: "viewer", scope: "read" },
  getSeriesQuality: {
    method: "GET",
    path: "/api/v1/series/{seriesId}/quality",
    role: "viewer",
    scope: "read",
  },
  getSeriesClaims: {
    method: "GET",
    path: "/api/v1/series/{seriesId}/claims",
    role: "viewer",
    scope: "read",
  },
  listValuePools: { method: "GET", path: "/api/v1/value-pools", role: "viewer", scope: "read" },
  createValuePool: { method: "POST", path: "/api/v1/value-pools", role: "finance", scope: "approve" },
  changeValuePool: {
    method: "PATCH",
    path: "/api/v1/value-pools/{poolId}",
    role: "finance",
    scope: "approve",
  },
  listSnapshots: {
    method: "GET",
    path: "/api/v1/series/{seriesId}/snapshots",
    role: "viewer",
    scope: "read",
  },
  listSnapshotRevisions: {
    method: "GET",
    path: "/api/v1/series/{seriesId}/snapshots/{period}/revisions",
    role: "viewer",
    scope: "read",
  },
  setSourceOfRecord: {
    method: "PUT",
    path: "/api/v1/series/{seriesId}/source-of-record",
    role: "finance",
    scope: "approve",
  },
  listSourceComparisons: {
    method: "GET",
    path: "/api/v1/source-comparisons",
    role: "viewer",
    scope: "read",
  },
  logSnapshots: { method: "POST", path: "/api/v1/snapshots", role: "contributor", scope: "log" },
  retractSnapshots: {
    method: "POST",
    path: "/api/v1/snapshots/retract",
    role: "contributor",
    scope: "log",
  },
  getLogSheet: { method: "GET", path: "/api/v1/log-sheet", role: "viewer", scope: "read" },
  getYearSheet: { method: "GET", path: "/api/v1/year-sheet", role: "viewer", scope: "read" },
  inspectFile: { method: "POST", path: "/api/v1/imports/inspect", role: "contributor", scope: "log" },
  previewImport: { method: "POST", path: "/api/v1/imports/preview", role: "contributor", scope: "log" },
  createImport: { method: "POST", path: "/api/v1/imports", role: "contributor", scope: "log" },
  runImport: {
    method: "POST",
    path: "/api/v1/imports/run",
    role: "contributor",
    scope: "log",
    answers: "events",
  },
  cancelImport: {
    method: "DELETE",
    path: "/api/v1/imports/run/{runId}",
    role: "contributor",
    scope: "log",
  },
  listImports: { method: "GET", path: "/api/v1/imports", role: "viewer", scope: "read" },
  getImport: { method: "GET", path: "/api/v1/imports/{importId}", role: "viewer", scope: "read" },
  undoImport: {
    method: "POST",
    path: "/api/v1/import-undos/{importId}",
    role: "contributor",
    scope: "log",
  },
  listImportRecipes: { method: "GET", path: "/api/v1/import-recipes", role: "viewer", scope: "read" },
  saveImportRecipe: { method: "POST", path: "/api/v1/import-recipes", role: "contributor", scope: "log" },
  listInitiatives: { method: "GET", path: "/api/v1/initiatives", role: "viewer", scope: "read" },
  createInitiative: { method: "POST", path: "/api/v1/initiatives", role: "contributor", scope: "plan" },
  getInitiative: { method: "GET", path: "/api/v1/initiatives/{initiativeId}", role: "viewer", scope: "read" },
  changeInitiative: {
    method: "PATCH",
    path: "/api/v1/initiatives/{initiativeId}",
    role: "contributor",
    scope: "plan",
  },
  evaluateInitiative: {
    method: "GET",
    path: "/api/v1/initiatives/{initiativeId}/evaluation",
    role: "viewer",
    scope: "read",
  },
  ...annotationPaths,
  ...readinessPaths,
  ...alertPaths,
  ...productionPaths,
  ...adoptionPaths,
  ...workflowPaths,
  ...gatePaths,
  ...candidatePaths,
  ...learningPaths,
  ...responsibilityPaths,
  ...workSplitPaths,
  ...roadmapPaths,
  ...registerPaths,
  ...savedViewPaths,
  ...holdOutPaths,
  ...businessCasePaths,
  listBenefits: {
    method: "GET",
    path: "/api/v1/initiatives/{initiativeId}/benefits",
    role: "viewer",
    scope: "read",
  },
  addBenefit: {
    method: "POST",
    path: "/api/v1/initiatives/{initiativeId}/benefits",
    role: "contributor",
    scope: "plan",
  },
  changeBenefit: { method: "PATCH", path: "/api/v1/benefits/{benefitId}", role: "finance", scope: "approve" },
  previewBaseline: {
    method: "GET",
    path: "/api/v1/benefits/{benefitId}/baseline-preview",
    role: "viewer",
    scope: "read",
  },
  listControlCandidates: {
    method: "GET",
    path: "/api/v1/benefits/{benefitId}/control-candidates",
    role: "viewer",
    scope: "read",
  },
  withdrawBenefit: {
    method: "POST",
    path: "/api/v1/benefits/{benefitId}/withdraw",
    role: "finance",
    scope: "approve",
  },
  listCostLines: {
    method: "GET",
    path: "/api/v1/initiatives/{initiativeId}/cost-lines",
    role: "viewer",
    scope: "read",
  },
  addCostLines: {
    method: "POST",
    path: "/api/v1/initiatives/{initiativeId}/cost-lines",
    role: "contributor",
    scope: "plan",
  },
  retractCostLine: {
    method: "DELETE",
    path: "/api/v1/cost-lines/{costLineId}",
    role: "contributor",
    scope: "plan",
  },
  listCostPools: { method: "GET", path: "/api/v1/cost-pools", role: "viewer", scope: "read" },
  createCostPool: { method: "POST", path: "/api/v1/cost-pools", role: "finance", scope: "approve" },
  renameCostPool: {
    method: "PATCH",
    path: "/api/v1/cost-pools/{costPoolId}",
    role: "finance",
    scope: "approve",
  },
  bookCostPool: {
    method: "PUT",
    path: "/api/v1/cost-pools/{costPoolId}/months/{month}",
    role: "finance",
    scope: "approve",
  },
  listCostShares: { method: "GET", path: "/api/v1/cost-shares", role: "viewer", scope: "read" },
  listExchangeRates: { method: "GET", path: "/api/v1/exchange-rates", role: "viewer", scope: "read" },
  addExchangeRates: { method: "POST", path: "/api/v1/exchange-rates", role: "finance", scope: "approve" },
  retractExchangeRate: {
    method: "POST",
    path: "/api/v1/exchange-rates/retract",
    role: "finance",
    scope: "approve",
  },
  draftBaseline: { method: "POST", path: "/api/v1/baselines", role: "contributor", scope: "plan" },
  getBaseline: { method: "GET", path: "/api/v1/baselines/{baselineId}", role: "viewer", scope: "read" },
  listBaselines: {
    method: "GET",
    path: "/api/v1/series/{seriesId}/baselines",
    role: "viewer",
    scope: "read",
  },
  freezeBaseline: {
    method: "POST",
    path: "/api/v1/baselines/{baselineId}/freeze",
    role: "finance",
    needs: "fresh-session",
  },
  unfreezeBaseline: {
    method: "POST",
    path: "/api/v1/baselines/{baselineId}/unfreeze",
    role: "finance",
    needs: "fresh-session",
  },
  listUnitValues: { method: "GET", path: "/api/v1/unit-values", role: "viewer", scope: "read" },
  listApprovals: { method: "GET", path: "/api/v1/approvals", role: "viewer", scope: "read" },
  listPeriods: { method: "GET", path: "/api/v1/periods", role: "viewer", scope: "read" },
  previewClose: {
    method: "GET",
    path: "/api/v1/periods/{month}/close-preview",
    role: "viewer",
    scope: "read",
  },
  closePeriod: {
    method: "POST",
    path: "/api/v1/periods/{month}/close",
    role: "finance",
    needs: "fresh-session",
  },
  reopenPeriod: {
    method: "POST",
    path: "/api/v1/periods/{month}/reopen",
    role: "finance",
    needs: "fresh-session",
  },
  reopenPeriods: { method: "POST", path: "/api/v1/periods/reopen", role: "finance", needs: "fresh-session" },
  listRestatements: { method: "GET", path: "/api/v1/restatements", role: "viewer", scope: "read" },
  getPortfolio: { method: "GET", path: "/api/v1/portfolio", role: "viewer", scope: "read" },
  getBoard: { method: "GET", path: "/api/v1/board", role: "viewer", scope: "read" },
  explainFigure: { method: "GET", path: "/api/v1/explanations", role: "viewer", scope: "read" },
  listBenchmarks: { method: "GET", path: "/api/v1/benchmarks", role: "viewer", scope: "read" },
  listBenchmarkSets: { method: "GET", path: "/api/v1/benchmark-sets", role: "viewer", scope: "read" },
  createBenchmarkSet: { method: "POST", path: "/api/v1/benchmark-sets", role: "finance", scope: "approve" },
  getBenchmarkSet: { method: "GET", path: "/api/v1/benchmark-sets/{setId}", role: "viewer", scope: "read" },
  changeBenchmarkSet: {
    method: "PUT",
    path: "/api/v1/benchmark-sets/{setId}",
    role: "finance",
    scope: "approve",
  },
  listBenchmarkChoices: { method: "GET", path: "/api/v1/benchmark-choices", role: "viewer", scope: "read" },
  chooseBenchmarks: { method: "POST", path: "/api/v1/benchmark-choices", role: "finance", scope: "approve" },
  listAuditEntries: { method: "GET", path: "/api/v1/audit-entries", role: "finance", scope: "audit" },
  verifyAudit: { method: "GET", path: "/api/v1/audit-verification", role: "finance", scope: "audit" },
  exportAudit: {
    method: "GET",
    path: "/api/v1/audit-export",
    role: "finance",
    scope: "audit",
    answers: "json-lines",
  },
  ...retirementPaths,
  ...jobPaths,
  getOpenApi: { method: "GET", path: "/api/v1/openapi.json", role: "viewer", scope: "read" },
  ...accessPaths,
} as const satisfies Record<string, EndpointPath>;

export type EndpointName = keyof typeof endpointPaths;

/** What a service key may be made for, each with the role its requests act in. */
export const keyScopes = {
  read: "viewer",
  log: "contributor",
  plan: "contributor",
  approve: "finance",
  audit: "finance",
} as const;
export type KeyScope = keyof typeof keyScopes;

export interface EndpointPath {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: `/api/v1/${string}`;
  role: "anyone" | "viewer" | "contributor" | "finance" | "admin";
  /** What a service key must be made for; people only where it is left out. */
  scope?: KeyScope;
  /** A person who signed in, and no key; "fresh" within a working day, "recent" within minutes. */
  needs?: "session" | "fresh-session" | "recent-sign-in";
  /** One JSON value unless it says otherwise: JSON lines written while they are read, server-sent events, or a file. */
  answers?: "json-lines" | "events" | "xlsx" | "pdf";
}
