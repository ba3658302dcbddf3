import { currencyExponent } from "@liftledger/finance/currency";
import type { Explanation } from "@liftledger/roi/explanation";
import { explainedFigure, type ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import type { EvaluatedVersion } from "./evaluated-version.ts";

/** What counts on a basis, as sentences of explanations have it. */
export const basisWords = {
  cash: "counting what becomes money",
  "cash-plus-capacity": "counting freed capacity beside money",
  all: "counting capacity, and losses that stay away, beside money",
} as const;

/** What sentences add where estimates count that nobody has accepted. */
export function acceptedWords(unsignedEstimates: "nothing" | "credited" | undefined): string {
  return unsignedEstimates === "credited" ? "; estimates count as if somebody had accepted them" : "";
}

/**
 * A figure of a plan with its tree. It bears the instant at which the version last changed, or as of which it is asked for.
 */
export function explainedCaseFigure(
  ctx: Context,
  { plan: { currency }, standsSince }: EvaluatedVersion,
  {
    figureId,
    sentence,
    tree,
    basis = "none",
    asOf = standsSince,
  }: {
    figureId: string;
    sentence: string;
    tree: Explanation;
    basis?: "net" | "gross" | "none";
    asOf?: string | undefined;
  },
): ExplainedFigure {
  return explainedFigure(
    { until: dayOf(ctx, asOf), asOf, grade: null, currency, places: currencyExponent(currency) },
    { figureId, label: tree.label, sentence, tree, basis, span: "cumulative", distribution: null },
  );
}

/** The scenario at a place, 0 for the base, which is null; undefined where the plan has none there. */
export function scenarioAt({ plan }: EvaluatedVersion, place: number) {
  return place === 0 ? null : plan.scenarios[place - 1];
}
