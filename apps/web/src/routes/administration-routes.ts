import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { organisationRoute } from "./organisation-route.ts";

const accountRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "account",
  component: lazyRouteComponent(() => import("../features/account/account-page.tsx"), "AccountPage"),
});

const settingsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "settings",
  component: lazyRouteComponent(() => import("../features/settings/settings-page.tsx"), "SettingsPage"),
});

const peopleRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "people",
  component: lazyRouteComponent(() => import("../features/people/people-page.tsx"), "PeoplePage"),
});

const serviceKeysRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "service-keys",
  component: lazyRouteComponent(
    () => import("../features/service-keys/service-keys-page.tsx"),
    "ServiceKeysPage",
  ),
});

const jobsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "jobs",
  component: lazyRouteComponent(() => import("../features/jobs/jobs-page.tsx"), "JobsPage"),
});

/** The pages of who may what. */
export const administrationRoutes = [
  accountRoute,
  settingsRoute,
  peopleRoute,
  serviceKeysRoute,
  jobsRoute,
] as const;
