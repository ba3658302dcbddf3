import { queryOptions } from "@tanstack/react-query";
import { clientOf, clockQuery, listWhole, type Clocks } from "../../api.ts";

/** How the work of an initiative is done, before it and after it. */
export const workflowQuery = (organisationId: string, initiativeId: string, { asOf }: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "workflow", initiativeId, asOf ?? ""],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getWorkflow", {
        params: { initiativeId },
        query: clockQuery({ asOf }),
        signal,
      }),
  });

/** Every version of it, the latest first. */
export const workflowVersionsQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "workflow", initiativeId, "versions"],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listWorkflowVersions", { params: { initiativeId }, signal }),
  });
