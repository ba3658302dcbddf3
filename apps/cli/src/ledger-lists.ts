import type { LedgerCalls } from "./ledger-calls.ts";

type Rows = Promise<readonly object[]>;
type Page<Row> = Promise<{ rows: Row[]; nextCursor: string | null }>;
interface Cursor {
  limit: number;
  cursor?: string;
}

const pageSize = 500;

/** Every list of an organisation, whole; who may sign in, and by what, is no part of it. */
export const ledgerLists = {
  organisations: async (calls) => (await calls.call("listOrganisations", {})).rows,
  kpis: async (calls) => (await calls.call("listKpis", {})).rows,
  "use-case-patterns": async (calls) => (await calls.call("listUseCasePatterns", {})).rows,
  series: allSeries,
  snapshots: async (calls) =>
    ofEach(await allSeries(calls), ({ seriesId }) =>
      calls.call("listSnapshots", { params: { seriesId }, query: {} }),
    ),
  baselines: async (calls) =>
    ofEach(await allSeries(calls), ({ seriesId }) => calls.call("listBaselines", { params: { seriesId } })),
  imports: (calls) => allPages((query) => calls.call("listImports", { query })),
  "import-recipes": async (calls) => (await calls.call("listImportRecipes", {})).rows,
  initiatives: allInitiatives,
  benefits: async (calls) =>
    ofEach(await allInitiatives(calls), ({ initiativeId }) =>
      calls.call("listBenefits", { params: { initiativeId } }),
    ),
  "cost-lines": async (calls) =>
    ofEach(await allInitiatives(calls), async ({ initiativeId }) => {
      const { rows } = await calls.call("listCostLines", { params: { initiativeId } });
      return { rows: rows.map((row) => ({ initiativeId, ...row })) };
    }),
  annotations: (calls) => allPages((query) => calls.call("listAnnotations", { query })),
  "hold-outs": (calls) => allPages((query) => calls.call("listHoldOuts", { query })),
  "value-pools": async (calls) => (await calls.call("listValuePools", {})).rows,
  periods: (calls) => allPages((query) => calls.call("listPeriods", { query }), 120),
  restatements: (calls) => allPages((query) => calls.call("listRestatements", { query })),
  "exchange-rates": (calls) => allPages((query) => calls.call("listExchangeRates", { query })),
  "source-comparisons": (calls) => allPages((query) => calls.call("listSourceComparisons", { query })),
  "audit-entries": (calls) => allPages((query) => calls.call("listAuditEntries", { query })),
  "cost-pools": (calls) => allPages((query) => calls.call("listCostPools", { query })),
  "cost-shares": (calls) => allPages((query) => calls.call("listCostShares", { query })),
  "benchmark-sets": (calls) => allPages((query) => calls.call("listBenchmarkSets", { query })),
  "benchmark-choices": (calls) => allPages((query) => calls.call("listBenchmarkChoices", { query })),
  teams: async (calls) => (await calls.call("listTeams", {})).rows,
  benchmarks: async (calls) => (await calls.call("listBenchmarks", {})).phases,
} satisfies Record<string, (calls: LedgerCalls) => Rows>;

export type ListName = keyof typeof ledgerLists;

function allSeries(calls: LedgerCalls) {
  return allPages((query) => calls.call("listSeries", { query }));
}

function allInitiatives(calls: LedgerCalls) {
  return allPages((query) => calls.call("listInitiatives", { query }));
}

async function allPages<Row>(page: (query: Cursor) => Page<Row>, limit = pageSize): Promise<Row[]> {
  const all: Row[] = [];
  for (let cursor: string | undefined; ;) {
    const { rows, nextCursor } = await page({ limit, ...(cursor === undefined ? {} : { cursor }) });
    all.push(...rows);
    if (nextCursor === null) return all;
    cursor = nextCursor;
  }
}

async function ofEach<Parent, Row>(
  parents: readonly Parent[],
  list: (parent: Parent) => Promise<{ rows: Row[] }>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (const parent of parents) all.push(...(await list(parent)).rows);
  return all;
}
