import type { BenchmarkSet as WireSet } from "@liftledger/contracts/benchmark-set";
import type { BenchmarkSet, BenchmarkSetVersion } from "@liftledger/database/benchmark-sets";
import type { PersonNames } from "../people/person-names.ts";
import type { RetiredViews } from "../retirement/retired-views.ts";

/** The phases that have a band. */
export const bandedPhases = ["pilots", "scale", "transform"] as const;

/** One version of a set as it crosses the wire. */
export function benchmarkSetView(
  { setId, name }: BenchmarkSet,
  { bands, ...version }: BenchmarkSetVersion,
  { nameOf, retiredOf }: { nameOf: PersonNames; retiredOf: RetiredViews },
): WireSet {
  const bandOf = (phase: string) => {
    const found = bands.find((band) => band.phase === phase);
    return found === undefined ? null : { floor: found.floor, ceiling: found.ceiling };
  };
  return {
    ...version,
    name,
    bands: { pilots: bandOf("pilots"), scale: bandOf("scale"), transform: bandOf("transform") },
    approvedBy: nameOf(version.approvedBy),
    recordedBy: nameOf(version.recordedBy),
    retired: retiredOf(setId),
  };
}
