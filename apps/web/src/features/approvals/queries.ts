import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

const rowsAPage = 50;

/** What waits for approval, longest waiting first; where `mine`, what the reader may decide. */
export const approvalsQuery = (organisationId: string, { mine }: { mine: boolean }) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "approvals", mine ? "mine" : "all"],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listApprovals", {
        query: {
          limit: rowsAPage,
          ...(mine ? { decision: "yours" as const } : {}),
          ...(pageParam === "" ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** How much of it the reader may decide: "3", or "99+"; null where nothing is. */
export const approvalsCountQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "approvals", "count"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listApprovals", { query: { limit: 99, decision: "yours" }, signal }),
    select: ({ rows, nextCursor }) =>
      rows.length === 0 ? null : `${rows.length}${nextCursor === null ? "" : "+"}`,
    staleTime: 60_000,
  });
