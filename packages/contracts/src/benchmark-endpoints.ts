import { z } from "zod";
import {
  BenchmarkChoice,
  BenchmarkSet,
  ChangeBenchmarkSet,
  ChooseBenchmarks,
  NewBenchmarkSet,
} from "./benchmark-set.ts";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";

const setParams = z.object({ setId: Id });

/** What goes into the endpoints of benchmarks and what comes out; a part of the table in `endpoints.ts`. */
export const benchmarkEndpoints = {
  listBenchmarks: {
    summary: "The phase benchmarks with source, basis and caveat",
    ...lists.listBenchmarks,
    status: 200,
  },
  listBenchmarkSets: {
    summary: "The organisation's own benchmarks, each in its latest version",
    ...lists.listBenchmarkSets,
    status: 200,
  },
  createBenchmarkSet: {
    summary: "Add benchmarks of one's own by phase",
    body: NewBenchmarkSet,
    output: BenchmarkSet,
    status: 201,
    idempotent: true,
  },
  getBenchmarkSet: {
    summary: "All versions of a set of benchmarks, latest first",
    params: setParams,
    ...lists.getBenchmarkSet,
    status: 200,
  },
  changeBenchmarkSet: {
    summary: "Make a new version of a set of benchmarks",
    params: setParams,
    body: ChangeBenchmarkSet,
    output: BenchmarkSet,
    status: 201,
    idempotent: true,
  },
  listBenchmarkChoices: {
    summary: "By what initiatives are judged since when, newest choice first",
    ...lists.listBenchmarkChoices,
    status: 200,
  },
  chooseBenchmarks: {
    summary: "Choose by which benchmarks initiatives are judged from a day on",
    body: ChooseBenchmarks,
    output: BenchmarkChoice,
    status: 201,
    idempotent: true,
  },
} as const;
