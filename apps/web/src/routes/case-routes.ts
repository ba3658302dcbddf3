import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readCaseSearch, readCasesSearch, readNewCaseSearch } from "../search-params.ts";
import { organisationRoute } from "./organisation-route.ts";

const casesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "cases",
  validateSearch: readCasesSearch,
  component: lazyRouteComponent(() => import("../features/cases/cases-page.tsx"), "CasesPage"),
});

const newCaseRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "cases/new",
  validateSearch: readNewCaseSearch,
  component: lazyRouteComponent(() => import("../features/cases/new-case-page.tsx"), "NewCasePage"),
});

const caseRulesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "case-rules",
  component: lazyRouteComponent(() => import("../features/case-rules/case-rules-page.tsx"), "CaseRulesPage"),
});

const caseRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "cases/$caseId",
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import("../features/cases/case-page.tsx"), "CasePage"),
});

/** The pages of business cases. */
export const caseRoutes = [casesRoute, newCaseRoute, caseRulesRoute, caseRoute] as const;
