import { bandText, positionOf, type Band, type Position } from "../benchmark.ts";
import { bandsOf, type BenchmarkSet } from "../benchmark-set.ts";
import { benchmarkOf } from "../benchmark.ts";
import { comparability, type Comparability } from "../comparability.ts";
import { firstYearComparison } from "../first-year.ts";
import type { AgainstPublished } from "../against-published.ts";
import { percentText } from "../percent-text.ts";
import { phaseNames, phases, type Phase } from "../phase.ts";
import type { RoiType } from "../roi-figure.ts";

/** The type of a case's headline: cumulative over its horizon, net, in money, and planned. */
const plannedRoiType: RoiType = { basis: "net", span: "cumulative", tier: "cash", origin: "planned" };

/** What the band of one phase says to a case's return. */
export interface CaseAgainstPhase {
  phase: Phase;
  /** Whether the two may be compared at all, and how what the source leaves open is read. */
  comparability: Comparability;
  band: Band | null;
  /** Null where they are not comparable, or there is no band. */
  position: Position | null;
  sentence: string;
}

export interface CaseAgainstBenchmarks {
  phases: readonly CaseAgainstPhase[];
  /** The published first-year gain: of campaigns, never comparable with a return on AI spend. */
  firstYear: AgainstPublished;
}

/**
 * What the benchmarks of the phases and of the first year say to a planned net ROI (decimal text, cumulative over the
 * horizon): comparability first, and only then where it lies. Of bands on another span nothing is said but why.
 *
 * @example caseAgainstBenchmarks("0.45").phases[1]?.position // "in-band": 45% is within 30–70% (Pilots)
 */
export function caseAgainstBenchmarks(netRoi: string, benchmarks?: BenchmarkSet): CaseAgainstBenchmarks {
  const bandFor = bandsOf(benchmarks);
  return {
    phases: phases.map((phase) => againstPhase(netRoi, phase, bandFor)),
    firstYear: firstYearComparison(netRoi),
  };
}

function againstPhase(
  netRoi: string,
  phase: Phase,
  bandFor: (phase: Phase) => Band | null,
): CaseAgainstPhase {
  const band = bandFor(phase);
  if (band === null) {
    const reason = `${phaseNames[phase]} promises ${benchmarkOf(phase).expectation ?? "no return"}: it has no band.`;
    return {
      phase,
      band,
      position: null,
      comparability: { kind: "not-comparable", reason },
      sentence: reason,
    };
  }
  const typed = comparability(plannedRoiType, {
    basis: band.basis,
    span: band.span ?? "unstated",
    tier: "unstated",
    origin: "unstated",
  });
  if (typed.kind === "not-comparable")
    return { phase, band, position: null, comparability: typed, sentence: typed.reason };
  const position = positionOf(Number(netRoi), band, bandFor);
  const edges = band.ceiling === null ? [band.floor] : [band.floor, band.ceiling];
  const beyond = position === "between-bands" ? ", and under what the next phase asks for" : "";
  const sentence = `${percentText(Number(netRoi), edges)} over the whole horizon is ${positionWords[position]} ${bandText(band)}${beyond}.`;
  return { phase, band, position, comparability: typed, sentence };
}

const positionWords: Record<Position, string> = {
  "below-floor": "under",
  "in-band": "within",
  "between-bands": "over",
  "above-ceiling": "over",
  "no-band": "without",
};
