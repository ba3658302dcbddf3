import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { phaseBenchmarks, phaseCaveats } from "@liftledger/roi/benchmark-library/phase-figures";

/** The phase benchmarks of the default library, each with its source, basis and caveat. */
export function listBenchmarks(): EndpointOutput<"listBenchmarks"> {
  return {
    phases: phaseBenchmarks.map(
      ({ phase, durationMonths, floor, ceiling, expectation, basis, publisher }) => ({
        ...{ phase, floor, ceiling, expectation, basis, publisher },
        durationMonths: [...durationMonths],
        caveat: `It is read as cumulative net. ${phaseCaveats.join(" ")}`,
      }),
    ),
  };
}
