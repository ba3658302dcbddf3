import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { evaluationQuery } from "../ledger-queries.ts";
import { readNewInitiativeSearch, readGateSearch, readReadinessSearch } from "../search-params.ts";
import { organisationRoute } from "./organisation-route.ts";

const newInitiativeRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "new",
  validateSearch: readNewInitiativeSearch,
  component: lazyRouteComponent(
    () => import("../features/new-initiative/new-initiative-page.tsx"),
    "NewInitiativePage",
  ),
});

const initiativeRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId",
  loaderDeps: ({ search: { until, asOf } }) => ({ until, asOf }),
  loader: ({ context, params, deps }) => {
    void context.queryClient.prefetchQuery(evaluationQuery(params.organisationId, params.initiativeId, deps));
  },
  component: lazyRouteComponent(() => import("../features/initiative/initiative-page.tsx"), "InitiativePage"),
});

const readinessRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/readiness",
  validateSearch: readReadinessSearch,
  component: lazyRouteComponent(() => import("../features/readiness/readiness-page.tsx"), "ReadinessPage"),
});

const roadmapRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/roadmap",
  component: lazyRouteComponent(() => import("../features/roadmap/roadmap-page.tsx"), "RoadmapPage"),
});

const workflowRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/workflow",
  component: lazyRouteComponent(() => import("../features/workflow/workflow-page.tsx"), "WorkflowPage"),
});

const productionRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/production",
  component: lazyRouteComponent(() => import("../features/production/production-page.tsx"), "ProductionPage"),
});

const responsibilityRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/responsibility",
  component: lazyRouteComponent(
    () => import("../features/responsibility/responsibility-page.tsx"),
    "ResponsibilityPage",
  ),
});

const gateRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/gate",
  validateSearch: readGateSearch,
  component: lazyRouteComponent(() => import("../features/gate/gate-page.tsx"), "GatePage"),
});

const findingsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/findings",
  component: lazyRouteComponent(() => import("../features/findings/findings-page.tsx"), "FindingsPage"),
});

const baselineRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "initiatives/$initiativeId/benefits/$benefitId/baseline",
  component: lazyRouteComponent(() => import("../features/baseline/baseline-page.tsx"), "BaselinePage"),
});

/** The pages of one initiative. */
export const initiativeRoutes = [
  newInitiativeRoute,
  initiativeRoute,
  readinessRoute,
  roadmapRoute,
  workflowRoute,
  productionRoute,
  responsibilityRoute,
  gateRoute,
  findingsRoute,
  baselineRoute,
] as const;
