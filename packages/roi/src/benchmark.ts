import { phaseBenchmarks, type PhaseBenchmark } from "./benchmark-library/phase-figures.ts";
import { statedPercent } from "./percent-text.ts";
import { phaseNames, phases, type Phase } from "./phase.ts";

/** A published range of ROI for a phase. Ratios: 0.3 is 30%. Half-open: the floor belongs to it, the ceiling does not. */
export interface Band {
  phase: Phase;
  floor: number;
  /** Null where the source gives none ("300% and more"). */
  ceiling: number | null;
  publisher: string;
  basis: "net" | "gross" | "unstated";
  caveat: string;
  /** What it is called where it is not the band of its phase, such as an organisation's own hurdle. */
  name?: string;
  /** Left out where the source states none: it is read as cumulative. */
  span?: "cumulative" | "in-phase" | "annualised";
  /** The organisation's own set that it is of. */
  set?: { setId: string; name: string; version: number; validFrom: string; approvedBy: string };
  /** Why it may not be held against the headline; null or left out where it may. */
  notComparable?: string | null;
}

const readAsNet = "The source states no basis; read as cumulative net.";

/** What is published of a phase. */
export function benchmarkOf(phase: Phase): PhaseBenchmark {
  const found = phaseBenchmarks.find((benchmark) => benchmark.phase === phase);
  if (found === undefined) throw new RangeError(`${phase} is no phase: ${phases.join(", ")}`);
  return found;
}

/** The band of a phase, or null for Foundation, which promises no direct return. */
export function bandOf(phase: Phase): Band | null {
  const { floor, ceiling, publisher, basis } = benchmarkOf(phase);
  return floor === null ? null : { phase, floor, ceiling, publisher, basis, caveat: readAsNet };
}

export type Position = "below-floor" | "in-band" | "between-bands" | "above-ceiling" | "no-band";

/**
 * Where an ROI (a ratio) lies against a band. "Between bands" is above this band's ceiling and below the next
 * phase's floor, where the source is silent: 70-100% between Pilots and Scale. `bandFor` finds the bands in use, the
 * published ones where left out. Throws a RangeError for an ROI that is no number.
 */
export function positionOf(
  roi: number,
  band: Band | null,
  bandFor: (phase: Phase) => Band | null = bandOf,
): Position {
  if (!Number.isFinite(roi)) throw new RangeError(`An ROI of ${roi} lies nowhere`);
  if (band === null) return "no-band";
  if (roi < band.floor) return "below-floor";
  if (band.ceiling === null || roi < band.ceiling) return "in-band";
  const next = phases[phases.indexOf(band.phase) + 1];
  const nextFloor = next === undefined ? null : (bandFor(next)?.floor ?? null);
  return nextFloor !== null && roi < nextFloor ? "between-bands" : "above-ceiling";
}

/** A band as a person reads it: "30–70% (Pilots)", "300% and more (Transform)". */
export function bandText(band: Pick<Band, "phase" | "floor" | "ceiling" | "name">): string {
  const floor = statedPercent(band.floor);
  const range =
    band.ceiling === null ? `${floor} and more` : `${floor.replace("%", "")}–${statedPercent(band.ceiling)}`;
  return `${range} (${band.name ?? phaseNames[band.phase]})`;
}
