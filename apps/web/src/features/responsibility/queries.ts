import { queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";

/** Who answers for what of an initiative, as known at an instant. */
export const responsibilityQuery = (organisationId: string, initiativeId: string, asOf?: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "responsibility", asOf ?? ""],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getResponsibility", {
        params: { initiativeId },
        query: asOf === undefined ? {} : { asOf },
        signal,
      }),
  });

/** Every version of it, the latest first. */
export const responsibilityVersionsQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "responsibility-versions"],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listResponsibilityVersions", { params: { initiativeId }, signal }),
  });
