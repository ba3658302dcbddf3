import { infiniteQueryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

/** The rounds of the survey, the latest first. */
export const roundsQuery = (organisationId: string) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "work-split-rounds"],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listWorkSplitRounds", {
        query: { limit: 30, ...(pageParam === "" ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
