import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

/** The organisation's own benchmarks, each in its latest version. */
export const benchmarkSetsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "benchmark-sets"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listBenchmarkSets", { query: { limit: 500 }, signal }),
  });

/** By what initiatives are judged since when, newest choice first. */
export const benchmarkChoicesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "benchmark-choices"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listBenchmarkChoices", { query: { limit: 500 }, signal }),
  });

/** The published benchmarks of the phases. */
export const publishedBenchmarksQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "benchmarks"],
    queryFn: ({ signal }) => clientOf(organisationId).call("listBenchmarks", { signal }),
  });
