import { capitalised } from "@liftledger/kpis/within-sentence";
import { numberToDecimal } from "@liftledger/numerics/decimal";
import { successPatterns, type SuccessPattern } from "./benchmark-library/success-patterns.ts";
import { leaf, quotient, type Explanation } from "./explanation.ts";
import { percentText, statedPercent } from "./percent-text.ts";

/** A KPI's own change held against a published one. It never enters a verdict. */
export type PatternComparison =
  | { kind: "not-published"; reason: string }
  | { kind: "no-change"; reason: string }
  | {
      kind: "compared";
      pattern: string;
      publishedChange: number;
      timeframeMonths: readonly [from: number, to: number];
      /** How much of the published change was reached: 1 is all of it, below 0 the other way. */
      shareReached: number;
      outcome: "reached" | "short" | "opposite";
      /** Whether so many months have passed as the publication gives itself. */
      timing: "too-soon" | "within" | "past";
      sentence: string;
      /** The share reached: the own change over the published one. */
      tree: Explanation;
    };

/**
 * A KPI's relative change since the start against the one published for a use-case pattern: content acceleration,
 * personalization at scale, predictive lead scoring. `kpi` is a key of the catalogue or the published name;
 * `relativeChange` is a ratio (0.3 is 30% more), null where there is none; `months` have elapsed since the start.
 * The publication says neither how it measured nor in what company: the verdict does not turn on it. Throws a
 * RangeError for months that cannot have elapsed.
 *
 * @example
 * compareWithPattern({ pattern: "predictive-lead-scoring", kpi: "conversion-rate", relativeChange: 0.3, months: 6 })
 * // { kind: "compared", publishedChange: 1.4, shareReached: 0.214…, outcome: "short", timing: "within", … }
 */
export function compareWithPattern(question: {
  pattern: string;
  kpi: string;
  relativeChange: number | null;
  months: number;
}): PatternComparison {
  const { kpi, relativeChange, months } = question;
  if (!(Number.isFinite(months) && months >= 0)) throw new RangeError(`${months} months cannot have elapsed`);
  const pattern = successPatterns.find(({ key, name }) => [key, name].includes(question.pattern));
  if (pattern === undefined)
    return { kind: "not-published", reason: `Nothing is published of the pattern "${question.pattern}".` };
  const found = pattern.kpis.find((entry) => entry.kpi === kpi || entry.catalogueKeys.includes(kpi));
  if (found === undefined)
    return { kind: "not-published", reason: `Nothing is published of "${kpi}" under ${pattern.name}.` };
  if (relativeChange === null || !Number.isFinite(relativeChange))
    return { kind: "no-change", reason: "The KPI has no relative change: nothing to compare with." };
  const publishedChange = Number(found.relativeChange);
  const tree = shareTree(pattern, found, relativeChange);
  const shareReached = Number(tree.value);
  const outcome = shareReached < 0 ? "opposite" : shareReached < 1 ? "short" : "reached";
  const timing = timingOf(pattern, months);
  return {
    kind: "compared",
    pattern: pattern.key,
    publishedChange,
    timeframeMonths: pattern.timeframeMonths,
    shareReached,
    outcome,
    timing,
    tree,
    sentence: sentenceOf(pattern, { ...found, publishedChange }, relativeChange, months),
  };
}

function shareTree(
  { publisher }: SuccessPattern,
  { kpi, relativeChange: published }: SuccessPattern["kpis"][number],
  change: number,
): Explanation {
  const own = leaf(`Change of ${kpi} since the start`, numberToDecimal(change), "ratio", {
    kind: "measured",
    text: "given",
  });
  const theirs = leaf(`Published change of ${kpi}`, published, "ratio", {
    kind: "benchmark",
    text: publisher,
  });
  return quotient("Share of the published change that was reached", "ratio", own, theirs);
}

function timingOf({ timeframeMonths: [from, to] }: SuccessPattern, months: number) {
  if (months < from) return "too-soon";
  return months <= to ? "within" : "past";
}

function sentenceOf(
  { name, publisher, timeframeMonths: [from, to] }: SuccessPattern,
  { kpi, publishedChange, caveat }: { kpi: string; publishedChange: number; caveat: string | null },
  change: number,
  months: number,
): string {
  const signed = (text: string, ratio: number) => (ratio > 0 ? `+${text}` : text);
  const own = signed(percentText(change, [0, publishedChange]), change);
  const theirs = signed(statedPercent(publishedChange), publishedChange);
  const within = from === to ? `${from}` : `${from} to ${to}`;
  const after = `${Math.floor(months)} ${Math.floor(months) === 1 ? "month" : "months"}`;
  const note = caveat === null ? "" : `, ${caveat}`;
  return `${capitalised(kpi)} ${own} after ${after}; published for ${name}: ${theirs} within ${within} months${note} (${publisher}).`;
}
