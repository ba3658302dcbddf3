import type { Phase } from "./phase.ts";

/** One end of a band. */
export type BandEdge = "floor" | "ceiling";

/** The id of the figure that says where an edge of a band comes from: what is published, or a version of an own set. */
export function bandEdgeId(
  { phase, set }: { phase: Phase; set?: { setId: string; version: number } | null | undefined },
  edge: BandEdge,
): string {
  return set === undefined || set === null
    ? `benchmark/published/${phase}-roi/${edge}`
    : `benchmark/set/${set.setId}/${set.version}/${phase}/${edge}`;
}
