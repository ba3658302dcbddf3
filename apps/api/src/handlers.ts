import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { exportAudit } from "@liftledger/use-cases/audit/export-audit";
import { listAuditEntries } from "@liftledger/use-cases/audit/list-audit-entries";
import { verifyAudit } from "@liftledger/use-cases/audit/verify-audit";
import { draftBaseline } from "@liftledger/use-cases/baselines/draft-baseline";
import { freezeBaseline } from "@liftledger/use-cases/baselines/freeze-baseline";
import { previewBaseline } from "@liftledger/use-cases/baselines/preview-baseline";
import { listControlCandidates } from "@liftledger/use-cases/baselines/list-control-candidates";
import { unfreezeBaseline } from "@liftledger/use-cases/baselines/unfreeze-baseline";
import { getBaseline } from "@liftledger/use-cases/baselines/get-baseline";
import { listBaselines } from "@liftledger/use-cases/baselines/list-baselines";
import { addBenefit } from "@liftledger/use-cases/benefits/add-benefit";
import { changeBenefit } from "@liftledger/use-cases/benefits/change-benefit";
import { withdrawBenefit } from "@liftledger/use-cases/benefits/withdraw-benefit";
import { listBenefits } from "@liftledger/use-cases/benefits/list-benefits";
import { getSeriesClaims } from "@liftledger/use-cases/claims/get-series-claims";
import type { Context } from "@liftledger/use-cases/context";
import { addCostLines } from "@liftledger/use-cases/cost-lines/add-cost-lines";
import { listCostLines } from "@liftledger/use-cases/cost-lines/list-cost-lines";
import { retractCostLine } from "@liftledger/use-cases/cost-lines/retract-cost-line";
import { deleteDemo } from "@liftledger/use-cases/demo/delete-demo";
import { evaluateInitiative } from "@liftledger/use-cases/evaluation/evaluate-initiative";
import { explainFigure } from "@liftledger/use-cases/evaluation/explain-figure";
import { getBoard } from "@liftledger/use-cases/evaluation/get-board";
import { getPortfolio } from "@liftledger/use-cases/evaluation/get-portfolio";
import { listBenchmarks } from "@liftledger/use-cases/evaluation/list-benchmarks";
import { getImport } from "@liftledger/use-cases/imports/get-import";
import { listImportRecipes } from "@liftledger/use-cases/imports/list-import-recipes";
import { listImports } from "@liftledger/use-cases/imports/list-imports";
import { saveImportRecipe } from "@liftledger/use-cases/imports/save-import-recipe";
import { changeInitiative } from "@liftledger/use-cases/initiatives/change-initiative";
import { createInitiative } from "@liftledger/use-cases/initiatives/create-initiative";
import { getInitiative } from "@liftledger/use-cases/initiatives/get-initiative";
import { listInitiatives } from "@liftledger/use-cases/initiatives/list-initiatives";
import { changeKpi } from "@liftledger/use-cases/kpis/change-kpi";
import { createKpi } from "@liftledger/use-cases/kpis/create-kpi";
import { getKpi } from "@liftledger/use-cases/kpis/get-kpi";
import { listKpis } from "@liftledger/use-cases/kpis/list-kpis";
import { listUseCasePatterns } from "@liftledger/use-cases/kpis/list-use-case-patterns";
import { getJob } from "@liftledger/use-cases/jobs/get-job";
import { listJobs } from "@liftledger/use-cases/jobs/list-jobs";
import { runJob } from "@liftledger/use-cases/jobs/run-job";
import { listOrganisations } from "@liftledger/use-cases/organisations/list-organisations";
import { changeOrganisation } from "@liftledger/use-cases/organisations/change-organisation";
import { closePeriod } from "@liftledger/use-cases/periods/close-period";
import { listUnitValues } from "@liftledger/use-cases/benefits/list-unit-values";
import { listApprovals } from "@liftledger/use-cases/approvals/list-approvals";
import { listLedgerPeriods } from "@liftledger/use-cases/periods/list-ledger-periods";
import { listRestatements } from "@liftledger/use-cases/periods/list-restatements";
import { previewClose } from "@liftledger/use-cases/periods/preview-close";
import { reopenPeriod } from "@liftledger/use-cases/periods/reopen-period";
import { reopenPeriods } from "@liftledger/use-cases/periods/reopen-periods";
import { createSeries } from "@liftledger/use-cases/series/create-series";
import { getSeries } from "@liftledger/use-cases/series/get-series";
import { getSeriesQuality } from "@liftledger/use-cases/series/get-series-quality";
import { listSeries } from "@liftledger/use-cases/series/list-series";
import { getLogSheet } from "@liftledger/use-cases/snapshots/get-log-sheet";
import { getYearSheet } from "@liftledger/use-cases/snapshots/get-year-sheet";
import { listSnapshotRevisions } from "@liftledger/use-cases/snapshots/list-snapshot-revisions";
import { listSnapshots } from "@liftledger/use-cases/snapshots/list-snapshots";
import { addExchangeRates } from "@liftledger/use-cases/exchange-rates/add-exchange-rates";
import { changeBenchmarkSet } from "@liftledger/use-cases/benchmarks/change-benchmark-set";
import { chooseBenchmarks } from "@liftledger/use-cases/benchmarks/choose-benchmarks";
import { createBenchmarkSet } from "@liftledger/use-cases/benchmarks/create-benchmark-set";
import { getBenchmarkSet } from "@liftledger/use-cases/benchmarks/get-benchmark-set";
import { listBenchmarkChoices } from "@liftledger/use-cases/benchmarks/list-benchmark-choices";
import { listBenchmarkSets } from "@liftledger/use-cases/benchmarks/list-benchmark-sets";
import { bookCostPool } from "@liftledger/use-cases/cost-pools/book-cost-pool";
import { createCostPool } from "@liftledger/use-cases/cost-pools/create-cost-pool";
import { renameCostPool } from "@liftledger/use-cases/cost-pools/rename-cost-pool";
import { listCostPools } from "@liftledger/use-cases/cost-pools/list-cost-pools";
import { listCostShares } from "@liftledger/use-cases/cost-pools/list-cost-shares";
import { listExchangeRates } from "@liftledger/use-cases/exchange-rates/list-exchange-rates";
import { retractExchangeRate } from "@liftledger/use-cases/exchange-rates/retract-exchange-rate";
import { addAnnotation } from "@liftledger/use-cases/annotations/add-annotation";
import { changeAnnotation } from "@liftledger/use-cases/annotations/change-annotation";
import { listAnnotations } from "@liftledger/use-cases/annotations/list-annotations";
import { retractAnnotation } from "@liftledger/use-cases/annotations/retract-annotation";
import { getFindings } from "@liftledger/use-cases/findings/get-findings";
import { approveGuardrails } from "@liftledger/use-cases/production/approve-guardrails";
import { getProductionFacts } from "@liftledger/use-cases/production/get-production-facts";
import { listProductionFactVersions } from "@liftledger/use-cases/production/list-production-fact-versions";
import { setProductionFacts } from "@liftledger/use-cases/production/set-production-facts";
import { getWorkflow } from "@liftledger/use-cases/workflow/get-workflow";
import { listWorkflowVersions } from "@liftledger/use-cases/workflow/list-workflow-versions";
import { setWorkflow } from "@liftledger/use-cases/workflow/set-workflow";
import { answerReadiness } from "@liftledger/use-cases/readiness/answer-readiness";
import { getReadiness } from "@liftledger/use-cases/readiness/get-readiness";
import { listReadinessAnswers } from "@liftledger/use-cases/readiness/list-readiness-answers";
import { addHoldOut } from "@liftledger/use-cases/hold-outs/add-hold-out";
import { changeHoldOut } from "@liftledger/use-cases/hold-outs/change-hold-out";
import { getHoldOut } from "@liftledger/use-cases/hold-outs/get-hold-out";
import { listHoldOutRevisions } from "@liftledger/use-cases/hold-outs/list-hold-out-revisions";
import { listHoldOuts } from "@liftledger/use-cases/hold-outs/list-hold-outs";
import { retractHoldOut } from "@liftledger/use-cases/hold-outs/retract-hold-out";
import { changeSavedView } from "@liftledger/use-cases/saved-views/change-saved-view";
import { listSavedViews } from "@liftledger/use-cases/saved-views/list-saved-views";
import { removeSavedView } from "@liftledger/use-cases/saved-views/remove-saved-view";
import { saveView } from "@liftledger/use-cases/saved-views/save-view";
import { listSourceComparisons } from "@liftledger/use-cases/sources/list-source-comparisons";
import { setSourceOfRecord } from "@liftledger/use-cases/sources/set-source-of-record";
import { retractSnapshots } from "@liftledger/use-cases/snapshots/retract-snapshots";
import { logSnapshots } from "@liftledger/use-cases/snapshots/log-snapshots";
import { changeValuePool } from "@liftledger/use-cases/value-pools/change-value-pool";
import { createValuePool } from "@liftledger/use-cases/value-pools/create-value-pool";
import { listValuePools } from "@liftledger/use-cases/value-pools/list-value-pools";
import { accessHandlers } from "./access/access-handlers.ts";
import { candidateHandlers } from "./candidate-handlers.ts";
import { alertHandlers } from "./alert-handlers.ts";
import { businessCaseHandlers } from "./business-case-handlers.ts";
import { gateHandlers } from "./gate-handlers.ts";
import { roadmapHandlers } from "./roadmap-handlers.ts";
import { registerHandlers } from "./register-handlers.ts";
import { retirementHandlers } from "./retirement-handlers.ts";
import type { Exchange } from "./access/exchange.ts";
import { importEvents } from "./import-events.ts";
import type { ImportTaskRequest } from "./import-task.ts";
import { storedFile } from "./uploaded-file.ts";

export type Handler<Name extends EndpointName> = (
  ctx: Context,
  request: EndpointRequest<Name>,
  exchange: Exchange,
) => Promise<EndpointOutput<Name>>;

/**
 * What answers each endpoint of the table: one use-case, called with what was parsed. An endpoint without an
 * entry, or one that answers something else, does not compile. What is heavy and seldom asked for is loaded
 * when it is.
 */
/** Of this version; kept from the first time it is asked for. */
let openApi: EndpointOutput<"getOpenApi"> | undefined;

export const handlers: { readonly [Name in EndpointName]: Handler<Name> } = {
  listOrganisations: (ctx, { query }) => listOrganisations(ctx, query),
  changeOrganisation: (ctx, { params, body }) => changeOrganisation(ctx, { ...params, ...body }),
  createDemo: async (ctx) => (await import("@liftledger/use-cases/demo/create-demo")).createDemo(ctx),
  deleteDemo: (ctx) => deleteDemo(ctx),
  listKpis: (ctx, { query }) => listKpis(ctx, query),
  getKpi: (ctx, { params, query }) => getKpi(ctx, { ...params, ...query }),
  createKpi: (ctx, { body }) => createKpi(ctx, body),
  changeKpi: (ctx, { params, body }) => changeKpi(ctx, { ...params, ...body }),
  listUseCasePatterns: (ctx, { query }) => listUseCasePatterns(ctx, query),
  listSeries: (ctx, { query }) => listSeries(ctx, query),
  createSeries: (ctx, { body }) => createSeries(ctx, body),
  getSeries: (ctx, { params }) => getSeries(ctx, params),
  getSeriesQuality: (ctx, { params, query }) => getSeriesQuality(ctx, { ...params, ...query }),
  getSeriesClaims: (ctx, { params, query }) => getSeriesClaims(ctx, { ...params, ...query }),
  listValuePools: (ctx, { query }) => listValuePools(ctx, query),
  createValuePool: (ctx, { body }) => createValuePool(ctx, body),
  changeValuePool: (ctx, { params, body }) => changeValuePool(ctx, { ...params, ...body }),
  listSnapshots: (ctx, { params, query }) => listSnapshots(ctx, { ...params, ...query }),
  listSnapshotRevisions: (ctx, { params, query }) => listSnapshotRevisions(ctx, { ...params, ...query }),
  setSourceOfRecord: (ctx, { params, body }) => setSourceOfRecord(ctx, { ...params, ...body }),
  listSourceComparisons: (ctx, { query }) => listSourceComparisons(ctx, query),
  logSnapshots: (ctx, { body }) => logSnapshots(ctx, body),
  retractSnapshots: (ctx, { body }) => retractSnapshots(ctx, body),
  getLogSheet: (ctx, { query }) => getLogSheet(ctx, query),
  getYearSheet: (ctx, { query }) => getYearSheet(ctx, query),
  inspectFile: (ctx, { body }, { imports }) =>
    imports.run("inspectFile", ctx, {
      file: storedFile(body.file),
      recipe: "",
      encoding: body.encoding,
    }),
  previewImport: (ctx, { body }, { imports }) => imports.run("previewImport", ctx, taskRequest(body)),
  createImport: (ctx, { body }, { imports }) => imports.run("createImport", ctx, taskRequest(body)),
  runImport: async (ctx, { body }, server) => importEvents(server, ctx, taskRequest(body)),
  cancelImport: async (ctx, { params }, { importRuns }) => {
    importRuns.cancel(ctx, params.runId);
    return { asked: true };
  },
  listImports: (ctx, { query }) => listImports(ctx, query),
  getImport: (ctx, { params }) => getImport(ctx, params),
  undoImport: (ctx, { params, body }, { imports }) => imports.run("undoImport", ctx, { ...params, ...body }),
  listImportRecipes: (ctx, { query }) => listImportRecipes(ctx, query),
  saveImportRecipe: (ctx, { body }) => saveImportRecipe(ctx, body),
  listInitiatives: (ctx, { query }) => listInitiatives(ctx, query),
  createInitiative: (ctx, { body }) => createInitiative(ctx, body),
  getInitiative: (ctx, { params }) => getInitiative(ctx, params),
  changeInitiative: (ctx, { params, body }) => changeInitiative(ctx, { ...params, ...body }),
  evaluateInitiative: (ctx, { params, query }) => evaluateInitiative(ctx, { ...params, ...query }),
  listBenefits: (ctx, { params, query }) => listBenefits(ctx, { ...params, ...query }),
  addBenefit: (ctx, { params, body }) => addBenefit(ctx, { ...params, ...body }),
  changeBenefit: (ctx, { params, body }) => changeBenefit(ctx, { ...params, ...body }),
  previewBaseline: (ctx, { params, query }) => previewBaseline(ctx, { ...params, ...query }),
  listControlCandidates: (ctx, { params, query }) => listControlCandidates(ctx, { ...params, ...query }),
  withdrawBenefit: (ctx, { params, body }) => withdrawBenefit(ctx, { ...params, ...body }),
  listCostLines: (ctx, { params, query }) => listCostLines(ctx, { ...params, ...query }),
  addCostLines: (ctx, { params, body }) => addCostLines(ctx, { ...params, ...body }),
  retractCostLine: (ctx, { params }) => retractCostLine(ctx, params),
  listCostPools: (ctx, { query }) => listCostPools(ctx, query),
  createCostPool: (ctx, { body }) => createCostPool(ctx, body),
  renameCostPool: (ctx, { params, body }) => renameCostPool(ctx, { ...params, ...body }),
  bookCostPool: (ctx, { params, body }) => bookCostPool(ctx, { ...params, ...body }),
  listCostShares: (ctx, { query }) => listCostShares(ctx, query),
  listExchangeRates: (ctx, { query }) => listExchangeRates(ctx, query),
  addExchangeRates: (ctx, { body }) => addExchangeRates(ctx, body),
  retractExchangeRate: (ctx, { body }) => retractExchangeRate(ctx, body),
  listSavedViews: (ctx, { query }) => listSavedViews(ctx, query),
  saveView: (ctx, { body }) => saveView(ctx, body),
  changeSavedView: (ctx, { params, body }) => changeSavedView(ctx, { ...params, ...body }),
  removeSavedView: (ctx, { params }) => removeSavedView(ctx, params),
  listAnnotations: (ctx, { query }) => listAnnotations(ctx, query),
  addAnnotation: (ctx, { body }) => addAnnotation(ctx, body),
  changeAnnotation: (ctx, { params, body }) => changeAnnotation(ctx, { ...params, ...body }),
  retractAnnotation: (ctx, { params }) => retractAnnotation(ctx, params),
  getProductionFacts: (ctx, { params, query }) => getProductionFacts(ctx, { ...params, ...query }),
  setProductionFacts: (ctx, { params, body }) => setProductionFacts(ctx, { ...params, ...body }),
  listProductionFactVersions: (ctx, { params, query }) =>
    listProductionFactVersions(ctx, { ...params, ...query }),
  approveGuardrails: (ctx, { params, body }) => approveGuardrails(ctx, { ...params, ...body }),
  getWorkflow: (ctx, { params, query }) => getWorkflow(ctx, { ...params, ...query }),
  setWorkflow: (ctx, { params, body }) => setWorkflow(ctx, { ...params, ...body }),
  listWorkflowVersions: (ctx, { params, query }) => listWorkflowVersions(ctx, { ...params, ...query }),
  getFindings: (ctx, { params, query }) => getFindings(ctx, { ...params, ...query }),
  ...roadmapHandlers,
  getReadiness: (ctx, { params, query }) => getReadiness(ctx, { ...params, ...query }),
  listReadinessAnswers: (ctx, { params, query }) => listReadinessAnswers(ctx, { ...params, ...query }),
  answerReadiness: (ctx, { params, body }) => answerReadiness(ctx, { ...params, ...body }),
  listHoldOuts: (ctx, { query }) => listHoldOuts(ctx, query),
  getHoldOut: (ctx, { params, query }) => getHoldOut(ctx, { ...params, ...query }),
  listHoldOutRevisions: (ctx, { params, query }) => listHoldOutRevisions(ctx, { ...params, ...query }),
  addHoldOut: (ctx, { params, body }) => addHoldOut(ctx, { ...params, ...body }),
  changeHoldOut: (ctx, { params, body }) => changeHoldOut(ctx, { ...params, ...body }),
  retractHoldOut: (ctx, { params }) => retractHoldOut(ctx, params),
  ...businessCaseHandlers,
  ...alertHandlers,
  ...gateHandlers,
  ...candidateHandlers,
  draftBaseline: (ctx, { body }) => draftBaseline(ctx, body),
  getBaseline: (ctx, { params }) => getBaseline(ctx, params),
  listBaselines: (ctx, { params, query }) => listBaselines(ctx, { ...params, ...query }),
  freezeBaseline: (ctx, { params }) => freezeBaseline(ctx, params),
  unfreezeBaseline: (ctx, { params, body }) => unfreezeBaseline(ctx, { ...params, ...body }),
  listUnitValues: (ctx, { query }) => listUnitValues(ctx, query),
  listApprovals: (ctx, { query }) => listApprovals(ctx, query),
  listPeriods: (ctx, { query }) => listLedgerPeriods(ctx, query),
  closePeriod: (ctx, { params }) => closePeriod(ctx, params),
  previewClose: (ctx, { params }) => previewClose(ctx, params),
  reopenPeriod: (ctx, { params, body }) => reopenPeriod(ctx, { ...params, ...body }),
  reopenPeriods: (ctx, { body }) => reopenPeriods(ctx, body),
  listRestatements: (ctx, { query }) => listRestatements(ctx, query),
  getPortfolio: (ctx, { query }) => getPortfolio(ctx, query),
  getBoard: (ctx, { query }) => getBoard(ctx, query),
  explainFigure: (ctx, { query }, { reckon }) => explainFigure(ctx, query, reckon),
  listBenchmarkSets: (ctx, { query }) => listBenchmarkSets(ctx, query),
  createBenchmarkSet: (ctx, { body }) => createBenchmarkSet(ctx, body),
  getBenchmarkSet: (ctx, { params, query }) => getBenchmarkSet(ctx, { ...params, ...query }),
  changeBenchmarkSet: (ctx, { params, body }) => changeBenchmarkSet(ctx, { ...params, ...body }),
  listBenchmarkChoices: (ctx, { query }) => listBenchmarkChoices(ctx, query),
  chooseBenchmarks: (ctx, { body }) => chooseBenchmarks(ctx, body),
  listBenchmarks: (ctx, { query }) => listBenchmarks(ctx, query),
  listAuditEntries: (ctx, { query }) => listAuditEntries(ctx, query),
  verifyAudit: (ctx, { query }) => verifyAudit(ctx, query),
  exportAudit: (ctx) => exportAudit(ctx),
  listJobs: (ctx, { query }) => listJobs(ctx, query),
  getJob: (ctx, { params }) => getJob(ctx, params),
  runJob: async (ctx, { params }, { jobs }) => {
    const job = await runJob(ctx, params);
    jobs.wake();
    return job;
  },
  getOpenApi: async (_ctx, _request, { version }) => {
    const { openApiDocument } = await import("@liftledger/contracts/openapi");
    // It takes long to make, and is the same as long as the process lives.
    openApi ??= { ...openApiDocument(version) };
    return openApi;
  },
  ...retirementHandlers,
  ...registerHandlers,
  ...accessHandlers,
};

function taskRequest({
  file,
  lookup,
  recipe,
  currency,
}: EndpointRequest<"createImport">["body"]): ImportTaskRequest {
  return { file: storedFile(file), lookup: lookup && storedFile(lookup), recipe, currency };
}
