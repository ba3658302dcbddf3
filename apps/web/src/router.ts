import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { administrationRoutes } from "./routes/administration-routes.ts";
import { caseRoutes } from "./routes/case-routes.ts";
import { entryRoutes } from "./routes/entry-routes.ts";
import { governanceRoutes } from "./routes/governance-routes.ts";
import { initiativeRoutes } from "./routes/initiative-routes.ts";
import { measureRoutes } from "./routes/measure-routes.ts";
import { moneyRoutes } from "./routes/money-routes.ts";
import { organisationRoute } from "./routes/organisation-route.ts";
import { portfolioRoutes } from "./routes/portfolio-routes.ts";
import { rootRoute } from "./routes/root-route.ts";
import { ErrorPage, NotFoundPage } from "./shell/error-page.tsx";

const routeTree = rootRoute.addChildren([
  ...entryRoutes,
  organisationRoute.addChildren([
    ...portfolioRoutes,
    ...initiativeRoutes,
    ...measureRoutes,
    ...moneyRoutes,
    ...caseRoutes,
    ...governanceRoutes,
    ...administrationRoutes,
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
