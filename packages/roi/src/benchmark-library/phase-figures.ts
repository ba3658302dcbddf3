import type { Phase } from "../phase.ts";

/** What is published of a phase: how long it takes, what is done in it, and the band of ROI where there is one. */
export interface PhaseBenchmark {
  phase: Phase;
  /** Of the phase itself, not months since the start. */
  durationMonths: readonly [shortest: number, longest: number];
  /** Ratios; null in Foundation, which has no band. */
  floor: number | null;
  /** Null where the source gives none ("300% and more"). */
  ceiling: number | null;
  expectation: string | null;
  activities: readonly string[];
  basis: "unstated";
  publisher: string;
}

/**
 * The phase benchmarks of the default library, as published by Hashmeta. The source says neither whether
 * ROI is net or gross nor whether it is cumulative, and leaves 70-100% between Pilots and Scale unassigned.
 */
export const phaseBenchmarks: readonly PhaseBenchmark[] = [
  {
    phase: "foundation",
    durationMonths: [2, 3],
    floor: null,
    ceiling: null,
    expectation: "minimal direct returns",
    activities: ["data audit", "governance set-up", "tool selection", "IT partnership"],
    basis: "unstated",
    publisher: "Hashmeta",
  },
  {
    phase: "pilots",
    durationMonths: [3, 6],
    floor: 0.3,
    ceiling: 0.7,
    expectation: null,
    activities: ["single use case deployment", "process documentation", "team training"],
    basis: "unstated",
    publisher: "Hashmeta",
  },
  {
    phase: "scale",
    durationMonths: [6, 12],
    floor: 1,
    ceiling: 3,
    expectation: null,
    activities: ["expand to 2-3 use cases", "integrate with core workflows", "measure ROI"],
    basis: "unstated",
    publisher: "Hashmeta",
  },
  {
    phase: "transform",
    durationMonths: [12, 18],
    floor: 3,
    ceiling: null,
    expectation: null,
    activities: ["full integration", "cross-functional AI workflows", "continuous optimisation"],
    basis: "unstated",
    publisher: "Hashmeta",
  },
];

/** What holds of all phase benchmarks. */
export const phaseCaveats: readonly string[] = [
  "The bands leave 70-100% unassigned: an ROI there is above the pilots band and below the scale band.",
  "The source does not say whether ROI is cumulative or per phase, nor net or gross.",
  "The durations are durations of each phase, not months since the start.",
];
