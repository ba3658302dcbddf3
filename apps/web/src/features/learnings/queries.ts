import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";
import type { LearningsSearch } from "../../search-params.ts";

/** What was learned, the latest first: on a KPI and with words in it where asked. */
export const learningsQuery = (organisationId: string, { q, kpi }: LearningsSearch) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "learnings", "pages", { q, kpi }],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listLearnings", {
        query: {
          limit: 30,
          ...(q === undefined ? {} : { q }),
          ...(kpi === undefined ? {} : { kpiKey: kpi }),
          ...(pageParam === "" ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** What was learned of an initiative. */
export const learningsOfQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "learnings", "of", initiativeId],
    queryFn: ({ signal }) => listWhole(organisationId, "listLearnings", { query: { initiativeId }, signal }),
  });

/** The last few things learned on a KPI. */
export const learnedOnQuery = (organisationId: string, kpiKey: string) =>
  queryOptions({
    queryKey: [organisationId, "learnings", "on", kpiKey],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listLearnings", { query: { kpiKey, limit: 3 }, signal }),
  });

/** Initiatives that ended or whose gate was decided, and of which nobody has written since what was learned. */
export const promptsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "learnings", "prompts"],
    queryFn: ({ signal }) => listWhole(organisationId, "listLearningPrompts", { signal }),
  });
