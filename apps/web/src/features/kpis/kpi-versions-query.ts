import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

/** Every version of one KPI, latest first. */
export const kpiVersionsQuery = (organisationId: string, kpiKey: string) =>
  queryOptions({
    queryKey: [organisationId, "kpis", kpiKey],
    queryFn: ({ signal }) => clientOf(organisationId).call("getKpi", { params: { kpiKey }, signal }),
  });
