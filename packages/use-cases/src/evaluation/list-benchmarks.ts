import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { phaseBenchmarks, phaseCaveats } from "@liftledger/roi/benchmark-library/phase-figures";

/** The phase benchmarks of the default library, each with its source, basis and caveat. */
export function listBenchmarks(): EndpointOutput<"listBenchmarks"> {
  return {
    phases: phaseBenchmarks.map((benchmark) => ({
      phase: benchmark.phase,
      floor: benchmark.floor,
      ceiling: benchmark.ceiling,
      durationMonths: [...benchmark.durationMonths],
      expectation: benchmark.expectation,
      basis: benchmark.basis,
      publisher: benchmark.publisher,
      caveat: `It is read as cumulative net. ${phaseCaveats.join(" ")}`,
    })),
  };
}
