import { compareDecimals } from "@liftledger/numerics/decimal";
import type { PublishedFigure } from "./benchmark-library/published-figure.ts";
import { comparability } from "./comparability.ts";
import { percentText, statedPercent } from "./percent-text.ts";
import type { RoiType } from "./roi-figure.ts";

/** An ROI held against a published one. */
export type AgainstPublished =
  | { kind: "not-comparable"; reason: string }
  | {
      kind: "comparable" | "read-as";
      reason: string;
      /** The net reading that was used, decimal text; the low end where there are two. */
      against: string;
      side: "under" | "within" | "over";
      sentence: string;
    };

/**
 * Holds a typed ROI against a published figure, where their types agree. Of an ambiguous figure ("544%", which is
 * also 5.44 back) the low reading counts: at 444% net it is met. A range is half-open: the ceiling is over it.
 *
 * @example
 * againstPublished({ ratio: "4.5", ...headlineType }, automationReturn) // read-as, against "4.44", over
 */
export function againstPublished(
  own: { ratio: string } & RoiType,
  figure: PublishedFigure,
): AgainstPublished {
  if (figure.quantity !== "roi")
    return { kind: "not-comparable", reason: `The figure is no ROI: ${figure.what}.` };
  const { basis, span } = figure;
  const answer = comparability(own, { basis, span, tier: "unstated", origin: "unstated" });
  if (answer.kind === "not-comparable") return answer;
  const isAmbiguous = basis === "ambiguous";
  const against = figure.low ?? figure.high ?? "0";
  const upper = isAmbiguous ? against : figure.high;
  const side = sideOf(own.ratio, against, upper);
  const range =
    upper === null
      ? `${percentOf(against)} and more`
      : upper === against
        ? percentOf(against)
        : `${percentOf(against)} to ${percentOf(upper)}`;
  const position = { under: "under", within: upper === against ? "at" : "within", over: "over" }[side];
  return {
    ...answer,
    against,
    side,
    sentence: `${percentText(Number(own.ratio), [Number(against), Number(upper ?? against)])} is ${position} the published ${range} (${figure.publisher}${figure.caveat === null ? "" : `: ${figure.caveat}`}).`,
  };
}

function sideOf(ratio: string, low: string, high: string | null): "under" | "within" | "over" {
  if (compareDecimals(ratio, low) < 0) return "under";
  if (high === null) return "within";
  if (low === high) return compareDecimals(ratio, low) === 0 ? "within" : "over";
  return compareDecimals(ratio, high) < 0 ? "within" : "over";
}

function percentOf(ratio: string): string {
  return statedPercent(Number(ratio));
}
