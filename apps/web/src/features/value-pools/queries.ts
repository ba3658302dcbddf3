import { queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";

/** The money that several series share. */
export const valuePoolsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "value-pools"],
    queryFn: ({ signal }) => listWhole(organisationId, "listValuePools", { signal }),
  });

/** Who claims what of a series, and of the money it shares with others. */
export const seriesClaimsQuery = (organisationId: string, seriesId: string) =>
  queryOptions({
    queryKey: [organisationId, "series", seriesId, "claims"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getSeriesClaims", { params: { seriesId }, query: {}, signal }),
  });
