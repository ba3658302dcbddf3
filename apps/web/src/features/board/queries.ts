import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { clientOf, clockQuery, type Clocks } from "../../api.ts";

/** The portfolio on one screen. */
export const boardQuery = (organisationId: string, clocks: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "board", clockQuery(clocks)],
    queryFn: ({ signal }) => clientOf(organisationId).call("getBoard", { query: clockQuery(clocks), signal }),
    placeholderData: keepPreviousData,
  });
