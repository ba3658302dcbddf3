import { queryOptions } from "@tanstack/react-query";
import { clientOf, clockQuery, listWhole, type Clocks } from "../../api.ts";

/** What lets an initiative run in production, and whether another scope reopened its guardrails. */
export const productionFactsQuery = (organisationId: string, initiativeId: string, { asOf }: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "production-facts", initiativeId, asOf ?? ""],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getProductionFacts", {
        params: { initiativeId },
        query: clockQuery({ asOf }),
        signal,
      }),
  });

/** Every version of it, the latest first. */
export const productionFactVersionsQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "production-facts", initiativeId, "versions"],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listProductionFactVersions", { params: { initiativeId }, signal }),
  });
