import { lessAmount, roiDistribution, type Distribution } from "./distribution.ts";
import { weakestGrade } from "./evidence-grade.ts";
import { absent, difference, labelled, longSum, sum, type Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure, type Figure, type FigureContext } from "./figure.ts";
import { returnOn } from "./initiative-figures.ts";
import type { VerdictStatus } from "./judgement.ts";
import { roiQuantiles, type RoiQuantiles } from "./roi-quantiles.ts";
import { createSimulation, type UncertainPart } from "./simulation.ts";

/** What a portfolio needs of an initiative's result, so that it can also be made of what was kept of one. */
export interface PooledResult {
  verdict: { status: VerdictStatus; headline: string; probabilities: object | null };
  figures: {
    netRoi: { figure: Pick<Figure, "value" | "grade"> };
    realisedValue: { figure: Pick<Figure, "value">; tree: Explanation };
    cost: { figure: Pick<Figure, "value">; tree: Explanation };
  };
  valueParts: readonly UncertainPart[] | null;
}

/** One initiative with what the engine found of it. */
export interface PortfolioPart {
  initiativeId: string;
  name: string;
  result: PooledResult;
}

/** The portfolio's figures: initiatives that could be judged, added up before they are divided. */
export interface PortfolioResult {
  figures: Record<"netRoi" | "realisedValue" | "cost" | "netBenefit", ExplainedFigure>;
  /**
   * The same over everything that was spent: Foundation and whatever cannot be judged yet at its cost and at zero
   * value. Leaving them out flatters, counting them punishes a portfolio for beginning things: both are shown.
   */
  netRoiOfAll: ExplainedFigure;
  /** Everything that was spent. */
  costOfAll: ExplainedFigure;
  /** What was spent on those that are not in the figures. */
  costOfOthers: ExplainedFigure;
  /** Ids of the initiatives that are in the figures. */
  counted: string[];
  medianRoi: number | null;
  /** From four initiatives on: of fewer they would be the initiatives themselves. */
  quartiles: { lower: number; upper: number } | null;
  /** The same with their explanations. */
  quantiles: RoiQuantiles | null;
}

/**
 * Pools a portfolio: ΣB/ΣC − 1 over the initiatives that could be judged, never the mean of their
 * percentages, which is why the median and quartiles stand beside it. What the others cost is told apart.
 *
 * @param spread how uncertain the sum of the values is, where that is known already
 */
export function pooledPortfolio(
  parts: readonly PortfolioPart[],
  context: FigureContext,
  seed: number,
  spread: Distribution | null = pooledSpread(parts, seed),
): PortfolioResult {
  const counted = parts.filter(({ result }) => isJudged(result));
  const others = parts.filter(({ result }) => !isJudged(result));
  const quantiles = roiQuantiles(
    counted.map(({ name, result }) => ({ name, ratio: result.figures.netRoi.figure.value ?? "0" })),
  );
  const quartiles = quantiles?.quartiles ?? null;
  const figures = pooledFigures(counted, context, spread);
  return {
    figures,
    ...figuresOfAll(figures, others, context, spread),
    counted: counted.map(({ initiativeId }) => initiativeId),
    medianRoi: quantiles === null ? null : Number(quantiles.median.ratio),
    quartiles:
      quartiles === null
        ? null
        : { lower: Number(quartiles.lower.ratio), upper: Number(quartiles.upper.ratio) },
    quantiles,
  };
}

function pooledFigures(
  counted: readonly PortfolioPart[],
  context: FigureContext,
  spread: Distribution | null,
): PortfolioResult["figures"] {
  const { currency } = context;
  const add = (label: string, pick: (result: PooledResult) => Explanation) =>
    counted.length === 0
      ? absent(label, currency, "no initiative can be judged yet")
      : longSum(
          label,
          currency,
          counted.map(({ result }) => pick(result).value),
          () => counted.map(({ name, result }) => labelled(pick(result), name)),
        );
  const value = add("Value turned into money", (result) => result.figures.realisedValue.tree);
  const cost = add("Cost to date", (result) => result.figures.cost.tree);
  const net = difference("Net benefit", currency, value, cost);
  const costAmount = Number(cost.value ?? 0);
  const grade = weakestGrade(counted.map(({ result }) => result.figures.netRoi.figure.grade));
  const figure = (key: string, sentence: string, tree: Explanation, distribution: Distribution | null) =>
    explainedFigure(
      { ...context, grade },
      {
        figureId: `portfolio/${key}`,
        label: tree.label,
        sentence,
        tree,
        distribution,
        basis: key === "net-roi" ? "net" : "none",
        span: "cumulative",
      },
    );
  return {
    netRoi: figure(
      "net-roi",
      "What came back on top of every 1 spent on the judged initiatives together; below 0 is a loss.",
      returnOn("Return on investment (net)", net, cost, net.reason ?? "no initiative can be judged yet"),
      roiDistribution(spread, costAmount),
    ),
    realisedValue: figure(
      "realised-value",
      "All value turned into money, over the judged initiatives.",
      value,
      spread,
    ),
    cost: figure("cost", "All actual cost of the judged initiatives.", cost, null),
    netBenefit: figure(
      "net-benefit",
      "Value turned into money less cost, over the judged initiatives.",
      net,
      spread === null ? null : lessAmount(spread, costAmount),
    ),
  };
}

function figuresOfAll(
  { realisedValue, cost }: PortfolioResult["figures"],
  others: readonly PortfolioPart[],
  context: FigureContext,
  spread: Distribution | null,
): Pick<PortfolioResult, "netRoiOfAll" | "costOfAll" | "costOfOthers"> {
  const { currency } = context;
  const spentOn = ({ result }: PortfolioPart) => result.figures.cost.tree;
  const judged = cost.tree.value === null ? [] : [labelled(cost.tree, "Cost of what was judged")];
  const rest = longSum(
    "Cost of what cannot be judged yet",
    currency,
    others.map((part) => spentOn(part).value),
    () => others.map((part) => labelled(spentOn(part), part.name)),
  );
  const allCost = sum("All cost to date", currency, [...judged, rest]);
  const value =
    realisedValue.tree.value === null ? sum("Value of what was judged", currency, []) : realisedValue.tree;
  const net = difference("Net benefit over all cost", currency, value, allCost);
  const label = "Return over everything spent";
  const graded = { ...context, grade: realisedValue.figure.grade };
  const netRoiOfAll = explainedFigure(graded, {
    figureId: "portfolio/net-roi-of-all",
    label,
    sentence:
      "The same over everything spent: Foundation and what cannot be judged yet count with their cost and no value.",
    tree: returnOn(label, net, allCost, "nothing has been spent yet"),
    distribution: roiDistribution(spread, Number(allCost.value ?? 0)),
    basis: "net",
    span: "cumulative",
  });
  const costOfAll = explainedFigure(graded, {
    figureId: "portfolio/cost-of-all",
    label: "All cost to date",
    sentence: "Everything that was spent: on what was judged, and on what cannot be judged yet.",
    tree: allCost,
    distribution: null,
    basis: "none",
    span: "cumulative",
  });
  const costOfOthers = explainedFigure(graded, {
    figureId: "portfolio/cost-of-others",
    label: rest.label,
    sentence: "What was spent on initiatives that cannot be judged yet: no value is counted for it.",
    tree: rest,
    distribution: null,
    basis: "none",
    span: "cumulative",
  });
  return { netRoiOfAll, costOfAll, costOfOthers };
}

/** The order in which initiatives want a decision; those not named here want none. */
const decisionOrder: readonly VerdictStatus[] = ["losing-money", "below", "watch", "above"];

/** Ids of the initiatives that want a decision, the most pressing first, then by money at stake. */
export function needsDecision(parts: readonly PortfolioPart[]): string[] {
  return parts
    .map(({ initiativeId, result: { verdict, figures } }) => ({
      initiativeId,
      place: decisionOrder.indexOf(verdict.status),
      cost: Number(figures.cost.figure.value),
    }))
    .filter(({ place }) => place !== -1)
    .toSorted((a, b) => a.place - b.place || b.cost - a.cost)
    .map(({ initiativeId }) => initiativeId);
}

/** Whether an initiative could be judged, and so has a place in the pooled figure. */
export function isJudged({ verdict, figures }: Pick<PooledResult, "verdict" | "figures">): boolean {
  return verdict.probabilities !== null && figures.netRoi.figure.value !== null;
}

/** All benefits of all initiatives added up at once: those that claim one series move together. */
function pooledSpread(all: readonly PortfolioPart[], seed: number): Distribution | null {
  const parts = all.filter(({ result }) => isJudged(result)).flatMap(({ result }) => result.valueParts ?? []);
  return parts.length === 0 ? null : createSimulation(seed).sum(parts);
}
