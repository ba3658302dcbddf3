import { infiniteQueryOptions } from "@tanstack/react-query";
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
