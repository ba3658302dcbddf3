import type { ViewPage } from "@liftledger/contracts/saved-view";
import { queryOptions } from "@tanstack/react-query";
import { listWhole } from "../../api.ts";

/** The saved views of a page that somebody may use: their own, and those that others share. */
export const savedViewsQuery = (organisationId: string, page: ViewPage) =>
  queryOptions({
    queryKey: [organisationId, "saved-views", page],
    queryFn: ({ signal }) => listWhole(organisationId, "listSavedViews", { query: { page }, signal }),
  });
