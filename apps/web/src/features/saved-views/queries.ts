import { queryOptions } from "@tanstack/react-query";
import { listWhole } from "../../api.ts";

/** The saved views of the portfolio that somebody may use: their own, and those that others share. */
export const savedViewsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "saved-views"],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listSavedViews", { query: { page: "portfolio" }, signal }),
  });
