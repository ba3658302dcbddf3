import { z } from "zod";
import { KpiKey } from "./ids.ts";
import { ChangeKpi, Kpi, NewKpi } from "./kpi.ts";
import { lists } from "./lists.ts";

/** What goes into the endpoints of KPIs and patterns and what comes out; a part of the table in `endpoints.ts`. */
export const kpiEndpoints = {
  listKpis: { summary: "The KPI catalogue, latest versions", ...lists.listKpis, status: 200 },
  getKpi: {
    summary: "All versions of one KPI, latest first",
    params: z.object({ kpiKey: KpiKey }),
    ...lists.getKpi,
    status: 200,
  },
  createKpi: { summary: "Add a KPI of one's own", body: NewKpi, output: Kpi, status: 201, idempotent: true },
  changeKpi: {
    summary: "Make a new version of a KPI",
    params: z.object({ kpiKey: KpiKey }),
    body: ChangeKpi,
    output: Kpi,
    status: 201,
    idempotent: true,
  },
  listUseCasePatterns: { summary: "The use-case patterns", ...lists.listUseCasePatterns, status: 200 },
} as const;
