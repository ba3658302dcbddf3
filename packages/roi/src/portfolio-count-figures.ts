import { absent, labelled, leaf, longSum, type Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure, type FigureContext } from "./figure.ts";
import type { PortfolioFunnel } from "./portfolio-funnel.ts";
import type { PortfolioPart, PortfolioResult } from "./portfolio.ts";
import type { VerdictStatus } from "./judgement.ts";

/** What a portfolio counts, each figure explained by the initiatives it counts. */
export type PortfolioCountFigures = Record<
  "meetingBenchmark" | "needsDecision" | "medianRoi" | "lowerQuartile" | "upperQuartile",
  ExplainedFigure
>;

const meeting: readonly VerdictStatus[] = ["on-track", "above"];

/** Id, label and sentence of each. */
const told: Record<keyof PortfolioCountFigures, readonly [key: string, label: string, sentence: string]> = {
  meetingBenchmark: [
    "meeting-benchmark",
    "On or above benchmark",
    "The initiatives whose verdict is on track or above benchmark.",
  ],
  needsDecision: [
    "needs-decision",
    "Needs a decision",
    "The initiatives that lose money, are below their benchmark or on watch, or are above it and ready for the next gate.",
  ],
  medianRoi: [
    "median-roi",
    "Median return",
    "Half of the judged initiatives returned more, half less. Beside the pooled return, never in its place.",
  ],
  lowerQuartile: [
    "lower-quartile",
    "Lower quartile of the returns",
    "A quarter of the judged initiatives returned less than this.",
  ],
  upperQuartile: [
    "upper-quartile",
    "Upper quartile of the returns",
    "A quarter of the judged initiatives returned more than this.",
  ],
};

const tooFew = "fewer than four initiatives can be judged, so quarters would be the initiatives themselves";

/** How many initiatives meet their benchmark and how many need a decision, by name; and the middle of their returns. */
export function portfolioCountFigures(
  parts: readonly PortfolioPart[],
  deciding: readonly string[],
  { quantiles }: Pick<PortfolioResult, "quantiles">,
  context: FigureContext,
): PortfolioCountFigures {
  const wanted = new Set(deciding);
  const make = (name: keyof PortfolioCountFigures, tree: Explanation) => {
    const [key, label, sentence] = told[name];
    return explainedFigure(context, {
      figureId: `portfolio/${key}`,
      label,
      sentence,
      tree: labelled(tree, label),
      distribution: null,
      basis: tree.unit === "ratio" ? "net" : "none",
      span: "cumulative",
    });
  };
  const count = (name: keyof PortfolioCountFigures, counts: (part: PortfolioPart) => boolean) =>
    make(name, countOf(name, parts.filter(counts)));
  const ratio = (name: keyof PortfolioCountFigures, tree: Explanation | undefined) =>
    make(
      name,
      tree ?? absent(name, "ratio", parts.length === 0 ? "no initiative can be judged yet" : tooFew),
    );
  return {
    meetingBenchmark: count("meetingBenchmark", ({ result }) => meeting.includes(result.verdict.status)),
    needsDecision: count("needsDecision", ({ initiativeId }) => wanted.has(initiativeId)),
    medianRoi: ratio("medianRoi", quantiles?.median.tree),
    lowerQuartile: ratio("lowerQuartile", quantiles?.quartiles?.lower.tree),
    upperQuartile: ratio("upperQuartile", quantiles?.quartiles?.upper.tree),
  };
}

function countOf(label: string, parts: readonly PortfolioPart[]): Explanation {
  const ones = parts.map(() => "1");
  return longSum(label, "count", ones, () => parts.map(({ name }) => leaf(name, "1", "count", byVerdict)));
}

const byVerdict = { kind: "measured", text: "its verdict" } as const;

/** The rates of the funnel as figures, each with its interval; null where there is no such rate yet. */
export function funnelFigures(
  funnel: PortfolioFunnel,
  context: FigureContext,
): Record<"reachedScale" | "returnsAtScale" | "scrapped", ExplainedFigure | null> {
  const figure = (key: string, rate: PortfolioFunnel["reachedScale"]) => {
    if (rate.kind === "no-value") return null;
    const { tree, sentence, interval } = rate;
    const made = explainedFigure(context, {
      figureId: `portfolio/${key}`,
      label: tree.label,
      sentence,
      tree,
      distribution: null,
      basis: "none",
      span: "point",
    });
    const { low, high, level } = interval;
    const likely = { low: low.toFixed(8), high: high.toFixed(8), level };
    return { ...made, figure: { ...made.figure, interval: likely } };
  };
  return {
    reachedScale: figure("funnel-reached-scale", funnel.reachedScale),
    returnsAtScale: figure("funnel-returns-at-scale", funnel.returnsAtScale),
    scrapped: figure("funnel-scrapped", funnel.scrapped),
  };
}
