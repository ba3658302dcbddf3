import { queryOptions } from "@tanstack/react-query";
import { clientOf, clockQuery, listWhole, type Clocks } from "../../api.ts";

/** How far an initiative is used, and what its case assumes. */
export const adoptionQuery = (organisationId: string, initiativeId: string, clocks: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "adoption", initiativeId, clocks.until ?? "", clocks.asOf ?? ""],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getAdoption", {
        params: { initiativeId },
        query: clockQuery(clocks),
        signal,
      }),
  });

/** Every version of which series tells it, the latest first. */
export const adoptionVersionsQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "adoption", initiativeId, "versions"],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listAdoptionVersions", { params: { initiativeId }, signal }),
  });
