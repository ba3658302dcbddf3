import { queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";

export const initiativeQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getInitiative", { params: { initiativeId }, signal }),
  });

export const baselinesQuery = (organisationId: string, seriesId: string) =>
  queryOptions({
    queryKey: [organisationId, "series", seriesId, "baselines"],
    queryFn: ({ signal }) => listWhole(organisationId, "listBaselines", { params: { seriesId }, signal }),
  });
