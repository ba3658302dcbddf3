import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

/** What there is to log for a period; for the one the server thinks due when none is named. */
export const logSheetQuery = (organisationId: string, period: string | undefined) =>
  queryOptions({
    queryKey: [organisationId, "log-sheet", period ?? "due"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getLogSheet", {
        query: period === undefined ? {} : { period },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
