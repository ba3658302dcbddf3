import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { portfolioQuery } from "../api.ts";
import { boardQuery } from "../features/board/queries.ts";
import { readCandidatesSearch, readLearningsSearch, readPortfolioSearch } from "../search-params.ts";
import { organisationRoute } from "./organisation-route.ts";

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
  component: lazyRouteComponent(() => import("../features/portfolio/portfolio-page.tsx"), "PortfolioPage"),
});

const boardRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "board",
  loaderDeps: ({ search: { until, asOf } }) => ({ until, asOf }),
  loader: ({ context, params, deps }) => {
    void context.queryClient.prefetchQuery(boardQuery(params.organisationId, deps));
  },
  component: lazyRouteComponent(() => import("../features/board/board-page.tsx"), "BoardPage"),
});

const candidatesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "candidates",
  validateSearch: readCandidatesSearch,
  component: lazyRouteComponent(() => import("../features/candidates/candidates-page.tsx"), "CandidatesPage"),
});

const learningsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "learnings",
  validateSearch: readLearningsSearch,
  component: lazyRouteComponent(() => import("../features/learnings/learnings-page.tsx"), "LearningsPage"),
});

const workSplitRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "work-split",
  component: lazyRouteComponent(() => import("../features/work-split/work-split-page.tsx"), "WorkSplitPage"),
});

/** The pages of the portfolio as a whole. */
export const portfolioRoutes = [
  organisationIndexRoute,
  portfolioRoute,
  boardRoute,
  candidatesRoute,
  learningsRoute,
  workSplitRoute,
] as const;
