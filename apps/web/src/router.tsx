import { ApiProblem } from "@liftledger/contracts/client";
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { organisationsQuery, portfolioQuery, sessionQuery } from "./api.ts";
import { evaluationQuery } from "./ledger-queries.ts";
import { nextPath } from "./sign-in-path.ts";
import { ErrorPage, NotFoundPage, StartFailed } from "./shell/error-page.tsx";
import { Frame } from "./shell/frame.tsx";
import {
  readAlertsSearch,
  readApprovalsSearch,
  readCaseSearch,
  readDigestsSearch,
  readCandidatesSearch,
  readCasesSearch,
  readDataSearch,
  readGovernanceSearch,
  readToolsSearch,
  readKpisSearch,
  readLearningsSearch,
  readLogSearch,
  readNewInitiativeSearch,
  readNewCaseSearch,
  readOrganisationSearch,
  readPortfolioSearch,
  readAuditSearch,
  readGateSearch,
  readReadinessSearch,
  readUnitValuesSearch,
  readYearSearch,
} from "./search-params.ts";
import { Starting } from "./shell/starting.tsx";
import { startingOrganisation } from "./starting-organisation.ts";

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()();

/** Leads to where one signs in; where the server answers with a failure the page goes on and says itself what failed. */
async function mustBeSignedIn(
  queryClient: QueryClient,
  href: string,
  organisationId?: string,
): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
    if (!(error instanceof ApiProblem)) throw error;
  });
  const isForeign = session?.kind === "guest" && organisationId !== undefined && organisationId !== "demo";
  if (session?.kind !== "nobody" && !isForeign) return;
  throw redirect({ to: "/sign-in", search: href === "/" ? {} : { next: href } });
}

/** While who looks is awaited: after a moment, so that nothing flashes where the answer is quick. */
const start = { pendingComponent: Starting, pendingMs: 200, pendingMinMs: 300, errorComponent: StartFailed };

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    nextPath(next) === "/" ? {} : { next: nextPath(next) },
  component: lazyRouteComponent(() => import("./features/access/sign-in-page.tsx"), "SignInPage"),
});

const signInBackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in/back",
  component: lazyRouteComponent(() => import("./features/access/sign-in-back-page.tsx"), "SignInBackPage"),
});

const accessRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/access",
  component: lazyRouteComponent(() => import("./features/access/access-link-page.tsx"), "AccessLinkPage"),
});

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  ...start,
  beforeLoad: async ({ context }) => {
    await mustBeSignedIn(context.queryClient, "/");
    const { rows } = await context.queryClient.query({ ...organisationsQuery, staleTime: 0 });
    throw redirect({
      to: "/$organisationId/portfolio",
      params: { organisationId: startingOrganisation(rows) },
    });
  },
});

const organisationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/$organisationId",
  ...start,
  validateSearch: readOrganisationSearch,
  search: { middlewares: [retainSearchParams(["until", "asOf"])] },
  beforeLoad: ({ context, params, location }) =>
    mustBeSignedIn(context.queryClient, location.href, params.organisationId),
  // The frame and the demo banner need to know which organisation this is: asking first saves them a jump.
  // Without an answer the page says so itself.
  loader: ({ context }) => context.queryClient.query(organisationsQuery).catch(() => undefined),
  component: Frame,
});

const organisationIndexRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/$organisationId/portfolio", params });
  },
});

const portfolioRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "portfolio",
  validateSearch: readPortfolioSearch,
  loaderDeps: ({ search: { until, asOf } }) => ({ until, asOf }),
  // Begun here, so that data and code travel together; the page shows what became of it.
  loader: ({ context, params, deps }) => {
    void context.queryClient.prefetchQuery(portfolioQuery(params.organisationId, deps));
  },
  component: lazyRouteComponent(() => import("./features/portfolio/portfolio-page.tsx"), "PortfolioPage"),
});

const boardRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "board",
  component: lazyRouteComponent(() => import("./features/board/board-page.tsx"), "BoardPage"),
});

const initiativeRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId",
  loaderDeps: ({ search: { until, asOf } }) => ({ until, asOf }),
  loader: ({ context, params, deps }) => {
    void context.queryClient.prefetchQuery(evaluationQuery(params.organisationId, params.initiativeId, deps));
  },
  component: lazyRouteComponent(() => import("./features/initiative/initiative-page.tsx"), "InitiativePage"),
});

const readinessRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/readiness",
  validateSearch: readReadinessSearch,
  component: lazyRouteComponent(() => import("./features/readiness/readiness-page.tsx"), "ReadinessPage"),
});

const roadmapRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/roadmap",
  component: lazyRouteComponent(() => import("./features/roadmap/roadmap-page.tsx"), "RoadmapPage"),
});

const workflowRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/workflow",
  component: lazyRouteComponent(() => import("./features/workflow/workflow-page.tsx"), "WorkflowPage"),
});

const productionRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/production",
  component: lazyRouteComponent(() => import("./features/production/production-page.tsx"), "ProductionPage"),
});

const toolsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "tools",
  validateSearch: readToolsSearch,
  component: lazyRouteComponent(() => import("./features/registers/tools-page.tsx"), "ToolsPage"),
});

const dataRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "data",
  validateSearch: readDataSearch,
  component: lazyRouteComponent(() => import("./features/registers/data-page.tsx"), "DataPage"),
});

const gateRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/gate",
  validateSearch: readGateSearch,
  component: lazyRouteComponent(() => import("./features/gate/gate-page.tsx"), "GatePage"),
});

const gateRulesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "gate-rules",
  component: lazyRouteComponent(() => import("./features/gate-rules/gate-rules-page.tsx"), "GateRulesPage"),
});

const findingsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/findings",
  component: lazyRouteComponent(() => import("./features/findings/findings-page.tsx"), "FindingsPage"),
});

const governanceRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "governance",
  validateSearch: readGovernanceSearch,
  component: lazyRouteComponent(() => import("./features/governance/governance-page.tsx"), "GovernancePage"),
});

const alertsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "alerts",
  validateSearch: readAlertsSearch,
  component: lazyRouteComponent(() => import("./features/alerts/alerts-page.tsx"), "AlertsPage"),
});

const alertRulesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "alert-rules",
  component: lazyRouteComponent(
    () => import("./features/alert-rules/alert-rules-page.tsx"),
    "AlertRulesPage",
  ),
});

const digestsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "digests",
  validateSearch: readDigestsSearch,
  component: lazyRouteComponent(() => import("./features/digests/digests-page.tsx"), "DigestsPage"),
});

const baselineRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/benefits/$benefitId/baseline",
  component: lazyRouteComponent(() => import("./features/baseline/baseline-page.tsx"), "BaselinePage"),
});

const importRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "import",
  component: lazyRouteComponent(() => import("./features/import/import-page.tsx"), "ImportPage"),
});

const logRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "log",
  validateSearch: readLogSearch,
  component: lazyRouteComponent(() => import("./features/log/log-page.tsx"), "LogPage"),
});

const yearRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "log/year",
  validateSearch: readYearSearch,
  component: lazyRouteComponent(() => import("./features/year/year-page.tsx"), "YearPage"),
});

const newInitiativeRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "new",
  validateSearch: readNewInitiativeSearch,
  component: lazyRouteComponent(
    () => import("./features/new-initiative/new-initiative-page.tsx"),
    "NewInitiativePage",
  ),
});

const kpisRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "kpis",
  validateSearch: readKpisSearch,
  component: lazyRouteComponent(() => import("./features/kpis/kpis-page.tsx"), "KpisPage"),
});

const kpiRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "kpis/$kpiKey",
  component: lazyRouteComponent(() => import("./features/kpis/kpi-page.tsx"), "KpiPage"),
});

const valuePoolsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "value-pools",
  component: lazyRouteComponent(
    () => import("./features/value-pools/value-pools-page.tsx"),
    "ValuePoolsPage",
  ),
});

const unitValuesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "unit-values",
  validateSearch: readUnitValuesSearch,
  component: lazyRouteComponent(
    () => import("./features/unit-values/unit-values-page.tsx"),
    "UnitValuesPage",
  ),
});

const auditRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "audit",
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import("./features/audit/audit-page.tsx"), "AuditPage"),
});

const periodsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "periods",
  component: lazyRouteComponent(() => import("./features/periods/periods-page.tsx"), "PeriodsPage"),
});

const approvalsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "approvals",
  validateSearch: readApprovalsSearch,
  component: lazyRouteComponent(() => import("./features/approvals/approvals-page.tsx"), "ApprovalsPage"),
});

const sourcesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "sources",
  component: lazyRouteComponent(() => import("./features/sources/sources-page.tsx"), "SourcesPage"),
});

const ratesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "rates",
  component: lazyRouteComponent(() => import("./features/rates/rates-page.tsx"), "RatesPage"),
});

const benchmarksRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "benchmarks",
  component: lazyRouteComponent(() => import("./features/benchmarks/benchmarks-page.tsx"), "BenchmarksPage"),
});

const accountRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "account",
  component: lazyRouteComponent(() => import("./features/account/account-page.tsx"), "AccountPage"),
});

const settingsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "settings",
  component: lazyRouteComponent(() => import("./features/settings/settings-page.tsx"), "SettingsPage"),
});

const peopleRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "people",
  component: lazyRouteComponent(() => import("./features/people/people-page.tsx"), "PeoplePage"),
});

const serviceKeysRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "service-keys",
  component: lazyRouteComponent(
    () => import("./features/service-keys/service-keys-page.tsx"),
    "ServiceKeysPage",
  ),
});

const jobsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "jobs",
  component: lazyRouteComponent(() => import("./features/jobs/jobs-page.tsx"), "JobsPage"),
});

const sharedCostsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "shared-costs",
  component: lazyRouteComponent(
    () => import("./features/shared-costs/shared-costs-page.tsx"),
    "SharedCostsPage",
  ),
});

const casesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "cases",
  validateSearch: readCasesSearch,
  component: lazyRouteComponent(() => import("./features/cases/cases-page.tsx"), "CasesPage"),
});

const newCaseRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "cases/new",
  validateSearch: readNewCaseSearch,
  component: lazyRouteComponent(() => import("./features/cases/new-case-page.tsx"), "NewCasePage"),
});

const caseRulesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "case-rules",
  component: lazyRouteComponent(() => import("./features/case-rules/case-rules-page.tsx"), "CaseRulesPage"),
});

const caseRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "cases/$caseId",
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import("./features/cases/case-page.tsx"), "CasePage"),
});

const candidatesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "candidates",
  validateSearch: readCandidatesSearch,
  component: lazyRouteComponent(() => import("./features/candidates/candidates-page.tsx"), "CandidatesPage"),
});

const learningsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "learnings",
  validateSearch: readLearningsSearch,
  component: lazyRouteComponent(() => import("./features/learnings/learnings-page.tsx"), "LearningsPage"),
});

const workSplitRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "work-split",
  component: lazyRouteComponent(() => import("./features/work-split/work-split-page.tsx"), "WorkSplitPage"),
});

const responsibilityRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/responsibility",
  component: lazyRouteComponent(
    () => import("./features/responsibility/responsibility-page.tsx"),
    "ResponsibilityPage",
  ),
});

const routeTree = rootRoute.addChildren([
  startRoute,
  signInRoute,
  signInBackRoute,
  accessRoute,
  organisationRoute.addChildren([
    organisationIndexRoute,
    portfolioRoute,
    boardRoute,
    initiativeRoute,
    readinessRoute,
    roadmapRoute,
    workflowRoute,
    productionRoute,
    toolsRoute,
    dataRoute,
    gateRoute,
    gateRulesRoute,
    findingsRoute,
    governanceRoute,
    alertsRoute,
    alertRulesRoute,
    digestsRoute,
    candidatesRoute,
    learningsRoute,
    workSplitRoute,
    responsibilityRoute,
    baselineRoute,
    importRoute,
    logRoute,
    yearRoute,
    newInitiativeRoute,
    kpisRoute,
    kpiRoute,
    valuePoolsRoute,
    unitValuesRoute,
    auditRoute,
    periodsRoute,
    approvalsRoute,
    sourcesRoute,
    ratesRoute,
    benchmarksRoute,
    accountRoute,
    settingsRoute,
    peopleRoute,
    serviceKeysRoute,
    jobsRoute,
    sharedCostsRoute,
    casesRoute,
    newCaseRoute,
    caseRulesRoute,
    caseRoute,
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
