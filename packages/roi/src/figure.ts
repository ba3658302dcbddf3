import { numberToDecimal, roundHalfEven } from "@liftledger/numerics/decimal";
import { intervalOf, type Distribution } from "./distribution.ts";
import { engineVersion, headlineLevel } from "./engine-version.ts";
import type { EvidenceGrade } from "./evidence-grade.ts";
import type { Explanation } from "./explanation.ts";

/** A figure as it leaves the system: never a bare number. `value` is decimal text, or null with a reason. */
export interface Figure {
  figureId: string;
  label: string;
  value: string | null;
  /** "ratio" (1 = 100%), "count", or an ISO 4217 code for money in its major unit. */
  unit: string;
  interval: { low: string; high: string; level: number } | null;
  basis: "net" | "gross" | "none";
  span: "cumulative" | "in-phase" | "point";
  until: string;
  asOf: string;
  grade: EvidenceGrade | null;
  engineVersion: string;
  reason: string | null;
}

/** A figure with the tree that explains it. */
export interface ExplainedFigure {
  figure: Figure;
  /** One plain sentence on what the figure says. */
  sentence: string;
  tree: Explanation;
}

/** What all figures of one evaluation share. */
export interface FigureContext {
  until: string;
  asOf: string;
  grade: EvidenceGrade | null;
  currency: string;
  /** Digits after the point of the currency's minor unit. */
  places: number;
}

/** What is particular to one figure. */
export interface FigureParts {
  figureId: string;
  label: string;
  sentence: string;
  tree: Explanation;
  basis: Figure["basis"];
  span: Figure["span"];
  /** How uncertain it is, in the figure's own unit; null where nothing is known of that. */
  distribution: Distribution | null;
}

/** Digits after the point of an ROI: a hundredth of a basis point. */
const ratioPlaces = 8;

/** Makes a figure of its tree: the value is the tree's root, the interval comes from the distribution. */
export function explainedFigure(context: FigureContext, parts: FigureParts): ExplainedFigure {
  const { tree, distribution } = parts;
  const places = tree.unit === context.currency ? context.places : ratioPlaces;
  const interval =
    tree.value === null || distribution === null
      ? null
      : roundedInterval(distribution, headlineLevel, places);
  return {
    sentence: parts.sentence,
    tree,
    figure: {
      figureId: parts.figureId,
      label: parts.label,
      value: tree.value,
      unit: tree.unit,
      interval,
      basis: parts.basis,
      span: parts.span,
      until: context.until,
      asOf: context.asOf,
      grade: context.grade,
      engineVersion,
      reason: tree.value === null ? (tree.reason ?? "no value") : null,
    },
  };
}

function roundedInterval(distribution: Distribution, level: number, places: number) {
  const { low, high } = intervalOf(distribution, level);
  const text = (end: number) => roundHalfEven(numberToDecimal(end, 17), places);
  return { low: text(low), high: text(high), level };
}
