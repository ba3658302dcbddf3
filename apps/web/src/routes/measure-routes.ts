import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { logSheetQuery } from "../features/log/log-sheet-query.ts";
import { kpisQuery } from "../ledger-queries.ts";
import { readKpisSearch, readLogSearch, readYearSearch } from "../search-params.ts";
import { organisationRoute } from "./organisation-route.ts";

const importRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "import",
  component: lazyRouteComponent(() => import("../features/import/import-page.tsx"), "ImportPage"),
});

const logRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "log",
  validateSearch: readLogSearch,
  loaderDeps: ({ search: { period } }) => ({ period }),
  loader: ({ context, params, deps: { period } }) => {
    void context.queryClient.prefetchQuery(logSheetQuery(params.organisationId, period));
  },
  component: lazyRouteComponent(() => import("../features/log/log-page.tsx"), "LogPage"),
});

const yearRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "log/year",
  validateSearch: readYearSearch,
  component: lazyRouteComponent(() => import("../features/year/year-page.tsx"), "YearPage"),
});

const kpisRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "kpis",
  validateSearch: readKpisSearch,
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(kpisQuery(params.organisationId));
  },
  component: lazyRouteComponent(() => import("../features/kpis/kpis-page.tsx"), "KpisPage"),
});

const kpiRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "kpis/$kpiKey",
  component: lazyRouteComponent(() => import("../features/kpis/kpi-page.tsx"), "KpiPage"),
});

const sourcesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "sources",
  component: lazyRouteComponent(() => import("../features/sources/sources-page.tsx"), "SourcesPage"),
});

/** The pages of what is measured and logged. */
export const measureRoutes = [importRoute, logRoute, yearRoute, kpisRoute, kpiRoute, sourcesRoute] as const;
