import { currencyExponent } from "@liftledger/finance/currency";
import { compareDecimals } from "@liftledger/numerics/decimal";
import type { Phase } from "../phase.ts";
import { absent, leaf, rounded, solved, type Explanation, type ExplanationSource } from "../explanation.ts";
import type { SimulatedLine, SimulatedStatistic, SolvedParameter } from "../solved-step.ts";
import { comparableBands, correlationMatrix, type CaseSimulationRequest } from "./case-simulation.ts";
import type { CasePlan, LineEstimate } from "./case-plan.ts";
import { discountSums } from "./discount-sums.ts";
import { explainedLines } from "./explained-lines.ts";
import { lineTree } from "./line-tree.ts";

/** A figure of `caseSimulation`: of the worth today, the net benefit or the net return over all runs. */
export interface SimulationFigure {
  measure: "worth" | "net-benefit" | "return";
  statistic: SimulationStatistic;
}

export type SimulationStatistic =
  | "mean"
  | "p10"
  | "p50"
  | "p90"
  | "chance-of-loss"
  /** The chance to lie below the band of a phase, in it or above it. */
  | { phase: Phase; position: "below" | "within" | "above" };

/**
 * How a figure of a simulation came about: seed and runs, and every line that counts with what it comes to and the range
 * it is drawn from. Drawn again from these, with the same seed, the tree gives its root. Undefined where the measure has
 * no such figure: a band that is none of the benchmarks'.
 */
export function simulationTree(
  plan: CasePlan,
  request: CaseSimulationRequest,
  { measure, statistic }: SimulationFigure,
): Explanation | undefined {
  const { scenario = null, basis = "cash", unsignedEstimates, seed, runs = 10_000, benchmarks } = request;
  const sought = soughtOf(statistic, comparableBands(benchmarks));
  if (sought === undefined || (typeof statistic === "object" && measure !== "return")) return undefined;
  const { currency } = plan;
  const isMoney = measure !== "return" && statistic !== "chance-of-loss";
  const unit = isMoney ? currency : "ratio";
  const label = `${measureNames[measure]}, ${sought.name}`;
  const { plan: changed, lines } = explainedLines(plan, {
    scenario,
    basis,
    ...(unsignedEstimates && { unsignedEstimates }),
  });
  const missing = lines.flatMap(({ line }) => (line.missing === null ? [] : [line.missing.reason]));
  if (missing.length > 0) return absent(label, unit, missing.join(" "));
  // In the order in which the simulation draws them.
  const drawn = lines.toSorted(({ line: one }, { line: other }) => (one.lineId < other.lineId ? -1 : 1));
  const weightOf = measure === "worth" ? discountSums(changed) : null;
  const trees = drawn.map((explained) => {
    const tree = lineTree(changed, explained, { afterRisk: false, weightOf });
    return { ...tree, label: drawnLabel(tree.label, estimateOf(plan, explained.line.lineId)) };
  });
  const parameter: SolvedParameter = {
    method: "simulation",
    measure,
    statistic: sought.statistic,
    lines: drawn.map(({ line }) => simulatedLine(line.kind, estimateOf(plan, line.lineId))),
    correlations: correlationMatrix(
      plan,
      drawn.map(({ line }) => ({ name: line.lineId })),
    ),
  };
  const formula = `${sought.formula} of ${runs} runs, in each of which every line is multiplied by one draw from its range${together(plan)}`;
  const tree = solved(isMoney ? `${label}, before rounding` : label, unit, { parameter, formula }, [
    leaf("Seed", String(seed), "count", seedSource),
    leaf("Runs", String(runs), "count", { kind: "assumption", text: "how often it is drawn" }),
    ...trees,
  ]);
  return isMoney ? rounded(label, currency, currencyExponent(currency), tree) : tree;
}

const seedSource: ExplanationSource = { kind: "assumption", text: "the same seed gives the same runs again" };

const measureNames = { worth: "Worth today", "net-benefit": "Net benefit", return: "Net return" } as const;

const summaries = {
  mean: { name: "mean of the runs", formula: "the mean" },
  p10: { name: "1 in 10 below", formula: "what 1 in 10 lie below," },
  p50: { name: "half below", formula: "what half lie below," },
  p90: { name: "9 in 10 below", formula: "what 9 in 10 lie below," },
  "chance-of-loss": { name: "chance of a loss", formula: "the share below 0" },
} as const;

function soughtOf(
  statistic: SimulationStatistic,
  bands: ReturnType<typeof comparableBands>,
): { name: string; formula: string; statistic: SimulatedStatistic } | undefined {
  if (typeof statistic === "string") return { ...summaries[statistic], statistic };
  const band = bands.find(({ name }) => name === statistic.phase);
  if (band === undefined) return undefined;
  const { floor, ceiling } = band;
  const edges = ceiling === null ? `from ${floor}` : `from ${floor} to ${ceiling}`;
  const { position, phase } = statistic;
  return {
    name: `chance to lie ${position} the benchmark of ${phase}`,
    formula: `the share ${position} the band ${edges}`,
    statistic: { floor, ceiling, position },
  };
}

function estimateOf({ benefits, costs }: CasePlan, lineId: string): LineEstimate {
  return [...benefits, ...costs].find(({ id }) => id === lineId)?.estimate ?? { kind: "point" };
}

function drawnLabel(name: string, estimate: LineEstimate): string {
  if (estimate.kind === "point") return `${name}, certain`;
  const { kind, low, mode, high } = estimate;
  return `${name}, times ${low} to ${high}, ${mode} most likely (${kind === "pert" ? "PERT" : kind})`;
}

function simulatedLine(kind: SimulatedLine["kind"], estimate: LineEstimate): SimulatedLine {
  if (estimate.kind === "point") return { kind };
  const { low: min, mode, high: max, kind: shape } = estimate;
  return { kind, factor: { min, mode, max, shape } };
}

function together({ correlations }: CasePlan): string {
  const stated = correlations.filter(({ coefficient }) => compareDecimals(coefficient, "0") !== 0);
  if (stated.length === 0) return ", each by itself";
  return ", lines that go together as the plan says";
}
