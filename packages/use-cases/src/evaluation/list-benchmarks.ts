import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { phaseBenchmarks, phaseCaveats } from "@liftledger/roi/benchmark-library/phase-figures";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** The phase benchmarks of the default library, each with its source, basis and caveat. */
export function listBenchmarks(query: ListQuery = {}): EndpointOutput<"listBenchmarks"> {
  const rows = phaseBenchmarks.map((benchmark) => ({
    phase: benchmark.phase,
    floor: benchmark.floor,
    ceiling: benchmark.ceiling,
    durationMonths: [...benchmark.durationMonths],
    expectation: benchmark.expectation,
    basis: benchmark.basis,
    publisher: benchmark.publisher,
    caveat: `It is read as cumulative net. ${phaseCaveats.join(" ")}`,
  }));
  return pageRows(lists.listBenchmarks.list, rows, query);
}
