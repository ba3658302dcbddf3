import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

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
