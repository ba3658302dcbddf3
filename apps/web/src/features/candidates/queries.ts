import { queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";

/** The ideas that are not begun, in the order in which they are worth beginning. */
export const candidatesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "candidates"],
    queryFn: ({ signal }) => listWhole(organisationId, "listCandidates", { signal }),
  });

/** Where too much runs at once; of an initiative also what would be too much if it began. */
export const focusQuery = (organisationId: string, starting?: string) =>
  queryOptions({
    queryKey: [organisationId, "focus-warnings", starting ?? ""],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getFocusWarnings", {
        query: starting === undefined ? {} : { starting },
        signal,
      }),
  });

/** Every version of it, the latest first. */
export const estimateVersionsQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "candidate-estimate", "versions"],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listCandidateEstimateVersions", { params: { initiativeId }, signal }),
  });

/** What a candidate is ranked by. */
export const estimateQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "candidate-estimate"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getCandidateEstimate", { params: { initiativeId }, signal }),
  });
