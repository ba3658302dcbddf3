import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";

/** The exchange rates, newest day first. */
export const exchangeRatesQuery = (organisationId: string) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "exchange-rates", "pages"],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listExchangeRates", {
        query: { limit: 60, ...(pageParam === "" ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The currencies that have a rate, by their codes. */
export const ratedCurrenciesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "exchange-rates", "currencies"],
    queryFn: ({ signal }) => listWhole(organisationId, "listExchangeRates", { signal }),
    select: ({ rows }) => [...new Set(rows.map(({ from }) => from))].toSorted(),
  });

/** The rates that were taken back. */
export const takenBackRatesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "exchange-rates", "taken-back"],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listExchangeRates", { query: { retracted: "true" }, signal }),
  });
