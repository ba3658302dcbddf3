import { accessExampleIds, accessExamples } from "./access-examples.ts";
import { alertExampleIds, alertExamples } from "./alert-examples.ts";
import { businessCaseExampleIds, businessCaseExamples } from "./business-case-examples.ts";
import type { EndpointName } from "./endpoint-paths.ts";
import { gateExampleIds, gateExamples } from "./gate-examples.ts";
import { governanceExampleIds, governanceExamples } from "./governance-examples.ts";
import { holdOutExampleIds, holdOutExamples } from "./hold-out-examples.ts";
import { roadmapExampleIds, roadmapExamples } from "./roadmap-examples.ts";
import { registerExampleIds, registerExamplesOf } from "./register-examples.ts";
import { retirementExampleIds, retirementExamples } from "./retirement-examples.ts";
import { exampleWorkflow, workflowExampleIds } from "./workflow-examples.ts";

/** A request as it may be sent: each is run by a test, on a ledger that has the things its ids name. */
export interface EndpointExample {
  params?: Record<string, string | number>;
  query?: Record<string, string | number>;
  /** Of an upload its parts; a file is its text. */
  body?: Record<string, unknown>;
}

/** What the examples are about. The server makes ids of its own; a reader puts those in their place. */
export const exampleIds = {
  seriesId: "0198f2a0-7c00-7000-8000-000000000001",
  initiativeId: "0198f2a0-7c00-7000-8000-000000000002",
  benefitId: "0198f2a0-7c00-7000-8000-000000000003",
  costLineId: "0198f2a0-7c00-7000-8000-000000000004",
  draftBaselineId: "0198f2a0-7c00-7000-8000-000000000005",
  frozenBaselineId: "0198f2a0-7c00-7000-8000-000000000006",
  importId: "0198f2a0-7c00-7000-8000-000000000007",
  unclaimedSeriesId: "0198f2a0-7c00-7000-8000-000000000008",
  poolId: "0198f2a0-7c00-7000-8000-000000000009",
  runId: "0198f2a0-7c00-7000-8000-00000000000a",
  ...holdOutExampleIds,
  ...alertExampleIds,
  costPoolId: "0198f2a0-7c00-7000-8000-0000000000a1",
  setId: "0198f2a0-7c00-7000-8000-00000000000d",
  annotationId: "0198f2a0-7c00-7000-8000-00000000000e",
  viewId: "0198f2a0-7c00-7000-8000-0000000000a2",
  ownKpiKey: "trial-requests-per-visit",
  ...businessCaseExampleIds,
  ...gateExampleIds,
  ...roadmapExampleIds,
  ...retirementExampleIds,
  ...governanceExampleIds,
  ...accessExampleIds,
  ...workflowExampleIds,
  ...registerExampleIds,
} as const;

const { seriesId, initiativeId, benefitId, costLineId, draftBaselineId, importId } = exampleIds;
const ofInitiative = { params: { initiativeId } };
const ofSeries = { params: { seriesId } };

const definition = {
  name: "Demo requests per visit",
  sentence: "Of a hundred visits, how many ask for a demo.",
  numerator: { counts: "demo requests", unit: "requests", measure: "count" },
  denominator: { counts: "visits", unit: "visits", kind: "exposure" },
  direction: "higher",
  frequency: "week",
  dating: "cohort",
  maturationPeriods: 1,
  role: "outcome",
  proportion: true,
  minimumVolume: 30,
  display: "percent",
  owner: "Ada Vance",
};

const assumptions = {
  unitValue: "50",
  attribution: "0.6",
  confidence: "1",
  realisation: { accepted: "0.2", redeployed: "0", cashed: "0.8" },
  approvedBy: "Grace Okoro",
};

const benchmarks = {
  basis: "net",
  span: "cumulative",
  source: "Board paper 2026-07",
  caveat: "Set for marketing; reviewed each year.",
  bands: { pilots: { floor: "0.2", ceiling: "0.6" }, scale: { floor: "0.8", ceiling: null } },
  validFrom: "2026-06-01",
  approvedBy: "Grace Okoro",
};

const sum = (column: string) => ({ kind: "sum", columns: [column] });
const recipe = {
  name: "Shop export",
  source: "Shop system",
  dateColumn: "Day",
  dateFormat: "yyyy-MM-dd",
  period: "week",
  scope: "Web shop",
  measures: [{ kpi: "conversion-rate", numerator: sum("Orders"), denominator: sum("Visits") }],
};
const file = "Day,Visits,Orders\n2026-05-04,1200,31\n2026-05-11,1150,29\n";
const upload = { file, recipe: JSON.stringify(recipe) };

/** An example of a request to each endpoint. The OpenAPI document shows them. */
export const examples: Readonly<Record<EndpointName, EndpointExample>> = {
  listOrganisations: {},
  changeOrganisation: {
    params: { organisationId: "default" },
    body: { version: 1, name: "Vance and Okoro", timeZone: "Europe/Berlin" },
  },
  createDemo: {},
  deleteDemo: {},
  listKpis: {},
  getKpi: { params: { kpiKey: "conversion-rate" } },
  createKpi: { body: { key: "demo-requests-per-visit", ...definition } },
  changeKpi: {
    params: { kpiKey: exampleIds.ownKpiKey },
    body: { ...definition, version: 1, minimumVolume: 50 },
  },
  listUseCasePatterns: {},
  listSeries: { query: { kpiKey: "conversion-rate", limit: 50 } },
  createSeries: { body: { kpiKey: "conversion-rate", scope: "Partner shop" } },
  getSeries: ofSeries,
  getSeriesQuality: { ...ofSeries, query: { until: "2026-06-21" } },
  getSeriesClaims: { ...ofSeries, query: { asOf: "2026-06-24T12:00:10.000Z" } },
  listValuePools: {},
  createValuePool: {
    body: {
      name: "New customers",
      series: [
        { seriesId, segment: ["Web"] },
        { seriesId: exampleIds.unclaimedSeriesId, segment: ["Town"] },
      ],
      kpiKeys: ["customer-acquisition-cost"],
    },
  },
  changeValuePool: {
    params: { poolId: exampleIds.poolId },
    body: { version: 1, kpiKeys: ["retention-rate"] },
  },
  listSnapshots: {
    ...ofSeries,
    query: { from: "2026-W01", to: "2026-W13", asOf: "2026-06-24T12:00:10.000Z" },
  },
  listSnapshotRevisions: { params: { seriesId, period: "2026-W10" } },
  setSourceOfRecord: { params: { seriesId }, body: { version: 1, source: "shop system" } },
  listSourceComparisons: { query: { seriesId, limit: 50 } },
  logSnapshots: {
    body: {
      snapshots: [{ seriesId, period: "2026-W24", numerator: "31", denominator: "1200" }],
      source: "Shop dashboard",
    },
  },
  retractSnapshots: {
    body: {
      snapshots: [{ seriesId, period: "2026-W20", revision: 1 }],
      reason: "Counted the test orders of the new shop",
    },
  },
  getLogSheet: { query: { period: "2026-W24" } },
  getYearSheet: { query: { year: "2026", periodType: "week", q: "conversion" } },
  inspectFile: { body: { file } },
  previewImport: { body: upload },
  createImport: { body: upload },
  runImport: { body: upload },
  cancelImport: { params: { runId: exampleIds.runId } },
  listImports: { query: { limit: 20 } },
  getImport: { params: { importId } },
  undoImport: { params: { importId }, body: { reason: "The file of another shop" } },
  listImportRecipes: {},
  saveImportRecipe: { body: recipe },
  listInitiatives: { query: { phase: "pilots", status: "active", limit: 50 } },
  createInitiative: {
    body: {
      name: "Lead scoring",
      outcome: { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2026-12-31" },
      owner: "Ada Vance",
      team: "Growth",
      useCasePattern: "predictive-lead-scoring",
      phase: "pilots",
      startedOn: "2026-04-06",
    },
  },
  getInitiative: ofInitiative,
  changeInitiative: { ...ofInitiative, body: { version: 1, status: "on-hold" } },
  evaluateInitiative: { ...ofInitiative, query: { until: "2026-05-31", asOf: "2026-06-24T12:00:10.000Z" } },
  listBenefits: ofInitiative,
  addBenefit: { ...ofInitiative, body: { seriesId: exampleIds.unclaimedSeriesId, assumptions } },
  changeBenefit: {
    params: { benefitId },
    body: { version: 1, assumptions: { ...assumptions, validFrom: "2026-W20" } },
  },
  previewBaseline: {
    params: { benefitId },
    query: {
      interventionStart: "2026-W15",
      to: "2026-W14",
      leftOut: "2026-W12,2026-W13",
      declareTrend: "false",
    },
  },
  listControlCandidates: {
    params: { benefitId },
    query: { interventionStart: "2026-W15", from: "2026-W02", limit: 50 },
  },
  withdrawBenefit: { params: { benefitId }, body: { version: 2, reason: "Claimed on the wrong series" } },
  listCostLines: ofInitiative,
  addCostLines: {
    ...ofInitiative,
    body: {
      costLines: [
        { category: "licences", month: "2026-06", amount: "1200.00", currency: "EUR", kind: "actual" },
        { category: "training", month: "2026-07", amount: "800", currency: "EUR", kind: "planned" },
      ],
    },
  },
  retractCostLine: { params: { costLineId } },
  listCostPools: { query: { limit: 20 } },
  createCostPool: {
    body: { name: "Platform licence", category: "licences", driver: "usage", unit: "seats" },
  },
  renameCostPool: {
    params: { costPoolId: exampleIds.costPoolId },
    body: { version: 1, name: "Tokens of all assistants" },
  },
  bookCostPool: {
    params: { costPoolId: exampleIds.costPoolId, month: "2026-06" },
    body: {
      kind: "actual",
      amount: "1200.00",
      quantities: [{ initiativeId, quantity: "12" }],
      source: "invoice 4711",
      revision: 0,
    },
  },
  listCostShares: { query: { initiativeId, limit: 50 } },
  listExchangeRates: { query: { from: "USD", limit: 50 } },
  addExchangeRates: {
    body: { rates: [{ from: "USD", date: "2026-05-29", rate: "0.9214", source: "central bank" }] },
  },
  retractExchangeRate: {
    body: { from: "CHF", date: "2026-05-29", revision: 1, reason: "The digits were turned round" },
  },
  draftBaseline: { body: { seriesId, interventionStart: "2026-W15", from: "2026-W01" } },
  getBaseline: { params: { baselineId: exampleIds.frozenBaselineId } },
  listBaselines: ofSeries,
  freezeBaseline: { params: { baselineId: draftBaselineId } },
  unfreezeBaseline: {
    params: { baselineId: draftBaselineId },
    body: { version: 2, reason: "The shop corrected its visits of February" },
  },
  listUnitValues: { query: { state: "proposed", limit: 50 } },
  listApprovals: { query: { decision: "yours", limit: 50 } },
  listPeriods: { query: { limit: 12 } },
  previewClose: { params: { month: "2026-05" } },
  closePeriod: { params: { month: "2026-05" } },
  reopenPeriod: { params: { month: "2026-05" }, body: { reason: "A late invoice of the agency" } },
  reopenPeriods: { body: { from: "2026-05", reason: "The baseline is frozen anew" } },
  listRestatements: { query: { limit: 12 } },
  getPortfolio: { query: { until: "2026-05-31" } },
  getBoard: { query: { until: "2026-05-31" } },
  explainFigure: { query: { figureId: "portfolio/realised-value", until: "2026-05-31" } },
  listBenchmarks: {},
  listBenchmarkSets: { query: { limit: 20 } },
  createBenchmarkSet: { body: { name: "Board hurdles", ...benchmarks } },
  getBenchmarkSet: { params: { setId: exampleIds.setId } },
  changeBenchmarkSet: {
    params: { setId: exampleIds.setId },
    body: { version: 1, ...benchmarks, source: "Board paper 2026-19" },
  },
  listBenchmarkChoices: { query: { initiativeId, limit: 20 } },
  chooseBenchmarks: {
    body: { initiativeId, judgedBy: "published", version: 0, reason: "The board asks for the public bar" },
  },
  listAuditEntries: { query: { noun: "initiative", from: "2026-01-01", limit: 20 } },
  verifyAudit: {},
  exportAudit: {},
  ...holdOutExamples,
  ...alertExamples,
  ...businessCaseExamples,
  ...gateExamples(initiativeId),
  ...retirementExamples,
  ...governanceExamples,
  getProductionFacts: { params: { initiativeId } },
  listProductionFactVersions: { params: { initiativeId }, query: { limit: 20 } },
  setProductionFacts: {
    params: { initiativeId },
    body: {
      version: 0,
      handOverOwner: "Tom Reed",
      itInvolvedOn: "2026-03-02",
      toolChosenOn: "2026-03-20",
      securityReview: { kind: "opened", openedOn: "2026-03-09", closedOn: null },
      residency: "Kept and processed in the EU, by the vendor's German data centre",
      productionData: { representative: true, shownBy: "All leads of May" },
      integration: { inScope: true, inBudget: true },
      dataAccessRule: { where: "Handbook, chapter 4", owner: "Tom Reed" },
      outputReviewRule: { where: "Handbook, chapter 5", owner: "Tom Reed" },
      errorHandlingRule: null,
      processDocumentedOn: "2026-05-04",
      trained: { done: 9, of: 12 },
    },
  },
  ...registerExamplesOf(initiativeId, seriesId),
  approveGuardrails: { params: { initiativeId: exampleIds.reopenedInitiativeId }, body: { version: 2 } },
  getWorkflow: { params: { initiativeId } },
  setWorkflow: { params: { initiativeId }, body: { version: 0, ...exampleWorkflow } },
  listWorkflowVersions: { params: { initiativeId }, query: { limit: 20 } },
  getFindings: { params: { initiativeId }, query: { until: "2026-06-14" } },
  ...roadmapExamples(initiativeId),
  getReadiness: { params: { initiativeId }, query: { into: "scale" } },
  listReadinessAnswers: { params: { initiativeId }, query: { question: "workflow" } },
  answerReadiness: {
    params: { initiativeId },
    body: {
      question: "workflow",
      score: 4,
      evidence: [
        { kind: "link", address: "https://wiki.example.com/lead-handling", text: "The map of 4 May" },
        { kind: "file", reference: "lead-handling-2026-05.pdf" },
      ],
    },
  },
  listAnnotations: { query: { initiativeId, limit: 50 } },
  addAnnotation: {
    body: { seriesId, from: "2026-05-25", until: "2026-05-31", text: "The shop was closed for stocktaking" },
  },
  changeAnnotation: {
    params: { annotationId: exampleIds.annotationId },
    body: { version: 1, from: "2026-04-20", text: "All visitors see the new landing page" },
  },
  retractAnnotation: { params: { annotationId: exampleIds.annotationId } },
  listSavedViews: { query: { page: "portfolio" } },
  saveView: {
    body: { page: "portfolio", name: "Monday: by team", search: "group=team&sort=roi", isShared: true },
  },
  changeSavedView: {
    params: { viewId: exampleIds.viewId },
    body: { version: 1, name: "By phase", search: "group=phase", isShared: false, isDefault: true },
  },
  removeSavedView: { params: { viewId: exampleIds.viewId } },
  listJobs: { query: { outcome: "failed", limit: 20 } },
  getJob: { params: { jobName: "evaluate-portfolio" } },
  runJob: { params: { jobName: "clear-idempotency-keys" } },
  getOpenApi: {},
  ...accessExamples,
};
