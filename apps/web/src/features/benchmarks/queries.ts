import { queryOptions } from "@tanstack/react-query";
import { listWhole } from "../../api.ts";

/** The organisation's own benchmarks, each in its latest version. */
export const benchmarkSetsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "benchmark-sets"],
    queryFn: ({ signal }) => listWhole(organisationId, "listBenchmarkSets", { signal }),
  });

/** By what initiatives are judged since when, newest choice first. */
export const benchmarkChoicesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "benchmark-choices"],
    queryFn: ({ signal }) => listWhole(organisationId, "listBenchmarkChoices", { signal }),
  });

/** The published benchmarks of the phases. */
export const publishedBenchmarksQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "benchmarks"],
    queryFn: ({ signal }) => listWhole(organisationId, "listBenchmarks", { signal }),
  });
