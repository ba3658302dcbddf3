import { z } from "zod";
import { BenchmarkChoice, BenchmarkSet } from "./benchmark-set.ts";
import { Id } from "./ids.ts";
import { Phase } from "./initiative.ts";
import { listOf } from "./list.ts";
import { retiredFilter } from "./retirement.ts";

/** What is published of a phase, with its source. */
const Benchmark = z.object({
  phase: Phase,
  floor: z.number().nullable(),
  ceiling: z.number().nullable(),
  durationMonths: z.array(z.number()),
  basis: z.string(),
  publisher: z.string(),
  expectation: z.string().nullable(),
  caveat: z.string(),
  /** By what a new initiative in this phase is judged today, as net ROI. */
  inForce: z.object({
    floor: z.number().nullable(),
    ceiling: z.number().nullable(),
    /** The organisation's own benchmarks; null where the published ones count. */
    set: z.object({ setId: Id, name: z.string(), version: z.number().int() }).nullable(),
    /** Why no return can be held against it; null where one can. */
    notComparable: z.string().nullable(),
  }),
});

/** The lists of benchmarks; a part of the table in `lists.ts`. */
export const benchmarkLists = {
  listBenchmarks: listOf(Benchmark, { key: ["phase"], sort: ["phase"], first: "phase" }),
  listBenchmarkSets: listOf(BenchmarkSet, {
    key: ["setId"],
    sort: ["setId", "name", "validFrom", "recordedAt"],
    first: "setId",
    filter: ["basis", "span"],
    also: retiredFilter,
  }),
  getBenchmarkSet: listOf(BenchmarkSet, {
    key: ["version"],
    sort: ["version", "validFrom"],
    first: "-version",
  }),
  listBenchmarkChoices: listOf(BenchmarkChoice, {
    key: ["recordedAt", "initiativeId", "purpose", "version"],
    sort: ["recordedAt", "validFrom"],
    first: "-recordedAt",
    filter: ["initiativeId", "purpose"],
  }),
};
