import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";

export const importRecipesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "import-recipes"],
    queryFn: ({ signal }) => listWhole(organisationId, "listImportRecipes", { signal }),
  });

/** The imports, newest first, a page at a time. */
export const importsQuery = (organisationId: string) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "imports"],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listImports", {
        query: { limit: 20, ...(pageParam === "" ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const importQuery = (organisationId: string, importId: string) =>
  queryOptions({
    queryKey: [organisationId, "imports", importId],
    queryFn: ({ signal }) => clientOf(organisationId).call("getImport", { params: { importId }, signal }),
  });
