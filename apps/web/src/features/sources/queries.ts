import { infiniteQueryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

/** The periods that several sources reported, by series. */
export const sourceComparisonsQuery = (organisationId: string) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "source-comparisons"],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listSourceComparisons", {
        query: { limit: 100, ...(pageParam === "" ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
