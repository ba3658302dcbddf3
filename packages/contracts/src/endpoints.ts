import { z } from "zod";
import { accessEndpoints } from "./access-endpoints.ts";
import { alertEndpoints } from "./alert-endpoints.ts";
import { annotationEndpoints } from "./annotation-endpoints.ts";
import { adoptionEndpoints } from "./adoption-endpoints.ts";
import { productionEndpoints } from "./production-endpoints.ts";
import { registerEndpoints } from "./register-endpoints.ts";
import { workflowEndpoints } from "./workflow-endpoints.ts";
import { roadmapEndpoints } from "./roadmap-endpoints.ts";
import { readinessEndpoints } from "./readiness-endpoints.ts";
import { AuditLine, AuditVerification, AuditVerificationQuery } from "./audit.ts";
import { BaselinePreview, BaselinePreviewQuery } from "./baseline-preview.ts";
import {
  BenchmarkChoice,
  BenchmarkSet,
  ChangeBenchmarkSet,
  ChooseBenchmarks,
  NewBenchmarkSet,
} from "./benchmark-set.ts";
import { businessCaseEndpoints } from "./business-case-endpoints.ts";
import { ChangeValuePool, NewValuePool, SeriesClaims, SeriesClaimsQuery, ValuePool } from "./claims.ts";
import { BookCostPool, BookedCostPool, CostPool, NewCostPool, RenameCostPool } from "./cost-pool.ts";
import type { EndpointName, endpointPaths } from "./endpoint-paths.ts";
import { Board, FigureExplanation, InitiativeEvaluation, Portfolio } from "./evaluation.ts";
import {
  ExchangeRate,
  NewExchangeRates,
  RetractExchangeRate,
  RetractedExchangeRate,
} from "./exchange-rate.ts";
import type { FileAnswer } from "./file-answer.ts";
import { gateEndpoints } from "./gate-endpoints.ts";
import { candidateEndpoints } from "./candidate-endpoints.ts";
import { learningEndpoints } from "./learning-endpoints.ts";
import { responsibilityEndpoints } from "./responsibility-endpoints.ts";
import { workSplitEndpoints } from "./work-split-endpoints.ts";
import { holdOutEndpoints } from "./hold-out-endpoints.ts";
import { Id, KpiKey } from "./ids.ts";
import {
  FileInspection,
  ImportDetail,
  ImportPreview,
  ImportResult,
  ImportUpload,
  InspectUpload,
  SavedRecipe,
  UndoImport,
  UndoneImport,
} from "./import.ts";
import { ImportEvent } from "./import-run.ts";
import {
  Baseline,
  Benefit,
  ChangeBenefit,
  ChangeInitiative,
  CostLine,
  Initiative,
  NewBaseline,
  NewBenefit,
  NewCostLines,
  NewInitiative,
  UnfreezeBaseline,
  WithdrawBenefit,
} from "./initiative.ts";
import { ChangeKpi, Kpi, NewKpi } from "./kpi.ts";
import { jobEndpoints } from "./job-endpoints.ts";
import type { ListShape } from "./list.ts";
import { lists } from "./lists.ts";
import { Organisation, ChangeOrganisation } from "./organisation.ts";
import { Period, ReopenPeriod } from "./period-close.ts";
import { AnyRecipe } from "./records-recipe.ts";
import { savedViewEndpoints } from "./saved-view-endpoints.ts";
import { SeriesQuality, SeriesQualityQuery } from "./series-quality.ts";
import { retirementEndpoints } from "./retirement-endpoints.ts";
import {
  LoggedSnapshots,
  LogSheet,
  LogSnapshots,
  NewSeries,
  Series,
  YearSheet,
  YearSheetQuery,
} from "./series.ts";
import { RetractedSnapshots, RetractSnapshots } from "./snapshot-retraction.ts";
import { SetSourceOfRecord, SourceOfRecordSet } from "./source-of-record.ts";
import { MonthText, PeriodText, TwoClocks } from "./values.ts";

/** What goes into an endpoint and what comes out. */
export interface EndpointSchema {
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** A JSON body unless it says otherwise. */
  bodyKind?: "multipart";
  /** Of one line or event, where the answer is many. */
  output: z.ZodType;
  status: 200 | 201;
  /** Of a list: what it is ordered and filtered by. */
  list?: ListShape;
  /** Whether the same `Idempotency-Key` answers the same without writing again. */
  idempotent?: true;
}

const rowsOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row) });
const initiativeParams = z.object({ initiativeId: Id });
const monthParams = z.object({ month: MonthText });
const setParams = z.object({ setId: Id });
const seriesParams = z.object({ seriesId: Id });

/** The endpoint table: the server mounts it, the client and the OpenAPI document come from it. */
export const endpoints = {
  listOrganisations: { summary: "The organisations kept here", ...lists.listOrganisations, status: 200 },
  changeOrganisation: {
    summary: "Change an organisation's name, currency or time zone",
    params: z.object({ organisationId: Id }),
    body: ChangeOrganisation,
    output: Organisation,
    status: 200,
    idempotent: true,
  },
  createDemo: { summary: "Make the demo organisation anew", output: Organisation, status: 201 },
  deleteDemo: {
    summary: "Delete the demo organisation and all that is in it",
    output: z.object({ deleted: z.boolean() }),
    status: 200,
  },
  listKpis: { summary: "The KPI catalogue, latest versions", ...lists.listKpis, status: 200 },
  getKpi: {
    summary: "All versions of one KPI, latest first",
    params: z.object({ kpiKey: KpiKey }),
    ...lists.getKpi,
    status: 200,
  },
  createKpi: { summary: "Add a KPI of one's own", body: NewKpi, output: Kpi, status: 201, idempotent: true },
  changeKpi: {
    summary: "Make a new version of a KPI",
    params: z.object({ kpiKey: KpiKey }),
    body: ChangeKpi,
    output: Kpi,
    status: 201,
    idempotent: true,
  },
  listUseCasePatterns: { summary: "The use-case patterns", ...lists.listUseCasePatterns, status: 200 },
  listSeries: { summary: "The series", ...lists.listSeries, status: 200 },
  createSeries: { summary: "Add a series", body: NewSeries, output: Series, status: 201, idempotent: true },
  getSeries: { summary: "One series", params: seriesParams, output: Series, status: 200 },
  getSeriesQuality: {
    summary: "How good the numbers of a series are, and which initiatives stand on them",
    params: seriesParams,
    query: SeriesQualityQuery,
    output: SeriesQuality,
    status: 200,
  },
  getSeriesClaims: {
    summary: "Who claims what of a series in which periods, and what nobody claims",
    params: seriesParams,
    query: SeriesClaimsQuery,
    output: SeriesClaims,
    status: 200,
  },
  listValuePools: { summary: "The money that several series share", ...lists.listValuePools, status: 200 },
  createValuePool: {
    summary: "Say which series are the same money",
    body: NewValuePool,
    output: ValuePool,
    status: 201,
    idempotent: true,
  },
  changeValuePool: {
    summary: "Change which series are the same money",
    params: z.object({ poolId: Id }),
    body: ChangeValuePool,
    output: ValuePool,
    status: 200,
    idempotent: true,
  },
  listSnapshots: {
    summary: "The latest snapshot of each period, as known at an instant",
    params: seriesParams,
    ...lists.listSnapshots,
    status: 200,
  },
  listSnapshotRevisions: {
    summary: "Every revision of one period",
    params: z.object({ seriesId: Id, period: PeriodText }),
    ...lists.listSnapshotRevisions,
    status: 200,
  },
  setSourceOfRecord: {
    summary: "Name the source whose numbers count in a series wherever it has any",
    params: seriesParams,
    body: SetSourceOfRecord,
    output: SourceOfRecordSet,
    status: 200,
    idempotent: true,
  },
  listSourceComparisons: {
    summary: "The periods that several sources reported: what counts, what stands beside, the difference",
    ...lists.listSourceComparisons,
    status: 200,
  },
  logSnapshots: {
    summary: "Log one snapshot or up to 1,000: all are written, or none",
    body: LogSnapshots,
    output: LoggedSnapshots,
    status: 200,
    idempotent: true,
  },
  retractSnapshots: {
    summary: "Take logged numbers back: nothing, or what stood before, counts from now on",
    body: RetractSnapshots,
    output: RetractedSnapshots,
    status: 200,
    idempotent: true,
  },
  getLogSheet: {
    summary: "What there is to log for one period",
    query: z.object({ period: PeriodText.optional() }),
    output: LogSheet,
    status: 200,
  },
  getYearSheet: {
    summary: "What there is to log of a whole year, week by week or month by month",
    query: YearSheetQuery,
    output: YearSheet,
    status: 200,
  },
  inspectFile: {
    summary: "Look at a file: columns, formats, open questions",
    body: InspectUpload,
    bodyKind: "multipart",
    output: FileInspection,
    status: 200,
  },
  previewImport: {
    summary: "What an import would do; writes nothing",
    body: ImportUpload,
    bodyKind: "multipart",
    output: ImportPreview,
    status: 200,
  },
  createImport: {
    summary: "Import a file: all its good rows in one transaction",
    body: ImportUpload,
    bodyKind: "multipart",
    output: ImportResult,
    status: 201,
  },
  runImport: {
    summary:
      "Import a file and hear how far it is; ends it, if nothing is committed yet, when nobody listens",
    body: ImportUpload,
    bodyKind: "multipart",
    output: ImportEvent,
    status: 200,
  },
  cancelImport: {
    summary: "Cancel an import that is under way; its own events tell what became of it",
    params: z.object({ runId: Id }),
    output: z.object({ asked: z.literal(true) }),
    status: 200,
  },
  listImports: { summary: "The imports, newest first", ...lists.listImports, status: 200 },
  getImport: {
    summary: "One import with the rows it refused",
    params: z.object({ importId: Id }),
    output: ImportDetail,
    status: 200,
  },
  undoImport: {
    summary: "Undo an import: all it wrote goes back to what stood before, but what was changed since",
    params: z.object({ importId: Id }),
    body: UndoImport,
    output: UndoneImport,
    status: 200,
    idempotent: true,
  },
  listImportRecipes: { summary: "The remembered mappings", ...lists.listImportRecipes, status: 200 },
  saveImportRecipe: {
    summary: "Remember a mapping; the same name again makes a new version",
    body: AnyRecipe,
    output: SavedRecipe,
    status: 201,
    idempotent: true,
  },
  listInitiatives: { summary: "The initiatives", ...lists.listInitiatives, status: 200 },
  createInitiative: {
    summary: "State an outcome in one sentence with a number",
    body: NewInitiative,
    output: Initiative,
    status: 201,
    idempotent: true,
  },
  getInitiative: { summary: "One initiative", params: initiativeParams, output: Initiative, status: 200 },
  changeInitiative: {
    summary: "Change an initiative, or enter a phase",
    params: initiativeParams,
    body: ChangeInitiative,
    output: Initiative,
    status: 200,
    idempotent: true,
  },
  evaluateInitiative: {
    summary: "ROI, verdict, benefits, costs and charts of one initiative",
    params: initiativeParams,
    query: TwoClocks,
    output: InitiativeEvaluation,
    status: 200,
  },
  listBenefits: {
    summary: "The benefits of an initiative",
    params: initiativeParams,
    ...lists.listBenefits,
    status: 200,
  },
  addBenefit: {
    summary: "Claim a benefit on a series",
    params: initiativeParams,
    body: NewBenefit,
    output: Benefit,
    status: 201,
    idempotent: true,
  },
  changeBenefit: {
    summary: "Set the baseline or the assumptions of a benefit",
    params: z.object({ benefitId: Id }),
    body: ChangeBenefit,
    output: Benefit,
    status: 200,
    idempotent: true,
  },
  previewBaseline: {
    summary: "What a benefit would stand on and come to with another baseline; nothing is written",
    params: z.object({ benefitId: Id }),
    query: BaselinePreviewQuery,
    output: BaselinePreview,
    status: 200,
  },
  listControlCandidates: {
    summary: "The series that the baseline of a benefit might be compared with, and why others cannot be",
    params: z.object({ benefitId: Id }),
    ...lists.listControlCandidates,
    status: 200,
  },
  withdrawBenefit: {
    summary: "Take a benefit back: nothing is claimed any more, and its share is free",
    params: z.object({ benefitId: Id }),
    body: WithdrawBenefit,
    output: Benefit,
    status: 200,
    idempotent: true,
  },
  listCostLines: {
    summary: "The cost lines of an initiative",
    params: initiativeParams,
    ...lists.listCostLines,
    status: 200,
  },
  addCostLines: {
    summary: "Add planned or actual cost lines: all, or none",
    params: initiativeParams,
    body: NewCostLines,
    output: rowsOf(CostLine),
    status: 201,
    idempotent: true,
  },
  retractCostLine: {
    summary: "Take a cost line back; what was known before stays known",
    params: z.object({ costLineId: Id }),
    output: z.object({ retracted: z.literal(true) }),
    status: 200,
    idempotent: true,
  },
  listCostPools: {
    summary: "The costs that several initiatives share",
    ...lists.listCostPools,
    status: 200,
  },
  createCostPool: {
    summary: "Add a cost that several initiatives share, with what divides it",
    body: NewCostPool,
    output: CostPool,
    status: 201,
    idempotent: true,
  },
  renameCostPool: {
    summary: "Give a shared cost another name; what was booked stays with it",
    params: z.object({ costPoolId: Id }),
    body: RenameCostPool,
    output: CostPool,
    status: 200,
    idempotent: true,
  },
  bookCostPool: {
    summary: "Book a month of a shared cost and divide it, or take the month back",
    params: z.object({ costPoolId: Id, month: MonthText }),
    body: BookCostPool,
    output: BookedCostPool,
    status: 200,
    idempotent: true,
  },
  listCostShares: {
    summary: "Who bears what of the shared costs, latest month first",
    ...lists.listCostShares,
    status: 200,
  },
  listExchangeRates: {
    summary: "The exchange rates, newest day first",
    ...lists.listExchangeRates,
    status: 200,
  },
  addExchangeRates: {
    summary: "Add dated exchange rates into the organisation's currency: all, or none",
    body: NewExchangeRates,
    output: rowsOf(ExchangeRate),
    status: 201,
    idempotent: true,
  },
  retractExchangeRate: {
    summary: "Take an exchange rate back: the one before it counts again; what was known before stays known",
    body: RetractExchangeRate,
    output: RetractedExchangeRate,
    status: 200,
    idempotent: true,
  },
  draftBaseline: {
    summary: "Draft a baseline: the ladder says what the data allows",
    body: NewBaseline,
    output: Baseline,
    status: 201,
    idempotent: true,
  },
  getBaseline: {
    summary: "One baseline",
    params: z.object({ baselineId: Id }),
    output: Baseline,
    status: 200,
  },
  listBaselines: {
    summary: "The baselines of a series",
    params: seriesParams,
    ...lists.listBaselines,
    status: 200,
  },
  freezeBaseline: {
    summary: "Freeze a baseline that somebody else drafted, with a digest of the revisions it stands on",
    params: z.object({ baselineId: Id }),
    output: Baseline,
    status: 200,
    idempotent: true,
  },
  unfreezeBaseline: {
    summary: "Take a frozen baseline back to a draft, with a reason; what it froze stays readable",
    params: z.object({ baselineId: Id }),
    body: UnfreezeBaseline,
    output: Baseline,
    status: 200,
    idempotent: true,
  },
  listUnitValues: {
    summary: "What every benefit is assumed to be worth, who proposed it and who approved it",
    ...lists.listUnitValues,
    status: 200,
  },
  listApprovals: {
    summary: "What somebody else is to approve or sign, longest waiting first, and whether that may be you",
    ...lists.listApprovals,
    status: 200,
  },
  listPeriods: {
    summary: "The months, latest first: open or closed, and what is missing in each",
    ...lists.listPeriods,
    status: 200,
  },
  closePeriod: {
    summary: "Close a month: what would change it is refused from now on",
    params: monthParams,
    output: Period,
    status: 200,
    idempotent: true,
  },
  reopenPeriod: {
    summary: "Open a closed month again, with a reason; leaves a restatement",
    params: monthParams,
    body: ReopenPeriod,
    output: Period,
    status: 200,
    idempotent: true,
  },
  listRestatements: {
    summary: "The months that were opened again: why, and the figures before and after",
    ...lists.listRestatements,
    status: 200,
  },
  getPortfolio: {
    summary: "All initiatives, ROI and verdicts",
    query: TwoClocks,
    output: Portfolio,
    status: 200,
  },
  getBoard: {
    summary: "The portfolio on one screen: spend, cash returned, and each decision asked for",
    query: TwoClocks,
    output: Board,
    status: 200,
  },
  explainFigure: {
    summary: "How a figure came about, down to the snapshots",
    query: TwoClocks.extend({ figureId: z.string().min(1).max(200) }),
    output: FigureExplanation,
    status: 200,
  },
  listBenchmarks: {
    summary: "The phase benchmarks with source, basis and caveat",
    ...lists.listBenchmarks,
    status: 200,
  },
  listBenchmarkSets: {
    summary: "The organisation's own benchmarks, each in its latest version",
    ...lists.listBenchmarkSets,
    status: 200,
  },
  createBenchmarkSet: {
    summary: "Add benchmarks of one's own by phase",
    body: NewBenchmarkSet,
    output: BenchmarkSet,
    status: 201,
    idempotent: true,
  },
  getBenchmarkSet: {
    summary: "All versions of a set of benchmarks, latest first",
    params: setParams,
    ...lists.getBenchmarkSet,
    status: 200,
  },
  changeBenchmarkSet: {
    summary: "Make a new version of a set of benchmarks",
    params: setParams,
    body: ChangeBenchmarkSet,
    output: BenchmarkSet,
    status: 201,
    idempotent: true,
  },
  listBenchmarkChoices: {
    summary: "By what initiatives are judged since when, newest choice first",
    ...lists.listBenchmarkChoices,
    status: 200,
  },
  chooseBenchmarks: {
    summary: "Choose by which benchmarks initiatives are judged from a day on",
    body: ChooseBenchmarks,
    output: BenchmarkChoice,
    status: 201,
    idempotent: true,
  },
  listAuditEntries: { summary: "The audit entries, newest first", ...lists.listAuditEntries, status: 200 },
  verifyAudit: {
    summary: "Whether the audit chain is whole, or its first broken link",
    query: AuditVerificationQuery,
    output: AuditVerification,
    status: 200,
  },
  exportAudit: {
    summary: "The whole audit chain in its order, as JSON lines",
    output: AuditLine,
    status: 200,
  },
  ...annotationEndpoints,
  ...readinessEndpoints,
  ...alertEndpoints,
  ...productionEndpoints,
  ...adoptionEndpoints,
  ...workflowEndpoints,
  ...gateEndpoints,
  ...candidateEndpoints,
  ...learningEndpoints,
  ...responsibilityEndpoints,
  ...workSplitEndpoints,
  ...roadmapEndpoints,
  ...registerEndpoints,
  ...retirementEndpoints,
  ...savedViewEndpoints,
  ...holdOutEndpoints,
  ...businessCaseEndpoints,
  getOpenApi: {
    summary: "This API as an OpenAPI 3.1 document",
    output: z.looseObject({ openapi: z.string() }),
    status: 200,
  },
  ...jobEndpoints,
  ...accessEndpoints,
} as const satisfies Record<EndpointName, EndpointSchema>;

export type Endpoints = typeof endpoints;

type Schema<Name extends EndpointName> = Endpoints[Name];
type In<S, Key extends string> = S extends { [K in Key]: infer Z extends z.ZodType } ? z.input<Z> : undefined;
type Parsed<S, Key extends string> = S extends { [K in Key]: infer Z extends z.ZodType }
  ? z.output<Z>
  : undefined;

/** What a caller sends to an endpoint. */
export type EndpointInput<Name extends EndpointName> = {
  params: In<Schema<Name>, "params">;
  query: In<Schema<Name>, "query">;
  body: In<Schema<Name>, "body">;
};

/** What a handler receives: defaults filled in, every rule of the schema kept. */
export type EndpointRequest<Name extends EndpointName> = {
  params: Parsed<Schema<Name>, "params">;
  query: Parsed<Schema<Name>, "query">;
  body: Parsed<Schema<Name>, "body">;
};

/** What an endpoint answers: a value, the lines or events one after the other, or a file. */
export type EndpointOutput<Name extends EndpointName> = (typeof endpointPaths)[Name] extends {
  answers: "json-lines" | "events";
}
  ? AsyncIterable<z.output<Schema<Name>["output"]>>
  : (typeof endpointPaths)[Name] extends { answers: "xlsx" | "pdf" }
    ? FileAnswer
    : z.output<Schema<Name>["output"]>;
