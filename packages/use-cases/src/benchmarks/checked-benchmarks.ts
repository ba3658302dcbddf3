import type { NewBenchmarkSet } from "@liftledger/contracts/benchmark-set";
import type { ProblemDetail } from "@liftledger/contracts/errors";
import type { BenchmarkSetVersion } from "@liftledger/database/benchmark-sets";
import { compareDecimals, normaliseDecimal } from "@liftledger/numerics/decimal";
import { refuseIfAny } from "../problem.ts";
import { bandedPhases } from "./benchmark-set-view.ts";

/** The lowest there is: a return of −100% is the loss of everything. */
const lowest = { net: "-1", gross: "0" } as const;

/**
 * The bands of a set as they are kept. Refused without any, with a ceiling that does not lie above its floor, or with a
 * floor below the loss of everything.
 */
export function checkedBands({
  bands,
  basis,
}: Pick<NewBenchmarkSet, "bands" | "basis">): BenchmarkSetVersion["bands"] {
  const kept = bandedPhases.flatMap((phase) => {
    const band = bands[phase];
    if (band === null) return [];
    const { floor, ceiling } = band;
    return [
      { phase, floor: normaliseDecimal(floor), ceiling: ceiling === null ? null : normaliseDecimal(ceiling) },
    ];
  });
  const faults = kept.flatMap(({ phase, floor, ceiling }): ProblemDetail[] => {
    const at = (field: string, message: string, seen: string) => [
      { field: `bands.${phase}.${field}`, message, seen },
    ];
    if (compareDecimals(floor, lowest[basis]) < 0) {
      return at(
        "floor",
        `A ${basis} return cannot lie under ${lowest[basis]}, the loss of everything.`,
        floor,
      );
    }
    if (ceiling === null || compareDecimals(ceiling, floor) > 0) return [];
    return at("ceiling", `The ceiling lies above the floor of ${floor}, or is left out.`, ceiling);
  });
  if (kept.length === 0) faults.push({ field: "bands", message: "State the band of one phase at least." });
  refuseIfAny(faults);
  return kept;
}
