import { createRoute, retainSearchParams } from "@tanstack/react-router";
import { organisationsQuery } from "../api.ts";
import { readOrganisationSearch } from "../search-params.ts";
import { Frame } from "../shell/frame.tsx";
import { mustBeSignedIn, start } from "./must-be-signed-in.ts";
import { rootRoute } from "./root-route.ts";

/** What every page of an organisation stands below. */
export const organisationRoute = createRoute({
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
