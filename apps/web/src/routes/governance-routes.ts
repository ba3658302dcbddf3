import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
  readAlertsSearch,
  readDigestsSearch,
  readDataSearch,
  readGovernanceSearch,
  readToolsSearch,
  readAuditSearch,
} from "../search-params.ts";
import { organisationRoute } from "./organisation-route.ts";

const gateRulesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "gate-rules",
  component: lazyRouteComponent(() => import("../features/gate-rules/gate-rules-page.tsx"), "GateRulesPage"),
});

const governanceRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "governance",
  validateSearch: readGovernanceSearch,
  component: lazyRouteComponent(() => import("../features/governance/governance-page.tsx"), "GovernancePage"),
});

const toolsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "tools",
  validateSearch: readToolsSearch,
  component: lazyRouteComponent(() => import("../features/registers/tools-page.tsx"), "ToolsPage"),
});

const dataRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "data",
  validateSearch: readDataSearch,
  component: lazyRouteComponent(() => import("../features/registers/data-page.tsx"), "DataPage"),
});

const alertsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "alerts",
  validateSearch: readAlertsSearch,
  component: lazyRouteComponent(() => import("../features/alerts/alerts-page.tsx"), "AlertsPage"),
});

const alertRulesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "alert-rules",
  component: lazyRouteComponent(
    () => import("../features/alert-rules/alert-rules-page.tsx"),
    "AlertRulesPage",
  ),
});

const digestsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "digests",
  validateSearch: readDigestsSearch,
  component: lazyRouteComponent(() => import("../features/digests/digests-page.tsx"), "DigestsPage"),
});

const auditRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "audit",
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import("../features/audit/audit-page.tsx"), "AuditPage"),
});

/** The pages of governance, and of what it tells. */
export const governanceRoutes = [
  gateRulesRoute,
  governanceRoute,
  toolsRoute,
  dataRoute,
  alertsRoute,
  alertRulesRoute,
  digestsRoute,
  auditRoute,
] as const;
