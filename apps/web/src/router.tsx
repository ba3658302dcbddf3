import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { evaluationQuery, organisationsQuery, portfolioQuery } from "./api.ts";
import { ErrorPage, NotFoundPage } from "./shell/error-page.tsx";
import { Frame } from "./shell/frame.tsx";
import {
  readKpisSearch,
  readLogSearch,
  readOrganisationSearch,
  readPortfolioSearch,
} from "./search-params.ts";
import { startingOrganisation } from "./starting-organisation.ts";

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()();

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: async ({ context }) => {
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
  validateSearch: readOrganisationSearch,
  search: { middlewares: [retainSearchParams(["until", "asOf"])] },
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

const initiativeRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId",
  loaderDeps: ({ search: { until, asOf } }) => ({ until, asOf }),
  loader: ({ context, params, deps }) => {
    void context.queryClient.prefetchQuery(evaluationQuery(params.organisationId, params.initiativeId, deps));
  },
  component: lazyRouteComponent(() => import("./features/initiative/initiative-page.tsx"), "InitiativePage"),
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

const newInitiativeRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "new",
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

const periodsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "periods",
  component: lazyRouteComponent(() => import("./features/periods/periods-page.tsx"), "PeriodsPage"),
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

const routeTree = rootRoute.addChildren([
  startRoute,
  organisationRoute.addChildren([
    organisationIndexRoute,
    portfolioRoute,
    initiativeRoute,
    importRoute,
    logRoute,
    newInitiativeRoute,
    kpisRoute,
    periodsRoute,
    sourcesRoute,
    ratesRoute,
    benchmarksRoute,
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
