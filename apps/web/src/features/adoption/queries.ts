import { queryOptions } from "@tanstack/react-query";
import { clientOf, clockQuery, type Clocks } from "../../api.ts";

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
