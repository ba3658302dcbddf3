import { createClient, type CallInput, type Client } from "@liftledger/contracts/client";
import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import {
  endpoints,
  type EndpointOutput,
  type EndpointRequest,
  type EndpointSchema,
} from "@liftledger/contracts/endpoints";
import { listGateReviews } from "@liftledger/use-cases/gates/list-gate-reviews";
import { listGateRules } from "@liftledger/use-cases/gates/list-gate-rules";
import { listKillRules } from "@liftledger/use-cases/kill-rules/list-kill-rules";
import { listAlerts } from "@liftledger/use-cases/alerts/list-alerts";
import { listAnnotations } from "@liftledger/use-cases/annotations/list-annotations";
import { listCandidates } from "@liftledger/use-cases/candidates/list-candidates";
import { listLearnings } from "@liftledger/use-cases/learnings/list-learnings";
import { listCandidateEstimateVersions } from "@liftledger/use-cases/candidates/list-candidate-estimate-versions";
import { listResponsibilityVersions } from "@liftledger/use-cases/responsibility/list-responsibility-versions";
import { listWorkSplitRounds } from "@liftledger/use-cases/work-split/list-work-split-rounds";
import { listProductionFactVersions } from "@liftledger/use-cases/production/list-production-fact-versions";
import { listAdoptionVersions } from "@liftledger/use-cases/adoption/list-adoption-versions";
import { listDataAssets } from "@liftledger/use-cases/data-assets/list-data-assets";
import { listDataAssetVersions } from "@liftledger/use-cases/data-assets/list-data-asset-versions";
import { listToolVersions } from "@liftledger/use-cases/tools/list-tool-versions";
import { listTools } from "@liftledger/use-cases/tools/list-tools";
import { listWorkflowVersions } from "@liftledger/use-cases/workflow/list-workflow-versions";
import { listRoadmapTasks } from "@liftledger/use-cases/roadmap/list-roadmap-tasks";
import { listReadinessAnswers } from "@liftledger/use-cases/readiness/list-readiness-answers";
import { listBaselines } from "@liftledger/use-cases/baselines/list-baselines";
import { listBenchmarkChoices } from "@liftledger/use-cases/benchmarks/list-benchmark-choices";
import { listBenchmarkSets } from "@liftledger/use-cases/benchmarks/list-benchmark-sets";
import { listBenefits } from "@liftledger/use-cases/benefits/list-benefits";
import { readPart } from "@liftledger/use-cases/read-part";
import type { Context } from "@liftledger/use-cases/context";
import { listCostPools } from "@liftledger/use-cases/cost-pools/list-cost-pools";
import { listCostShares } from "@liftledger/use-cases/cost-pools/list-cost-shares";
import { listCostLines } from "@liftledger/use-cases/cost-lines/list-cost-lines";
import { getBoard } from "@liftledger/use-cases/evaluation/get-board";
import { getPortfolio } from "@liftledger/use-cases/evaluation/get-portfolio";
import { listBenchmarks } from "@liftledger/use-cases/evaluation/list-benchmarks";
import { listHoldOuts } from "@liftledger/use-cases/hold-outs/list-hold-outs";
import { listImportRecipes } from "@liftledger/use-cases/imports/list-import-recipes";
import { listImports } from "@liftledger/use-cases/imports/list-imports";
import { undoImport } from "@liftledger/use-cases/imports/undo/undo-import";
import { listInitiatives } from "@liftledger/use-cases/initiatives/list-initiatives";
import { listJobs } from "@liftledger/use-cases/jobs/list-jobs";
import { listKpis } from "@liftledger/use-cases/kpis/list-kpis";
import { listUseCasePatterns } from "@liftledger/use-cases/kpis/list-use-case-patterns";
import { getOrganisation } from "@liftledger/use-cases/organisations/get-organisation";
import { listOrganisations } from "@liftledger/use-cases/organisations/list-organisations";
import { listSeries } from "@liftledger/use-cases/series/list-series";
import { listSnapshots } from "@liftledger/use-cases/snapshots/list-snapshots";
import { listSnapshotRevisions } from "@liftledger/use-cases/snapshots/list-snapshot-revisions";
import { logSnapshots } from "@liftledger/use-cases/snapshots/log-snapshots";
import { retractSnapshots } from "@liftledger/use-cases/snapshots/retract-snapshots";
import { listAuditEntries } from "@liftledger/use-cases/audit/list-audit-entries";
import { listLedgerPeriods } from "@liftledger/use-cases/periods/list-ledger-periods";
import { reopenPeriods } from "@liftledger/use-cases/periods/reopen-periods";
import { listRestatements } from "@liftledger/use-cases/periods/list-restatements";
import { listExchangeRates } from "@liftledger/use-cases/exchange-rates/list-exchange-rates";
import { listSourceComparisons } from "@liftledger/use-cases/sources/list-source-comparisons";
import { listValuePools } from "@liftledger/use-cases/value-pools/list-value-pools";
import { listTeams } from "@liftledger/use-cases/teams/list-teams";
import { runJobHere } from "@liftledger/use-cases/jobs/run-job-here";
import { caseCalls } from "./case-calls.ts";
import { CommandError, exitCodes } from "./exit-codes.ts";
import { findLogin } from "./login-file.ts";
import { withLedger } from "./open-ledger.ts";
import { thisProcess } from "./this-process.ts";
import { reachServer } from "./reach-server.ts";

/** What answers on the data folder, by the names of the endpoint table. */
const useCases = {
  listOrganisations: (ctx, { query }) => listOrganisations(ctx, query),
  listKpis: (ctx, { query }) => listKpis(ctx, query),
  listUseCasePatterns: (ctx, { query }) => listUseCasePatterns(ctx, query),
  listSeries: (ctx, { query }) => listSeries(ctx, query),
  listSnapshots: (ctx, { params, query }) => listSnapshots(ctx, { ...params, ...query }),
  logSnapshots: (ctx, { body }) => logSnapshots(ctx, body),
  retractSnapshots: (ctx, { body }) => retractSnapshots(ctx, body),
  listSnapshotRevisions: (ctx, { params, query }) => listSnapshotRevisions(ctx, { ...params, ...query }),
  listImports: (ctx, { query }) => listImports(ctx, query),
  undoImport: (ctx, { params, body }) => undoImport(ctx, { ...params, ...body }),
  listImportRecipes: (ctx, { query }) => listImportRecipes(ctx, query),
  listInitiatives: (ctx, { query }) => listInitiatives(ctx, query),
  listBenefits: (ctx, { params, query }) => listBenefits(ctx, { ...params, ...query }),
  listCostLines: (ctx, { params, query }) => listCostLines(ctx, { ...params, ...query }),
  listBaselines: (ctx, { params, query }) => listBaselines(ctx, { ...params, ...query }),
  listValuePools: (ctx, { query }) => listValuePools(ctx, query),
  ...caseCalls,
  listAlerts: (ctx, { query }) => listAlerts(ctx, query),
  listAnnotations: (ctx, { query }) => listAnnotations(ctx, query),
  listCandidates: (ctx, { query }) => listCandidates(ctx, query),
  listLearnings: (ctx, { query }) => listLearnings(ctx, query),
  listCandidateEstimateVersions: (ctx, { params, query }) =>
    listCandidateEstimateVersions(ctx, { ...params, ...query }),
  listResponsibilityVersions: (ctx, { params, query }) =>
    listResponsibilityVersions(ctx, { ...params, ...query }),
  listWorkSplitRounds: (ctx, { query }) => listWorkSplitRounds(ctx, query),
  listProductionFactVersions: (ctx, { params, query }) =>
    listProductionFactVersions(ctx, { ...params, ...query }),
  listGateReviews: (ctx, { query }) => listGateReviews(ctx, query),
  listGateRules: (ctx, { query }) => listGateRules(ctx, query),
  listKillRules: (ctx, { query }) => listKillRules(ctx, query),
  listTools: (ctx, { query }) => listTools(ctx, query),
  listToolVersions: (ctx, { params, query }) => listToolVersions(ctx, { ...params, ...query }),
  listDataAssets: (ctx, { query }) => listDataAssets(ctx, query),
  listDataAssetVersions: (ctx, { params, query }) => listDataAssetVersions(ctx, { ...params, ...query }),
  listAdoptionVersions: (ctx, { params, query }) => listAdoptionVersions(ctx, { ...params, ...query }),
  listWorkflowVersions: (ctx, { params, query }) => listWorkflowVersions(ctx, { ...params, ...query }),
  listRoadmapTasks: (ctx, { query }) => listRoadmapTasks(ctx, query),
  listReadinessAnswers: (ctx, { params, query }) => listReadinessAnswers(ctx, { ...params, ...query }),
  listHoldOuts: (ctx, { query }) => listHoldOuts(ctx, query),
  listExchangeRates: (ctx, { query }) => listExchangeRates(ctx, query),
  listSourceComparisons: (ctx, { query }) => listSourceComparisons(ctx, query),
  listPeriods: (ctx, { query }) => listLedgerPeriods(ctx, query),
  reopenPeriods: (ctx, { body }) => reopenPeriods(ctx, body),
  listRestatements: (ctx, { query }) => listRestatements(ctx, query),
  listAuditEntries: (ctx, { query }) => listAuditEntries(ctx, query),
  listCostPools: (ctx, { query }) => listCostPools(ctx, query),
  listCostShares: (ctx, { query }) => listCostShares(ctx, query),
  listBenchmarkSets: (ctx, { query }) => listBenchmarkSets(ctx, query),
  listBenchmarkChoices: (ctx, { query }) => listBenchmarkChoices(ctx, query),
  listJobs: (ctx, { query }) => listJobs(ctx, query),
  runJob: (ctx, { params }) => runJobHere(ctx, params, thisProcess()),
  listTeams: (ctx, { query }) => listTeams(ctx, query),
  listBenchmarks: (ctx, { query }) => listBenchmarks(ctx, query),
  getPortfolio: (ctx, { query }) => getPortfolio(ctx, query),
  getBoard: (ctx, { query }) => getBoard(ctx, query),
} satisfies { [Name in EndpointName]?: UseCase<Name> };

type UseCase<Name extends EndpointName> = (
  ctx: Context,
  request: EndpointRequest<Name>,
) => Promise<EndpointOutput<Name>>;

type CalledName = keyof typeof useCases;

/** The endpoints that commands use, whoever answers them. */
export interface LedgerCalls {
  call<Name extends CalledName>(name: Name, input: CallInput<Name>): Promise<EndpointOutput<Name>>;
}

/** Where a command finds its ledger. */
export interface LedgerOptions {
  server?: string;
  data?: string;
  organisation: string;
}

/**
 * Runs a piece of work against a server, where one is named, or else on the data folder: the same calls with the same
 * answers.
 */
export async function withCalls<Result>(
  { server, data, organisation }: LedgerOptions,
  work: (calls: LedgerCalls) => Promise<Result>,
): Promise<Result> {
  if (server === undefined) {
    return withLedger({ data, mayBeNew: false }, async (ctx) => {
      const own = { ...ctx, organisationId: organisation };
      await getOrganisation(own);
      return work(localCalls(own));
    });
  }
  return work(await clientOf(server, organisation));
}

/** A client of a server, by what login keeps for it; without that as nobody, who may look at a demo at most. */
export async function clientOf(server: string, organisation: string): Promise<Client> {
  const login = await findLogin();
  const baseUrl = server.replace(/\/+$/, "");
  const address = URL.parse(baseUrl);
  if (address === null || !/^https?:$/.test(address.protocol)) {
    const message = `--server ${server}: no address of a server, such as "https://ledger.example".`;
    throw new CommandError(exitCodes.usage, message);
  }
  const headers = login?.server === address.origin ? login.headers : undefined;
  return createClient({ baseUrl, organisationId: organisation, headers: { ...headers }, fetch: reachServer });
}

function localCalls(ctx: Context): LedgerCalls {
  return {
    async call<Name extends CalledName>(name: Name, input: CallInput<Name>) {
      const { params, query, body }: EndpointSchema = endpoints[name];
      const given = input as { params?: unknown; query?: unknown; body?: unknown };
      const request = {
        params: params && readPart(params, given.params ?? {}, "path"),
        query: query && readPart(query, given.query ?? {}, "query"),
        body: body && readPart(body, given.body, "body"),
      };
      const answer = useCases[name] as unknown as UseCase<Name>;
      return answer(ctx, request as unknown as EndpointRequest<Name>);
    },
  };
}
