import { queryOptions } from "@tanstack/react-query";
import { clientOf, clockQuery, type Clocks } from "../../api.ts";

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
