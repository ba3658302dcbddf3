import { numberToDecimal } from "@liftledger/numerics/decimal";
import { bandText, type Band } from "./benchmark.ts";
import { benchmarkLibrary } from "./benchmark-library/benchmark-library.ts";
import type { PublishedFigure } from "./benchmark-library/published-figure.ts";
import { bandEdgeId, type BandEdge } from "./benchmark-figure-id.ts";
import { edgeTree, type BenchmarkSet } from "./benchmark-set.ts";
import { leaf } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure, type FigureContext } from "./figure.ts";
import { statedPercent } from "./percent-text.ts";
import { phaseNames, type Phase } from "./phase.ts";
import { numberOf, told, type SentencePart } from "./told-sentence.ts";

/** What of a band decides how it is told. */
export type NamedBand = Pick<Band, "phase" | "floor" | "ceiling" | "name"> & {
  readonly set?: { readonly setId: string; readonly version: number };
};

/** Its figure; null of a bar that is no benchmark's, such as a hurdle beside. */
function edgeFigure(band: NamedBand, edge: BandEdge): { figureId: string } | null {
  if (band.set === undefined && band.name !== undefined) return null;
  return { figureId: bandEdgeId(band, edge) };
}

/** A band as a person reads it (`bandText`), each of its numbers with the figure that says where it comes from. */
export function toldBand(band: NamedBand): SentencePart[] {
  const { floor, ceiling } = band;
  const low = numberOf(
    ceiling === null ? statedPercent(floor) : statedPercent(floor).replace("%", ""),
    edgeFigure(band, "floor"),
  );
  const words = bandText(band);
  const rest = words.slice(words.indexOf(" ("));
  if (ceiling === null) return told`${low} and more${rest}`;
  return told`${low}–${numberOf(statedPercent(ceiling), edgeFigure(band, "ceiling"))}${rest}`;
}

/**
 * A sentence that was said of a band, its numbers as in `toldBand`: of the band itself, of "at least" its floor, and of its
 * ceiling "or more". Other numbers stay words.
 *
 * @example toldOfBand("It is within 30–70% (Pilots).", bandOf("pilots"))[1] // { text: "30", figureId: "benchmark/…/floor" }
 */
export function toldOfBand(sentence: string, band: NamedBand | null): SentencePart[] {
  if (band === null) return told`${sentence}`;
  const { floor, ceiling } = band;
  const said: [words: string, parts: SentencePart[]][] = [
    [bandText(band), toldBand(band)],
    [
      `at least ${statedPercent(floor)}`,
      told`at least ${numberOf(statedPercent(floor), edgeFigure(band, "floor"))}`,
    ],
  ];
  if (ceiling !== null) {
    const high = statedPercent(ceiling);
    said.push([` ${high} or more`, told` ${numberOf(high, edgeFigure(band, "ceiling"))} or more`]);
  }
  return said.reduce(
    (parts, [words, instead]) => parts.flatMap((part) => replaced(part, words, instead)),
    told`${sentence}`,
  );
}

function replaced(part: SentencePart, words: string, instead: readonly SentencePart[]): SentencePart[] {
  if (part.figureId !== null) return [part];
  const between = part.text.split(words);
  return between.flatMap((text, place) => [
    ...(place === 0 ? [] : instead),
    ...(text === "" ? [] : [{ text, figureId: null }]),
  ]);
}

/** Where an edge of an organisation's own band comes from: its set and version, down to its source. */
export function setEdgeFigure(
  set: BenchmarkSet,
  phase: Phase,
  edge: BandEdge,
  context: FigureContext,
): ExplainedFigure | undefined {
  if (!set.bands.some((band) => band.phase === phase)) return undefined;
  return explainedFigure(context, {
    figureId: bandEdgeId({ phase, set }, edge),
    label: `${edgeNames[edge]} of ${phaseNames[phase]}, ${set.name}`,
    sentence: `What the organisation's own benchmarks say of ${phaseNames[phase]}: ${set.publisher}.`,
    tree: edgeTree(phase, set, edge),
    distribution: null,
    basis: "net",
    span: set.span === "in-phase" ? "in-phase" : "cumulative",
  });
}

const edgeNames: Record<BandEdge, string> = { floor: "Floor", ceiling: "Ceiling" };

/** Where an end of a published figure comes from: publisher, basis, span and caveat; undefined where it states none. */
export function publishedFigure(
  key: string,
  edge: BandEdge,
  context: FigureContext,
): ExplainedFigure | undefined {
  const found = benchmarkLibrary.find((figure) => figure.key === key);
  const value = edge === "floor" ? found?.low : found?.high;
  if (found === undefined || value === undefined || value === null) return undefined;
  const end = found.low === found.high ? "" : `, ${edge === "floor" ? "from" : "to"}`;
  const unit = units[found.quantity];
  return explainedFigure(context, {
    figureId: `benchmark/published/${key}/${edge}`,
    label: `${capitalised(found.what)}${end}`,
    sentence: `Published by ${found.publisher}, not measured here.`,
    tree: leaf(capitalised(found.what), numberToDecimal(Number(value)), unit, {
      kind: "benchmark",
      text: sourceText(found),
    }),
    distribution: null,
    basis: "none",
    span: "point",
  });
}

const units: Record<PublishedFigure["quantity"], string> = {
  roi: "ratio",
  "relative-change": "ratio",
  share: "ratio",
  months: "count",
  factor: "count",
  money: "count",
  none: "count",
};

function sourceText({ publisher, what, asPrinted, basis, span, caveat }: PublishedFigure): string {
  const printed = asPrinted === null ? "" : ` (printed as “${asPrinted}”)`;
  const footing = `Basis ${basis}, span ${span}`;
  return [`${publisher}: ${what}${printed}`, footing, caveat ?? ""]
    .filter((text) => text !== "")
    .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(" ");
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
