import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

/** How many are open, and how many of the reader's own are not read. */
export const alertCountQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "alerts", "count"],
    queryFn: ({ signal }) => clientOf(organisationId).call("countAlerts", { signal }),
    staleTime: 60_000,
    refetchInterval: 300_000,
  });
