import { allRows, createClient, type Client, type ListName } from "@liftledger/contracts/client";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";

/** The valuation date and the knowledge instant a page is read at; today and now when left out. */
export interface Clocks {
  until?: string | undefined;
  asOf?: string | undefined;
}

const clients = new Map<string, Client>();

/** The API client of one organisation; the same one every time. */
export function clientOf(organisationId: string): Client {
  const known = clients.get(organisationId);
  if (known !== undefined) return known;
  const client = createClient({ baseUrl: "", organisationId });
  clients.set(organisationId, client);
  return client;
}

/** Every row of a list that is shown whole, however many pages it has. */
export async function listWhole<Name extends ListName>(
  organisationId: string,
  name: Name,
  input: Parameters<typeof allRows<Name>>[2],
) {
  return { rows: await allRows<Name>(clientOf(organisationId), name, input) };
}

export const clockQuery = ({ until, asOf }: Clocks) => ({
  ...(until === undefined ? {} : { until }),
  ...(asOf === undefined ? {} : { asOf }),
});

/** Queries as values: the same one for a hook, a prefetch and an invalidation. Keys begin with the organisation. */
export const organisationsQuery = queryOptions({
  queryKey: ["organisations"],
  queryFn: ({ signal }) => listWhole("default", "listOrganisations", { signal }),
});

/** Who looks at the page: a person who signed in, a guest of the demo, or nobody known. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => clientOf("default").call("getSession", { signal }),
  staleTime: 60_000,
});

export const portfolioQuery = (organisationId: string, clocks: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "portfolio", clockQuery(clocks)],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getPortfolio", { query: clockQuery(clocks), signal }),
    placeholderData: keepPreviousData,
  });

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

export const explanationQuery = (organisationId: string, figureId: string, clocks: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "explanation", figureId, clockQuery(clocks)],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("explainFigure", { query: { figureId, ...clockQuery(clocks) }, signal }),
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
