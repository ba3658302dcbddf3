import type { Series } from "@liftledger/contracts/series";
import { addPeriods } from "@liftledger/kpis/period";
import { queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole, type Clocks } from "../../api.ts";

/** The series of one KPI, by scope. */
export const kpiSeriesQuery = (organisationId: string, kpiKey: string) =>
  queryOptions({
    queryKey: [organisationId, "series", "of-kpi", kpiKey],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listSeries", { query: { kpiKey, sort: "scope" }, signal }),
  });

/** How many periods a chart of a series shows at most. */
const shownPeriods = 52;

/** The last 52 periods of a series, as they were known at an instant. */
export const lastYearQuery = (
  organisationId: string,
  { seriesId, lastPeriod }: Pick<Series, "seriesId" | "lastPeriod">,
  { asOf }: Clocks,
) =>
  queryOptions({
    queryKey: [organisationId, "series", seriesId, "last-year", lastPeriod, asOf],
    queryFn: ({ signal }) => {
      const from = lastPeriod === null ? undefined : addPeriods(lastPeriod, 1 - shownPeriods);
      const query = { ...(from === undefined ? {} : { from }), ...(asOf === undefined ? {} : { asOf }) };
      return listWhole(organisationId, "listSnapshots", { params: { seriesId }, query, signal });
    },
  });

/** How good the numbers of a series are, and who stands on them. */
export const seriesQualityQuery = (organisationId: string, seriesId: string, { until, asOf }: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "series", seriesId, "quality", until, asOf],
    queryFn: ({ signal }) => {
      const query = { ...(until === undefined ? {} : { until }), ...(asOf === undefined ? {} : { asOf }) };
      return clientOf(organisationId).call("getSeriesQuality", { params: { seriesId }, query, signal });
    },
  });
