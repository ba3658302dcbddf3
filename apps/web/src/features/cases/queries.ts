import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";
import type { CasesSearch } from "../../search-params.ts";

const rowsAPage = 50;

/** Which cases an address of their page asks for, and in which order. */
export const casesFilter = ({ initiative, status, sort, retired }: CasesSearch) => ({
  retired: retired === true ? ("true" as const) : ("false" as const),
  ...(initiative === undefined ? {} : { initiativeId: initiative }),
  ...(status === undefined ? {} : { latestStatus: status }),
  ...(sort === undefined ? {} : { sort }),
});

/** The business cases that are asked for, in the order that is asked for. */
export const casesQuery = (organisationId: string, search: CasesSearch) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "cases", "pages", casesFilter(search)],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listCases", {
        query: {
          limit: rowsAPage,
          ...casesFilter(search),
          ...(pageParam === "" ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Every business case that is not retired, to be found by name. */
export const everyCaseQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "cases", "every"],
    queryFn: ({ signal }) => listWhole(organisationId, "listCases", { query: { retired: "false" }, signal }),
  });

/** The business cases of an initiative that are not retired, the one changed last first. */
export const casesOfQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "cases", "of", initiativeId],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listCases", { query: { initiativeId, retired: "false" }, signal }),
  });

/** One case, with how far its latest version is. */
export const caseQuery = (organisationId: string, caseId: string) =>
  queryOptions({
    queryKey: [organisationId, "case", caseId],
    queryFn: ({ signal }) => clientOf(organisationId).call("getCase", { params: { caseId }, signal }),
  });

/** Its versions without their plans, latest first. */
export const caseVersionsQuery = (organisationId: string, caseId: string) =>
  queryOptions({
    queryKey: [organisationId, "case", caseId, "versions"],
    queryFn: ({ signal }) => listWhole(organisationId, "listCaseVersions", { params: { caseId }, signal }),
  });

/** One version with its plan, what is missing, and the terms of its approval. */
export const caseVersionQuery = (organisationId: string, caseId: string, number: number) =>
  queryOptions({
    queryKey: [organisationId, "case", caseId, "version", number],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getCaseVersion", { params: { caseId, number }, signal }),
  });
