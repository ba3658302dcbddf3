import { queryOptions } from "@tanstack/react-query";
import { listWhole } from "../../api.ts";

/** Every version of one KPI, latest first. */
export const kpiVersionsQuery = (organisationId: string, kpiKey: string) =>
  queryOptions({
    queryKey: [organisationId, "kpis", kpiKey],
    queryFn: ({ signal }) => listWhole(organisationId, "getKpi", { params: { kpiKey }, signal }),
  });
