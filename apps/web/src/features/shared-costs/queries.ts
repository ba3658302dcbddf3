import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

/** The costs that several initiatives share. */
export const costPoolsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "cost-pools"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listCostPools", { query: { limit: 500 }, signal }),
  });

/** Who bears what of one shared cost, latest month first. */
export const sharesOfPoolQuery = (organisationId: string, costPoolId: string) =>
  queryOptions({
    queryKey: [organisationId, "cost-shares", "pool", costPoolId],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listCostShares", { query: { costPoolId, limit: 500 }, signal }),
  });

/** What one initiative bears of the shared costs, latest month first. */
export const sharesOfInitiativeQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "cost-shares", "initiative", initiativeId],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listCostShares", { query: { initiativeId, limit: 500 }, signal }),
  });
