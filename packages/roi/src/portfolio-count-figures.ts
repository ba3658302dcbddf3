import { countByName } from "./count-by-name.ts";
import { absent, labelled, type Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure, type FigureContext } from "./figure.ts";
import type { FunnelRate, PortfolioFunnel } from "./portfolio-funnel.ts";
import { isJudged, type PortfolioPart, type PortfolioResult } from "./portfolio.ts";
import type { VerdictStatus } from "./judgement.ts";

/** What a portfolio counts, each figure explained by the initiatives it counts. */
export type PortfolioCountFigures = Record<
  | "initiatives"
  | "judged"
  | "tooEarly"
  | "meetingBenchmark"
  | "needsDecision"
  | "medianRoi"
  | "lowerQuartile"
  | "upperQuartile",
  ExplainedFigure
>;

const meeting: readonly VerdictStatus[] = ["on-track", "above"];

/** Id, label and sentence of each. */
const told: Record<keyof PortfolioCountFigures, readonly [key: string, label: string, sentence: string]> = {
  initiatives: [
    "initiatives",
    "Initiatives",
    "The initiatives that were begun; an idea is none of them yet.",
  ],
  judged: ["judged", "Judged", "The initiatives whose return is held against the benchmark of their phase."],
  tooEarly: ["too-early", "Too early", "The initiatives of which too little is known yet to judge them."],
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

/**
 * How many initiatives there are, of `begun` by id, how many are judged, meet their benchmark and need a decision, by
 * name; and the middle of their returns.
 */
export function portfolioCountFigures(
  parts: readonly PortfolioPart[],
  { begun, deciding }: { begun: readonly string[]; deciding: readonly string[] },
  { quantiles }: Pick<PortfolioResult, "quantiles">,
  context: FigureContext,
): PortfolioCountFigures {
  const wanted = new Set(deciding);
  const known = new Set(begun);
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
    make(
      name,
      countByName(
        name,
        parts.filter(counts),
        // Also of those that are not judged: it says why.
        ({ result }) => `its verdict, “${result.verdict.headline}”`,
      ),
    );
  const ratio = (name: keyof PortfolioCountFigures, tree: Explanation | undefined) =>
    make(
      name,
      tree ?? absent(name, "ratio", parts.length === 0 ? "no initiative can be judged yet" : tooFew),
    );
  return {
    initiatives: count("initiatives", ({ initiativeId }) => known.has(initiativeId)),
    judged: count("judged", ({ result }) => isJudged(result)),
    tooEarly: count("tooEarly", ({ result }) => result.verdict.status === "too-early"),
    meetingBenchmark: count("meetingBenchmark", ({ result }) => meeting.includes(result.verdict.status)),
    needsDecision: count("needsDecision", ({ initiativeId }) => wanted.has(initiativeId)),
    medianRoi: ratio("medianRoi", quantiles?.median.tree),
    lowerQuartile: ratio("lowerQuartile", quantiles?.quartiles?.lower.tree),
    upperQuartile: ratio("upperQuartile", quantiles?.quartiles?.upper.tree),
  };
}

/** The rates of the funnel as figures, each with its interval, null where there is no such rate yet; and who goes on. */
export function funnelFigures(
  funnel: PortfolioFunnel,
  context: FigureContext,
): Record<"reachedScale" | "returnsAtScale" | "scrapped", ExplainedFigure | null> & {
  undecided: ExplainedFigure;
} {
  return {
    reachedScale: rateFigure("portfolio/funnel-reached-scale", funnel.reachedScale, context),
    returnsAtScale: rateFigure("portfolio/funnel-returns-at-scale", funnel.returnsAtScale, context),
    scrapped: rateFigure("portfolio/funnel-scrapped", funnel.scrapped, context),
    undecided: explainedFigure(context, {
      figureId: "portfolio/funnel-undecided",
      label: funnel.undecidedTree.label,
      sentence: "The initiatives that entered Pilots, have not reached Scale and were not given up.",
      tree: funnel.undecidedTree,
      distribution: null,
      basis: "none",
      span: "point",
    }),
  };
}

/** A rate as a figure with its interval; null where there is no such rate yet. */
export function rateFigure(
  figureId: string,
  rate: FunnelRate,
  context: FigureContext,
): ExplainedFigure | null {
  if (rate.kind === "no-value") return null;
  const { tree, sentence, interval } = rate;
  const made = explainedFigure(context, {
    figureId,
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
}
