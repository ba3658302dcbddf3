import { subtractDecimals } from "@liftledger/numerics/decimal";
import { bandOf, benchmarkOf, type Band } from "./benchmark.ts";
import type { BandEdge } from "./benchmark-figure-id.ts";
import { comparability } from "./comparability.ts";
import { absent, difference, leaf, type Explanation, type ExplanationSource } from "./explanation.ts";
import { phaseNames, type Phase } from "./phase.ts";
import { headlineType } from "./roi-figure.ts";

/** An organisation's own benchmarks by phase, in one version, as they are held against initiatives. */
export interface BenchmarkSet {
  setId: string;
  name: string;
  version: number;
  /** The day from which this version is in force. */
  validFrom: string;
  basis: "net" | "gross";
  span: "cumulative" | "in-phase" | "annualised";
  /** Where the figures come from, and what a reader should know of them. */
  publisher: string;
  caveat: string;
  approvedBy: string;
  /** Ratios as decimal text, on the set's basis; a phase that is not in it keeps the published band. */
  bands: readonly SetBand[];
  source: ExplanationSource;
}

interface SetBand {
  phase: Phase;
  floor: string;
  ceiling: string | null;
}

/** Finds the band of a phase, null where there is none. */
export type BandFinder = (phase: Phase) => Band | null;

/** The bands of a set, and the published ones for phases that it does not state; all published without a set. */
export function bandsOf(set: BenchmarkSet | undefined): BandFinder {
  return (phase) => {
    const own = set?.bands.find((band) => band.phase === phase);
    return set === undefined || own === undefined ? bandOf(phase) : bandOfSet(set, own);
  };
}

/**
 * One band of a set as net ROI: a gross floor of 1.3 is a net one of 0.3, the cost being taken off. A span that is not
 * cumulative is not comparable with the headline, and says why.
 */
function bandOfSet(set: BenchmarkSet, { phase, floor, ceiling }: SetBand): Band {
  const { basis, span, publisher, caveat, setId, name, version, validFrom, approvedBy } = set;
  const net = (text: string) => Number(basis === "gross" ? subtractDecimals(text, "1") : text);
  const isComparable = comparability(headlineType, { ...headlineType, span });
  const read = basis === "gross" ? "Stated as gross; read as net, the cost taken off." : "";
  return {
    phase,
    floor: net(floor),
    ceiling: ceiling === null ? null : net(ceiling),
    publisher,
    basis: "net",
    span,
    caveat: [caveat, read].filter((part) => part !== "").join(" "),
    name: setBandName(phase, name),
    set: { setId, name, version, validFrom, approvedBy },
    notComparable: isComparable.kind === "not-comparable" ? isComparable.reason : null,
  };
}

/** What a band of a set is called: "Pilots, Board hurdles". */
export function setBandName(phase: Phase, setName: string): string {
  return `${phaseNames[phase]}, ${setName}`;
}

/** The floor of a phase as net ROI, down to the set or the publisher that states it. */
export function floorTree(phase: Phase, set: BenchmarkSet | undefined): Explanation {
  return edgeTree(phase, set, "floor");
}

/** The same of either end of the band. */
export function edgeTree(phase: Phase, set: BenchmarkSet | undefined, edge: BandEdge): Explanation {
  const label = `${edge === "floor" ? "Floor" : "Ceiling"} of ${phaseNames[phase]}`;
  const own = set?.bands.find((band) => band.phase === phase);
  if (set === undefined || own === undefined) return publishedEdge(phase, label, edge);
  const reason = bandsOf(set)(phase)?.notComparable;
  if (typeof reason === "string") return absent(label, "ratio", reason);
  const stated = own[edge];
  if (stated === null) return absent(label, "ratio", "The set states none: it is open upwards.");
  if (set.basis === "net") return leaf(label, stated, "ratio", set.source);
  const cost = leaf("The cost itself", "1", "ratio", {
    kind: "assumption",
    text: "gross is value over cost, net is value less cost over cost",
  });
  return difference(label, "ratio", leaf(`${label}, gross`, stated, "ratio", set.source), cost);
}

function publishedEdge(phase: Phase, label: string, edge: BandEdge): Explanation {
  const band = bandOf(phase);
  if (band === null) return absent(label, "ratio", benchmarkOf(phase).expectation ?? "no benchmark");
  const stated = band[edge];
  if (stated === null) return absent(label, "ratio", "The source states none: it is open upwards.");
  const text = `${band.publisher}: ${band.caveat}`;
  return leaf(label, String(stated), "ratio", { kind: "benchmark", text });
}
