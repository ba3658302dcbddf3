import { queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";

/** What the gates ask now. */
export const gateRulesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "gate-rules"],
    queryFn: ({ signal }) => clientOf(organisationId).call("getGateRules", { signal }),
  });

/** Every version that was set, the latest first. */
export const gateRuleVersionsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "gate-rules", "versions"],
    queryFn: ({ signal }) => listWhole(organisationId, "listGateRules", { signal }),
  });
