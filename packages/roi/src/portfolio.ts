import { seededRandom } from "@liftledger/numerics/seeded-random";
import { sumDecimals } from "@liftledger/numerics/decimal";
import { amountFromDraws, lessAmount, roiDistribution, type Distribution } from "./distribution.ts";
import { weakestGrade } from "./evidence-grade.ts";
import type { InitiativeResult } from "./evaluate-initiative.ts";
import { absent, difference, quotient, sum, type Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure, type FigureContext } from "./figure.ts";
import type { VerdictStatus } from "./verdict.ts";

/** One initiative with what the engine found of it. */
export interface PortfolioPart {
  initiativeId: string;
  name: string;
  result: InitiativeResult;
}

/** The portfolio's figures: initiatives that could be judged, added up before they are divided. */
export interface PortfolioResult {
  figures: {
    netRoi: ExplainedFigure;
    realisedValue: ExplainedFigure;
    cost: ExplainedFigure;
    netBenefit: ExplainedFigure;
  };
  /** Ids of the initiatives that are in the figures. */
  counted: string[];
  /** What was spent on those that are not, decimal text. */
  uncountedCost: string;
  medianRoi: number | null;
  quartiles: { lower: number; upper: number } | null;
}

const drawCount = 4000;

/**
 * Pools a portfolio: ΣB/ΣC − 1 over the initiatives that could be judged, never the mean of their
 * percentages, which is why the median and quartiles stand beside it. What the others cost is told apart.
 */
export function pooledPortfolio(
  parts: readonly PortfolioPart[],
  context: FigureContext,
  seed: number,
): PortfolioResult {
  const counted = parts.filter(({ result }) => isJudged(result));
  const own = {
    ...context,
    grade: weakestGrade(counted.map(({ result }) => result.figures.netRoi.figure.grade)),
  };
  const { currency } = context;
  const add = (label: string, pick: (result: InitiativeResult) => Explanation) =>
    counted.length === 0
      ? absent(label, currency, "no initiative can be judged yet")
      : sum(
          label,
          currency,
          counted.map(({ name, result }) => ({ ...pick(result), label: name })),
        );
  const value = add("Value turned into money", (result) => result.figures.realisedValue.tree);
  const cost = add("Cost to date", (result) => result.figures.cost.tree);
  const net = difference("Net benefit", currency, value, cost);
  const costAmount = Number(cost.value ?? 0);
  const spread = pooledDistribution(counted, seed);
  const figure = (key: string, tree: Explanation, distribution: Distribution | null, sentence: string) =>
    explainedFigure(own, {
      figureId: `portfolio/${key}`,
      label: tree.label,
      sentence,
      tree,
      distribution,
      basis: key === "net-roi" ? "net" : "none",
      span: "cumulative",
    });
  const rois = counted
    .map(({ result }) => Number(result.figures.netRoi.figure.value))
    .toSorted((a, b) => a - b);
  return {
    figures: {
      netRoi: figure(
        "net-roi",
        quotient("Return on investment (net)", "ratio", net, cost),
        roiDistribution(spread, costAmount),
        "For every 1 spent on the judged initiatives together, this much came back on top.",
      ),
      realisedValue: figure(
        "realised-value",
        value,
        spread,
        "All value turned into money, over the judged initiatives.",
      ),
      cost: figure("cost", cost, null, "All actual cost of the judged initiatives."),
      netBenefit: figure(
        "net-benefit",
        net,
        spread === null ? null : lessAmount(spread, costAmount),
        "Value turned into money less cost, over the judged initiatives.",
      ),
    },
    counted: counted.map(({ initiativeId }) => initiativeId),
    uncountedCost: sumDecimals(
      parts
        .filter(({ result }) => !isJudged(result))
        .map(({ result }) => result.figures.cost.figure.value ?? "0"),
    ),
    medianRoi: quantileOf(rois, 0.5),
    quartiles:
      rois.length < 4 ? null : { lower: quantileOf(rois, 0.25) ?? 0, upper: quantileOf(rois, 0.75) ?? 0 },
  };
}

/** The order in which initiatives want a decision; those not named here want none. */
const decisionOrder: readonly VerdictStatus[] = ["losing-money", "below", "watch", "above"];

/** Ids of the initiatives that want a decision, the most pressing first, then by money at stake. */
export function needsDecision(parts: readonly PortfolioPart[]): string[] {
  return parts
    .filter(({ result }) => decisionOrder.includes(result.verdict.status))
    .toSorted(
      (a, b) =>
        decisionOrder.indexOf(a.result.verdict.status) - decisionOrder.indexOf(b.result.verdict.status) ||
        Number(b.result.figures.cost.figure.value) - Number(a.result.figures.cost.figure.value),
    )
    .map(({ initiativeId }) => initiativeId);
}

/** Whether an initiative could be judged, and so has a place in the pooled figure. */
export function isJudged({ verdict, figures }: InitiativeResult): boolean {
  return verdict.probabilities !== null && figures.netRoi.figure.value !== null;
}

/** Independent initiatives added up by seeded simulation. */
function pooledDistribution(counted: readonly PortfolioPart[], seed: number): Distribution | null {
  const values = counted.map(({ result }) => result.realisedValue);
  const known = values.filter((value) => value !== null);
  const [first] = known;
  if (first === undefined || known.length < values.length) return null;
  if (known.length === 1) return first;
  const random = seededRandom(seed);
  const draws = new Float64Array(drawCount);
  for (const value of known) {
    for (let draw = 0; draw < drawCount; draw++) draws[draw] = (draws[draw] ?? 0) + value.draw(random);
  }
  return amountFromDraws(
    draws,
    known.reduce((total, value) => total + value.mean, 0),
  );
}

function quantileOf(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  return low + (place - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] ?? low) - low);
}
