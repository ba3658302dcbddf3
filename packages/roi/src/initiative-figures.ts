import { addDays } from "@liftledger/kpis/iso-date";
import { floorTree, type BenchmarkSet } from "./benchmark-set.ts";
import { accruedCost, type CostInput } from "./cost-tree.ts";
import { lessAmount, roiDistribution, type Distribution } from "./distribution.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import { absent, difference, quotient, type Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure, type FigureContext, type FigureParts } from "./figure.ts";
import { initiativeTrees, type InitiativeTrees } from "./initiative-trees.ts";
import { phaseNames, type PhaseEntry } from "./phase.ts";
import { whenAsked } from "./when-asked.ts";

/** The figures of an initiative, each with its explanation. */
export interface InitiativeFigures {
  netRoi: ExplainedFigure;
  cashPlusCapacityRoi: ExplainedFigure;
  inPhaseRoi: ExplainedFigure;
  realisedValue: ExplainedFigure;
  measuredValue: ExplainedFigure;
  cost: ExplainedFigure;
  netBenefit: ExplainedFigure;
  /** How far the return lies over the floor of its phase; negative under it. */
  overFloor: ExplainedFigure;
}

interface FiguresRequest {
  initiativeId: string;
  name: string;
  context: FigureContext;
  /** Benefits that may carry money. */
  carriers: readonly BenefitResult[];
  costs: readonly CostInput[];
  phase: PhaseEntry;
  /** The organisation's own benchmarks, where it is judged by them. */
  benchmarks: BenchmarkSet | undefined;
  /** How uncertain the sums of the benefits are, by how far their value has come. */
  distributions: Record<"cashed" | "withCapacity" | "measured", Distribution | null>;
}

/** Makes the figures of an initiative; every one of them ends at the same leaves. */
export function initiativeFigures(request: FiguresRequest): InitiativeFigures {
  const { context, carriers, costs } = request;
  const { until, currency, places } = context;
  const trees = initiativeTrees(carriers, costs, { day: until, currency, places });
  const ratios = ratioFigures(request, trees);
  const money = moneyFigures(request, trees);
  const figures: InitiativeFigures = whenAsked(
    {},
    { ...ratios, ...money, overFloor: () => overFloorFigure(request, figures.netRoi.tree) },
  );
  return figures;
}

/** The return less the floor that its phase asks for: the tree names the benchmark, its version and its source. */
function overFloorFigure(request: FiguresRequest, netRoi: Explanation): ExplainedFigure {
  const { benchmarks } = request;
  const { phase } = request.phase;
  const label = `Over the floor of ${phaseNames[phase]}`;
  return figureOf(request, "over-floor", {
    label,
    sentence: `How far the return lies over the floor that ${phaseNames[phase]} asks for; below 0 is under it.`,
    tree: difference(label, "ratio", netRoi, floorTree(phase, benchmarks)),
    distribution: null,
    basis: "net",
  });
}

function ratioFigures(request: FiguresRequest, trees: InitiativeTrees) {
  const { context, name, distributions, phase } = request;
  const cost = Number(trees.cost.value ?? 0);
  const net = (label: string, value: Explanation) => difference(label, context.currency, value, trees.cost);
  const noCost = "no cost has been logged, so there is no return on it";
  const roi = (label: string, value: Explanation) =>
    returnOn(label, net("Net benefit", value), trees.cost, noCost);
  const label = "Return on investment (net)";
  const labelWithCapacity = "Return with capacity put to other use";
  const labelInPhase = `Return since ${phaseNames[phase.phase]} began`;
  return {
    netRoi: () =>
      figureOf(request, "net-roi", {
        label,
        sentence: `What came back on top of every 1 spent on ${name}, in money, since the first spend; below 0 is a loss.`,
        tree: roi(label, trees.realised),
        distribution: roiDistribution(distributions.cashed, cost),
        basis: "net",
      }),
    cashPlusCapacityRoi: () =>
      figureOf(request, "cash-plus-capacity-roi", {
        label: labelWithCapacity,
        sentence: "The same, counting capacity that was put to other use as if it were money.",
        tree: roi(labelWithCapacity, trees.withCapacity),
        distribution: roiDistribution(distributions.withCapacity, cost),
        basis: "net",
      }),
    inPhaseRoi: () =>
      figureOf(request, "in-phase-roi", {
        label: labelInPhase,
        sentence: `What came back on top of every 1 spent since ${phase.enteredOn}: a second view, never held against a benchmark.`,
        tree: inPhaseTree(request, trees, labelInPhase),
        distribution: null,
        basis: "net",
        span: "in-phase",
      }),
  };
}

function moneyFigures(request: FiguresRequest, trees: InitiativeTrees) {
  const { distributions, context } = request;
  const cost = Number(trees.cost.value ?? 0);
  return {
    realisedValue: () =>
      figureOf(request, "realised-value", {
        label: "Value turned into money",
        sentence: "The part of the measured difference in money that has been cashed so far.",
        tree: trees.realised,
        distribution: distributions.cashed,
      }),
    measuredValue: () =>
      figureOf(request, "measured-value", {
        label: "Measured value",
        sentence: "The measured difference in money, whether or not it has been cashed.",
        tree: trees.measured,
        distribution: distributions.measured,
      }),
    cost: () =>
      figureOf(request, "cost", {
        label: "Cost to date",
        sentence: "All actual costs up to the valuation date; a month that is not over counts by day.",
        tree: trees.cost,
        distribution: null,
      }),
    netBenefit: () =>
      figureOf(request, "net-benefit", {
        label: "Net benefit",
        sentence: "Value turned into money less cost.",
        tree: difference("Net benefit", context.currency, trees.realised, trees.cost),
        distribution: distributions.cashed === null ? null : lessAmount(distributions.cashed, cost),
      }),
  };
}

type FigureText = Omit<FigureParts, "figureId" | "basis" | "span"> & Partial<FigureParts>;

function figureOf({ initiativeId, context }: FiguresRequest, key: string, parts: FigureText) {
  return explainedFigure(context, {
    figureId: `initiative/${initiativeId}/${key}`,
    basis: "none",
    span: "cumulative",
    ...parts,
  });
}

/** In-phase: what came after the phase began, which is all to date less what had come before. */
function inPhaseTree(
  { context, carriers, costs, phase }: FiguresRequest,
  { realised, cost }: InitiativeTrees,
  label: string,
): Explanation {
  const { currency, places, until } = context;
  const name = phaseNames[phase.phase];
  if (phase.enteredOn > until) return absent(label, "ratio", `${name} begins on ${phase.enteredOn}`);
  const day = addDays(phase.enteredOn, -1);
  const before = initiativeTrees(carriers, costs, { day, currency, places });
  // Before a phase in which nothing was due there was nothing: that is no missing value.
  const hadValue = before.realised.operation !== "leaf";
  const hadCost = accruedCost(costs, day) > 0n;
  const value = hadValue
    ? difference("Value in this phase", currency, realised, {
        ...before.realised,
        label: "Value before this phase",
      })
    : realised;
  const spent = hadCost
    ? difference("Cost in this phase", currency, cost, { ...before.cost, label: "Cost before this phase" })
    : cost;
  const net = difference("Net benefit in this phase", currency, value, spent);
  return returnOn(label, net, spent, `nothing has been spent since ${name} began`);
}

/** Net benefit over cost; a reason where there is no cost. */
export function returnOn(label: string, net: Explanation, cost: Explanation, noCost: string): Explanation {
  if (Number(cost.value ?? 0) <= 0) return absent(label, "ratio", noCost);
  return quotient(label, "ratio", net, cost);
}
