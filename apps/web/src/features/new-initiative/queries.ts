import { queryOptions } from "@tanstack/react-query";
import { listWhole } from "../../api.ts";

export const useCasePatternsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "use-case-patterns"],
    queryFn: ({ signal }) => listWhole(organisationId, "listUseCasePatterns", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const benchmarksQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "benchmarks"],
    queryFn: ({ signal }) => listWhole(organisationId, "listBenchmarks", { signal }),
  });
