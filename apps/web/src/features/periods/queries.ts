import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";

/** The months, latest first, a year and a half at a time. */
export const periodsQuery = (organisationId: string) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "periods", "pages"],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listPeriods", {
        query: { limit: 18, ...(pageParam === "" ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** What closing a month would settle. */
export const closePreviewQuery = (organisationId: string, month: string) =>
  queryOptions({
    queryKey: [organisationId, "periods", "close-preview", month],
    queryFn: ({ signal }) => clientOf(organisationId).call("previewClose", { params: { month }, signal }),
  });

/** The months that are closed. */
export const closedMonthsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "periods", "closed"],
    queryFn: ({ signal }) => listWhole(organisationId, "listPeriods", { signal }),
    select: ({ rows }) => new Set(rows.filter(({ status }) => status === "closed").map(({ month }) => month)),
  });

export const restatementsQuery = (organisationId: string) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "restatements"],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listRestatements", {
        query: { limit: 10, ...(pageParam === "" ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
