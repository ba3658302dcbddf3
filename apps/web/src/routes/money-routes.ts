import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readApprovalsSearch, readUnitValuesSearch } from "../search-params.ts";
import { organisationRoute } from "./organisation-route.ts";

const valuePoolsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "value-pools",
  component: lazyRouteComponent(
    () => import("../features/value-pools/value-pools-page.tsx"),
    "ValuePoolsPage",
  ),
});

const unitValuesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "unit-values",
  validateSearch: readUnitValuesSearch,
  component: lazyRouteComponent(
    () => import("../features/unit-values/unit-values-page.tsx"),
    "UnitValuesPage",
  ),
});

const sharedCostsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "shared-costs",
  component: lazyRouteComponent(
    () => import("../features/shared-costs/shared-costs-page.tsx"),
    "SharedCostsPage",
  ),
});

const ratesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "rates",
  component: lazyRouteComponent(() => import("../features/rates/rates-page.tsx"), "RatesPage"),
});

const periodsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "periods",
  component: lazyRouteComponent(() => import("../features/periods/periods-page.tsx"), "PeriodsPage"),
});

const approvalsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "approvals",
  validateSearch: readApprovalsSearch,
  component: lazyRouteComponent(() => import("../features/approvals/approvals-page.tsx"), "ApprovalsPage"),
});

const benchmarksRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "benchmarks",
  component: lazyRouteComponent(() => import("../features/benchmarks/benchmarks-page.tsx"), "BenchmarksPage"),
});

/** The pages of what is worth and costs money. */
export const moneyRoutes = [
  valuePoolsRoute,
  unitValuesRoute,
  sharedCostsRoute,
  ratesRoute,
  periodsRoute,
  approvalsRoute,
  benchmarksRoute,
] as const;
