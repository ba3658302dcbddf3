import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { phaseBenchmarks } from "@liftledger/roi/benchmark";

const caveat =
  "The source says neither whether ROI is net or gross nor whether it is cumulative or in the phase; it is read as cumulative net. " +
  "The durations are those of each phase, not months since the start. The bands leave 70-100% unassigned.";

/** The phase benchmarks of the default library, each with its source, basis and caveat. */
export function listBenchmarks(): EndpointOutput<"listBenchmarks"> {
  return {
    phases: phaseBenchmarks.map((benchmark) => ({
      ...benchmark,
      durationMonths: [...benchmark.durationMonths],
      caveat,
    })),
  };
}
