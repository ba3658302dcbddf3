import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

export const useCasePatternsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "use-case-patterns"],
    queryFn: ({ signal }) => clientOf(organisationId).call("listUseCasePatterns", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const benchmarksQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "benchmarks"],
    queryFn: ({ signal }) => clientOf(organisationId).call("listBenchmarks", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
