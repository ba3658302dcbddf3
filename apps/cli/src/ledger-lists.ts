import { allRows } from "@liftledger/contracts/client";
import type { LedgerCalls } from "./ledger-calls.ts";

type Rows = Promise<readonly object[]>;

/** Every list of an organisation, whole; who may sign in and by what, and what the server does, is no part of it. */
export const ledgerLists = {
  organisations: (calls) => allRows(calls, "listOrganisations", {}),
  kpis: (calls) => allRows(calls, "listKpis", {}),
  "use-case-patterns": (calls) => allRows(calls, "listUseCasePatterns", {}),
  series: allSeries,
  snapshots: async (calls) =>
    ofEach(await allSeries(calls), ({ seriesId }) =>
      allRows(calls, "listSnapshots", { params: { seriesId } }),
    ),
  baselines: async (calls) =>
    ofEach(await allSeries(calls), ({ seriesId }) =>
      allRows(calls, "listBaselines", { params: { seriesId } }),
    ),
  imports: (calls) => allRows(calls, "listImports", {}),
  "import-recipes": (calls) => allRows(calls, "listImportRecipes", {}),
  initiatives: allInitiatives,
  benefits: async (calls) =>
    ofEach(await allInitiatives(calls), ({ initiativeId }) =>
      allRows(calls, "listBenefits", { params: { initiativeId } }),
    ),
  "cost-lines": async (calls) =>
    ofEach(await allInitiatives(calls), async ({ initiativeId }) => {
      const rows = await allRows(calls, "listCostLines", { params: { initiativeId } });
      return rows.map((row) => ({ initiativeId, ...row }));
    }),
  cases: allCases,
  "case-versions": async (calls) =>
    ofEach(await allCases(calls), ({ caseId }) => allRows(calls, "listCaseVersions", { params: { caseId } })),
  "case-settings": (calls) => allRows(calls, "listCaseSettings", {}),
  "production-facts": async (calls) =>
    ofEach(await allInitiatives(calls), ({ initiativeId }) =>
      allRows(calls, "listProductionFactVersions", { params: { initiativeId } }),
    ),
  "gate-reviews": (calls) => allRows(calls, "listGateReviews", {}),
  "gate-rules": (calls) => allRows(calls, "listGateRules", {}),
  "kill-rules": (calls) => allRows(calls, "listKillRules", {}),
  tools: allTools,
  "tool-versions": async (calls) =>
    ofEach(await allTools(calls), ({ toolId }) => allRows(calls, "listToolVersions", { params: { toolId } })),
  "data-assets": allDataAssets,
  "data-asset-versions": async (calls) =>
    ofEach(await allDataAssets(calls), ({ dataAssetId }) =>
      allRows(calls, "listDataAssetVersions", { params: { dataAssetId } }),
    ),
  "adoption-versions": async (calls) =>
    ofEach(await allInitiatives(calls), ({ initiativeId }) =>
      allRows(calls, "listAdoptionVersions", { params: { initiativeId } }),
    ),
  workflows: async (calls) =>
    ofEach(await allInitiatives(calls), ({ initiativeId }) =>
      allRows(calls, "listWorkflowVersions", { params: { initiativeId } }),
    ),
  learnings: (calls) => allRows(calls, "listLearnings", {}),
  responsibilities: async (calls) =>
    ofEach(await allInitiatives(calls), ({ initiativeId }) =>
      allRows(calls, "listResponsibilityVersions", { params: { initiativeId } }),
    ),
  candidates: (calls) => allRows(calls, "listCandidates", {}),
  "candidate-estimates": async (calls) =>
    ofEach(await allInitiatives(calls), ({ initiativeId }) =>
      allRows(calls, "listCandidateEstimateVersions", { params: { initiativeId } }),
    ),
  "work-split-rounds": (calls) => allRows(calls, "listWorkSplitRounds", {}),
  alerts: (calls) => allRows(calls, "listAlerts", {}),
  "readiness-answers": async (calls) =>
    ofEach(await allInitiatives(calls), ({ initiativeId }) =>
      allRows(calls, "listReadinessAnswers", { params: { initiativeId } }),
    ),
  "roadmap-tasks": (calls) => allRows(calls, "listRoadmapTasks", {}),
  annotations: (calls) => allRows(calls, "listAnnotations", {}),
  "hold-outs": (calls) => allRows(calls, "listHoldOuts", {}),
  "value-pools": (calls) => allRows(calls, "listValuePools", {}),
  periods: (calls) => allRows(calls, "listPeriods", {}),
  restatements: (calls) => allRows(calls, "listRestatements", {}),
  "exchange-rates": (calls) => allRows(calls, "listExchangeRates", {}),
  "source-comparisons": (calls) => allRows(calls, "listSourceComparisons", {}),
  "audit-entries": (calls) => allRows(calls, "listAuditEntries", {}),
  "cost-pools": (calls) => allRows(calls, "listCostPools", {}),
  "cost-shares": (calls) => allRows(calls, "listCostShares", {}),
  "benchmark-sets": (calls) => allRows(calls, "listBenchmarkSets", {}),
  "benchmark-choices": (calls) => allRows(calls, "listBenchmarkChoices", {}),
  teams: (calls) => allRows(calls, "listTeams", {}),
  benchmarks: (calls) => allRows(calls, "listBenchmarks", {}),
} satisfies Record<string, (calls: LedgerCalls) => Rows>;

export type ListName = keyof typeof ledgerLists;

function allSeries(calls: LedgerCalls) {
  return allRows(calls, "listSeries", {});
}

function allInitiatives(calls: LedgerCalls) {
  return allRows(calls, "listInitiatives", {});
}

function allTools(calls: LedgerCalls) {
  return allRows(calls, "listTools", {});
}

function allDataAssets(calls: LedgerCalls) {
  return allRows(calls, "listDataAssets", {});
}

function allCases(calls: LedgerCalls) {
  return allRows(calls, "listCases", {});
}

async function ofEach<Parent, Row>(
  parents: readonly Parent[],
  list: (parent: Parent) => Promise<Row[]>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (const parent of parents) all.push(...(await list(parent)));
  return all;
}
