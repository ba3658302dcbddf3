import { z } from "zod";
import { ListedTeam, Person, ServiceKey, Session } from "./access.ts";
import { Alert, AlertState, SentDigest } from "./alert.ts";
import { Annotation } from "./annotation.ts";
import { Approval } from "./approval.ts";
import { AuditEntry } from "./audit.ts";
import { BenchmarkChoice, BenchmarkSet } from "./benchmark-set.ts";
import {
  BusinessCase,
  CaseComment,
  CaseDifference,
  CaseNumber,
  CaseSettings,
  CaseVersionHead,
} from "./business-case.ts";
import { CaseActualsQuery, CaseVariance } from "./case-actuals.ts";
import { CaseFlow, CaseResult } from "./case-evaluation.ts";
import { CaseTemplate } from "./case-template.ts";
import { ValuePool } from "./claims.ts";
import { CostPool, CostShare } from "./cost-pool.ts";
import { DataAsset, DataAssetVersion } from "./data-asset.ts";
import { ListedRate } from "./exchange-rate.ts";
import { GateReviewHead, GateRules } from "./gate.ts";
import { HoldOut } from "./hold-out.ts";
import { Id } from "./ids.ts";
import { ImportRecord, SavedRecipe } from "./import.ts";
import { ControlCandidate, controlWindow } from "./baseline-preview.ts";
import { Baseline, Benefit, CostLine, Initiative, Phase } from "./initiative.ts";
import { Job } from "./job.ts";
import { Kpi, UseCasePattern } from "./kpi.ts";
import { KillRule } from "./kill-rule.ts";
import { Candidate, CandidateEstimate } from "./candidate.ts";
import { Learning, LearningPrompt, learningSearch } from "./learning.ts";
import { ResponsibilityVersion } from "./responsibility.ts";
import { WorkSplitRound } from "./work-split.ts";
import { ProductionFacts } from "./production-facts.ts";
import { ReadinessAnswer } from "./readiness.ts";
import { RoadmapTask } from "./roadmap.ts";
import { SavedView } from "./saved-view.ts";
import { listOf } from "./list.ts";
import { Organisation } from "./organisation.ts";
import { Period, Restatement } from "./period-close.ts";
import { retiredFilter } from "./retirement.ts";
import { Series, Snapshot } from "./series.ts";
import { SnapshotRevision } from "./snapshot-retraction.ts";
import { SourceComparison } from "./source-of-record.ts";
import { UnitValue } from "./unit-value.ts";
import { Tool, ToolVersion } from "./tool.ts";
import { Instant, IsoDate, PeriodText, TwoClocks } from "./values.ts";
import { Workflow } from "./workflow.ts";
import { Delivery, Webhook } from "./webhook.ts";

/** What is published of a phase, with its source. */
const Benchmark = z.object({
  phase: Phase,
  floor: z.number().nullable(),
  ceiling: z.number().nullable(),
  durationMonths: z.array(z.number()),
  basis: z.string(),
  publisher: z.string(),
  expectation: z.string().nullable(),
  caveat: z.string(),
  /** By what a new initiative in this phase is judged today, as net ROI. */
  inForce: z.object({
    floor: z.number().nullable(),
    ceiling: z.number().nullable(),
    /** The organisation's own benchmarks; null where the published ones count. */
    set: z.object({ setId: Id, name: z.string(), version: z.number().int() }).nullable(),
    /** Why no return can be held against it; null where one can. */
    notComparable: z.string().nullable(),
  }),
});

const asOf = Instant.optional();

/** Every list of the endpoint table: what it is ordered and filtered by. */
export const lists = {
  listOrganisations: listOf(Organisation, {
    key: ["organisationId"],
    sort: ["kind", "organisationId", "name"],
    first: "kind",
    filter: ["kind"],
  }),
  listKpis: listOf(Kpi, {
    key: ["key"],
    sort: ["key", "name", "role", "owner"],
    first: "key",
    filter: ["role", "direction", "frequency", "source"],
    also: retiredFilter,
  }),
  getKpi: listOf(Kpi, { key: ["version"], sort: ["version"], first: "-version" }),
  listUseCasePatterns: listOf(UseCasePattern, { key: ["key"], sort: ["key", "name"], first: "key" }),
  listSeries: listOf(Series, {
    key: ["seriesId"],
    sort: ["seriesId", "kpiKey", "scope"],
    first: "seriesId",
    filter: ["kpiKey", "periodType"],
    also: retiredFilter,
  }),
  listValuePools: listOf(ValuePool, {
    key: ["poolId"],
    sort: ["name", "createdAt", "poolId"],
    first: "name",
    also: retiredFilter,
  }),
  listSnapshots: listOf(Snapshot, {
    key: ["period"],
    sort: ["period", "recordedAt", "source"],
    first: "period",
    filter: ["source"],
    also: { from: PeriodText.optional(), to: PeriodText.optional(), asOf },
  }),
  listSnapshotRevisions: listOf(SnapshotRevision, {
    key: ["revision"],
    sort: ["revision", "recordedAt"],
    first: "revision",
  }),
  listSourceComparisons: listOf(SourceComparison, {
    key: ["seriesId", "period"],
    sort: ["seriesId", "period"],
    first: "seriesId",
    filter: ["seriesId"],
    also: { asOf },
  }),
  listCostPools: listOf(CostPool, {
    key: ["costPoolId"],
    sort: ["costPoolId", "name", "category", "createdAt", "lastMonth"],
    first: "costPoolId",
    filter: ["category", "driver"],
    also: retiredFilter,
  }),
  listCostShares: listOf(CostShare, {
    key: ["month", "kind", "costPoolId", "initiativeId"],
    sort: ["month", "pool", "initiative"],
    first: "-month",
    filter: ["costPoolId", "initiativeId", "kind", "month"],
    also: { asOf },
  }),
  listHoldOuts: listOf(HoldOut, {
    key: ["holdOutId"],
    sort: ["holdOutId", "createdAt"],
    first: "-holdOutId",
    filter: ["initiativeId", "benefitId"],
    also: { asOf },
  }),
  listHoldOutRevisions: listOf(HoldOut, {
    key: ["revision"],
    sort: ["revision", "recordedAt"],
    first: "revision",
  }),
  listImports: listOf(ImportRecord, {
    key: ["importId"],
    sort: ["importId", "recordedAt", "fileName"],
    first: "-importId",
  }),
  listImportRecipes: listOf(SavedRecipe, {
    key: ["recipeId"],
    sort: ["name", "createdAt", "recipeId"],
    first: "name",
    also: retiredFilter,
  }),
  listInitiatives: listOf(Initiative, {
    key: ["initiativeId"],
    sort: ["initiativeId", "name", "status", "startedOn", "createdAt"],
    first: "initiativeId",
    filter: ["phase", "status"],
  }),
  listBenefits: listOf(Benefit, {
    key: ["benefitId"],
    sort: ["benefitId", "seriesId"],
    first: "benefitId",
    filter: ["seriesId"],
  }),
  listCostLines: listOf(CostLine, {
    key: ["costLineId"],
    sort: ["month", "category", "kind", "recordedAt", "costLineId"],
    first: "month",
    filter: ["month", "category", "kind"],
  }),
  listExchangeRates: listOf(ListedRate, {
    key: ["date", "from", "to", "revision"],
    sort: ["date", "from", "recordedAt"],
    first: "-date",
    filter: ["from", "date"],
    // Taken back or not; what counts alone where left out.
    also: { asOf, retracted: z.enum(["true", "false"]).optional() },
  }),
  listBaselines: listOf(Baseline, {
    key: ["baselineId"],
    sort: ["baselineId", "interventionStart", "status"],
    first: "baselineId",
    filter: ["status"],
  }),
  listControlCandidates: listOf(ControlCandidate, {
    key: ["seriesId"],
    sort: ["rank", "name"],
    first: "rank",
    filter: ["kpiKey"],
    also: controlWindow,
  }),
  listApprovals: listOf(Approval, {
    key: ["kind", "objectId"],
    sort: ["askedAt", "kind", "what"],
    first: "askedAt",
    filter: ["kind", "decision", "initiativeId"],
  }),
  listUnitValues: listOf(UnitValue, {
    key: ["benefitId"],
    sort: ["initiative", "kpiName", "proposedAt"],
    first: "initiative",
    filter: ["state", "initiativeId", "seriesId", "kpiKey"],
  }),
  listPeriods: listOf(Period, {
    key: ["month"],
    sort: ["month"],
    first: "-month",
    rows: { usual: 24, most: 120 },
    onlyFirst: true,
  }),
  listRestatements: listOf(Restatement, {
    key: ["reopenedAt", "month"],
    sort: ["reopenedAt", "month"],
    first: "-reopenedAt",
    filter: ["month"],
  }),
  listBenchmarks: listOf(Benchmark, { key: ["phase"], sort: ["phase"], first: "phase" }),
  listProductionFactVersions: listOf(ProductionFacts, {
    key: ["version"],
    sort: ["version", "recordedAt"],
    first: "-version",
  }),
  listWorkflowVersions: listOf(Workflow, {
    key: ["version"],
    sort: ["version", "recordedAt"],
    first: "-version",
  }),
  listGateReviews: listOf(GateReviewHead, {
    key: ["reviewId"],
    sort: ["openedAt", "endedAt", "initiative", "reviewId"],
    first: "-openedAt",
    filter: ["initiativeId", "status", "decision", "into"],
  }),
  listGateRules: listOf(GateRules, { key: ["version"], sort: ["version"], first: "-version" }),
  listKillRules: listOf(KillRule, {
    key: ["killRuleId"],
    sort: ["declaredAt", "initiative", "killRuleId"],
    first: "declaredAt",
    filter: ["initiativeId", "phase", "measure", "result"],
  }),
  listCandidates: listOf(Candidate, {
    key: ["position"],
    sort: ["position", "name", "team"],
    first: "position",
    filter: ["team"],
  }),
  listLearnings: listOf(Learning, {
    key: ["learningId"],
    sort: ["createdAt", "changedAt", "learningId"],
    first: "-createdAt",
    also: learningSearch,
  }),
  listLearningPrompts: listOf(LearningPrompt, {
    key: ["initiativeId"],
    sort: ["name", "initiativeId"],
    first: "name",
    filter: ["initiativeId"],
  }),
  listCandidateEstimateVersions: listOf(CandidateEstimate, {
    key: ["version"],
    sort: ["version", "recordedAt"],
    first: "-version",
  }),
  listResponsibilityVersions: listOf(ResponsibilityVersion, {
    key: ["version"],
    sort: ["version", "recordedAt"],
    first: "-version",
  }),
  listWorkSplitRounds: listOf(WorkSplitRound, {
    key: ["roundId"],
    sort: ["openedAt", "week", "roundId"],
    first: "-openedAt",
  }),
  listRoadmapTasks: listOf(RoadmapTask, {
    key: ["taskId"],
    sort: ["dueOn", "startsOn", "initiativeId", "taskId"],
    first: "dueOn",
    filter: ["initiativeId", "step"],
    also: { isDone: z.enum(["true", "false"]).optional() },
  }),
  listTools: listOf(Tool, {
    key: ["toolId"],
    sort: ["name", "vendor", "integration", "changedAt", "toolId"],
    first: "name",
    filter: ["vendor", "integration", "explainable", "realTime"],
    also: { ...retiredFilter, ...TwoClocks.shape },
  }),
  listDataAssets: listOf(DataAsset, {
    key: ["dataAssetId"],
    sort: ["name", "system", "owner", "changedAt", "dataAssetId"],
    first: "name",
    filter: [
      "system",
      "needsCleansing",
      "consistent",
      "reachableByApi",
      "allowedForTraining",
      "personalData",
    ],
    also: { ...retiredFilter, asOf },
  }),
  listToolVersions: listOf(ToolVersion, {
    key: ["version"],
    sort: ["version", "recordedAt"],
    first: "-version",
  }),
  listDataAssetVersions: listOf(DataAssetVersion, {
    key: ["version"],
    sort: ["version", "recordedAt"],
    first: "-version",
  }),
  listReadinessAnswers: listOf(ReadinessAnswer, {
    key: ["answerId"],
    sort: ["answeredAt", "question", "score", "answerId"],
    first: "-answeredAt",
    filter: ["question"],
  }),
  listAlerts: listOf(Alert, {
    key: ["alertId"],
    sort: ["raisedAt", "rule", "alertId"],
    first: "-raisedAt",
    filter: ["rule", "initiativeId"],
    // Those one was told of, where "mine" is true; all where it is left out.
    also: { state: AlertState.optional(), mine: z.enum(["true", "false"]).optional() },
  }),
  listDigests: listOf(SentDigest, {
    key: ["kind", "period"],
    sort: ["madeAt", "period"],
    first: "-madeAt",
    filter: ["kind"],
  }),
  listWebhooks: listOf(Webhook, {
    key: ["hookId"],
    sort: ["name", "createdAt", "hookId"],
    first: "name",
    filter: ["format"],
  }),
  listDeliveries: listOf(Delivery, {
    key: ["messageId"],
    sort: ["createdAt", "state", "messageId"],
    first: "-createdAt",
    filter: ["state", "channel", "kind"],
  }),
  listAnnotations: listOf(Annotation, {
    key: ["annotationId"],
    sort: ["from", "createdAt", "annotationId"],
    first: "-from",
    // Of an initiative come also the notes on the series that its benefits claim.
    also: { initiativeId: Id.optional(), seriesId: Id.optional() },
  }),
  listSavedViews: listOf(SavedView, {
    key: ["viewId"],
    sort: ["name", "createdAt", "viewId"],
    first: "name",
    filter: ["page"],
  }),
  listBenchmarkSets: listOf(BenchmarkSet, {
    key: ["setId"],
    sort: ["setId", "name", "validFrom", "recordedAt"],
    first: "setId",
    filter: ["basis", "span"],
    also: retiredFilter,
  }),
  getBenchmarkSet: listOf(BenchmarkSet, {
    key: ["version"],
    sort: ["version", "validFrom"],
    first: "-version",
  }),
  listBenchmarkChoices: listOf(BenchmarkChoice, {
    key: ["recordedAt", "initiativeId", "purpose", "version"],
    sort: ["recordedAt", "validFrom"],
    first: "-recordedAt",
    filter: ["initiativeId", "purpose"],
  }),
  listCases: listOf(BusinessCase, {
    key: ["caseId"],
    sort: ["caseId", "name", "initiative", "createdAt", "changedAt", "latestStatus"],
    first: "-changedAt",
    filter: ["initiativeId", "latestStatus"],
    also: retiredFilter,
  }),
  listCaseVersions: listOf(CaseVersionHead, {
    key: ["number"],
    sort: ["number", "changedAt"],
    first: "-number",
    filter: ["status"],
  }),
  listCaseDifferences: listOf(CaseDifference, {
    key: ["position"],
    sort: ["position"],
    first: "position",
    filter: ["kind", "lineId"],
    // The version it began as a copy of, where left out.
    also: { against: CaseNumber.optional() },
  }),
  listCaseFlows: listOf(CaseFlow, {
    key: ["position"],
    sort: ["position"],
    first: "position",
    filter: ["kind", "lineId", "column"],
    also: {
      scenario: z.string().max(200).optional(),
      step: z.enum(["month", "quarter", "year"]).optional(),
      // What counts, before the risk of lines or after it.
      amounts: z.enum(["credited", "adjusted"]).optional(),
      // How estimates count that nobody has accepted.
      unsignedEstimates: z.enum(["nothing", "credited"]).optional(),
      asOf,
    },
  }),
  listCaseResults: listOf(CaseResult, {
    key: ["position"],
    sort: ["position"],
    first: "position",
    filter: ["scenario", "basis", "metric"],
    also: { unsignedEstimates: z.enum(["nothing", "credited"]).optional(), asOf },
  }),
  listCaseVariances: listOf(CaseVariance, {
    key: ["position"],
    sort: ["position"],
    first: "position",
    filter: ["kind"],
    also: CaseActualsQuery.shape,
  }),
  listCaseComments: listOf(CaseComment, {
    key: ["commentId"],
    sort: ["commentId", "createdAt", "lineId"],
    first: "commentId",
    filter: ["lineId"],
    // Dealt with, or not.
    also: { resolved: z.enum(["true", "false"]).optional() },
  }),
  listCaseTemplates: listOf(CaseTemplate, { key: ["key"], sort: ["key", "name"], first: "key" }),
  listCaseSettings: listOf(CaseSettings, { key: ["version"], sort: ["version"], first: "-version" }),
  listSessions: listOf(Session, {
    key: ["sessionId"],
    sort: ["lastUsedAt", "createdAt", "sessionId"],
    first: "-lastUsedAt",
  }),
  listPeople: listOf(Person, {
    key: ["personId"],
    sort: ["name", "role", "state", "personId"],
    first: "name",
    filter: ["role", "state"],
  }),
  listTeams: listOf(ListedTeam, {
    key: ["teamId"],
    sort: ["name", "teamId"],
    first: "name",
    also: retiredFilter,
  }),
  listServiceKeys: listOf(ServiceKey, {
    key: ["keyId"],
    sort: ["createdAt", "name", "expiresAt", "keyId"],
    first: "-createdAt",
  }),
  listJobs: listOf(Job, {
    key: ["jobName"],
    sort: ["jobName", "nextDueAt", "begunAt", "state"],
    first: "jobName",
    filter: ["state", "outcome"],
  }),
  listAuditEntries: listOf(AuditEntry, {
    key: ["sequence"],
    sort: ["sequence"],
    first: "-sequence",
    filter: ["noun", "objectId", "actorId"],
    also: { from: IsoDate.optional(), until: IsoDate.optional() },
  }),
};
