import { z } from "zod";
import { ChangeValuePool, NewValuePool, SeriesClaims, SeriesClaimsQuery, ValuePool } from "./claims.ts";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import { SeriesQuality, SeriesQualityQuery } from "./series-quality.ts";
import { NewSeries, Series } from "./series.ts";

const seriesParams = z.object({ seriesId: Id });

/** What goes into the endpoints of series and value pools and what comes out; a part of the table in `endpoints.ts`. */
export const seriesEndpoints = {
  listSeries: { summary: "The series", ...lists.listSeries, status: 200 },
  createSeries: { summary: "Add a series", body: NewSeries, output: Series, status: 201, idempotent: true },
  getSeries: { summary: "One series", params: seriesParams, output: Series, status: 200 },
  getSeriesQuality: {
    summary: "How good the numbers of a series are, and which initiatives stand on them",
    params: seriesParams,
    query: SeriesQualityQuery,
    output: SeriesQuality,
    status: 200,
  },
  getSeriesClaims: {
    summary: "Who claims what of a series in which periods, and what nobody claims",
    params: seriesParams,
    query: SeriesClaimsQuery,
    output: SeriesClaims,
    status: 200,
  },
  listValuePools: { summary: "The money that several series share", ...lists.listValuePools, status: 200 },
  createValuePool: {
    summary: "Say which series are the same money",
    body: NewValuePool,
    output: ValuePool,
    status: 201,
    idempotent: true,
  },
  changeValuePool: {
    summary: "Change which series are the same money",
    params: z.object({ poolId: Id }),
    body: ChangeValuePool,
    output: ValuePool,
    status: 200,
    idempotent: true,
  },
} as const;
