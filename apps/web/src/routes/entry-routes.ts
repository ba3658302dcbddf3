import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { organisationsQuery } from "../api.ts";
import { nextPath } from "../sign-in-path.ts";
import { startingOrganisation } from "../starting-organisation.ts";
import { mustBeSignedIn, start } from "./must-be-signed-in.ts";
import { rootRoute } from "./root-route.ts";

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

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    nextPath(next) === "/" ? {} : { next: nextPath(next) },
  component: lazyRouteComponent(() => import("../features/access/sign-in-page.tsx"), "SignInPage"),
});

const signInBackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in/back",
  component: lazyRouteComponent(() => import("../features/access/sign-in-back-page.tsx"), "SignInBackPage"),
});

const accessRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/access",
  component: lazyRouteComponent(() => import("../features/access/access-link-page.tsx"), "AccessLinkPage"),
});

/** Where one comes in: what is seen before an organisation is. */
export const entryRoutes = [startRoute, signInRoute, signInBackRoute, accessRoute] as const;
