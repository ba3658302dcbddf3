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

export const explanationQuery = (organisationId: string, figureId: string, clocks: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "explanation", figureId, clockQuery(clocks)],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("explainFigure", { query: { figureId, ...clockQuery(clocks) }, signal }),
  });
