import { queryOptions } from "@tanstack/react-query";
import { clientOf, clockQuery, listWhole, type Clocks } from "./api.ts";

// Beside `api.ts`, which the first page needs: these are loaded with the pages that ask.

export const evaluationQuery = (organisationId: string, initiativeId: string, clocks: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "evaluation", clockQuery(clocks)],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("evaluateInitiative", {
        params: { initiativeId },
        query: clockQuery(clocks),
        signal,
      }),
    // The last good picture stays while another date is asked for, but never that of another initiative.
    placeholderData: (before) => (before?.initiative.initiativeId === initiativeId ? before : undefined),
  });

export const initiativesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiatives"],
    queryFn: ({ signal }) => listWhole(organisationId, "listInitiatives", { signal }),
  });

export const benefitsQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "benefits"],
    queryFn: ({ signal }) => listWhole(organisationId, "listBenefits", { params: { initiativeId }, signal }),
  });

export const costLinesQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "cost-lines"],
    queryFn: ({ signal }) => listWhole(organisationId, "listCostLines", { params: { initiativeId }, signal }),
  });

export const kpisQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "kpis"],
    queryFn: ({ signal }) => listWhole(organisationId, "listKpis", { signal }),
  });

export const seriesListQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "series"],
    queryFn: ({ signal }) => listWhole(organisationId, "listSeries", { signal }),
  });

/** The latest snapshots of a series between two periods. */
export const snapshotsQuery = (
  organisationId: string,
  seriesId: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
) =>
  queryOptions({
    queryKey: [organisationId, "series", seriesId, "snapshots", from, to],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listSnapshots", { params: { seriesId }, query: { from, to }, signal }),
  });

/** The latest snapshots of a series, a year of weeks of them at the most. */
export const latestSnapshotsQuery = (organisationId: string, seriesId: string) =>
  queryOptions({
    queryKey: [organisationId, "series", seriesId, "latest-snapshots"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listSnapshots", {
        params: { seriesId },
        query: { sort: "-period", limit: 52 },
        signal,
      }),
  });
