import { phases } from "./initiative-values.ts";

const bases = ["cash", "cash-plus-capacity", "all"] as const;
const measures = ["worth", "net-benefit", "return"] as const;
const summaries = ["mean", "p10", "p50", "p90", "chance-of-loss"] as const;
const positions = ["below", "within", "above"] as const;
type Phase = (typeof phases)[number];

/** A figure of a simulation: of which measure, and which of its percentiles or chances. */
export interface CaseSimulationFigure {
  caseId: string;
  number: number;
  /** 0 is the base, then the scenarios in the plan's order. */
  scenario: number;
  basis: (typeof bases)[number];
  seed: number;
  runs: number;
  measure: (typeof measures)[number];
  /** Of a phase: the chance to lie so to its band. */
  statistic: (typeof summaries)[number] | { phase: Phase; position: (typeof positions)[number] };
  /** Whether estimates that nobody has accepted count; at nothing where left out. */
  unsignedEstimates?: "nothing" | "credited" | undefined;
}

/**
 * The id by which `explainFigure` tells how a figure of a simulation came about; it holds seed and runs, so that the same
 * id has the same answer.
 *
 * @example
 * caseSimulationFigureId({ caseId, number: 2, scenario: 0, basis: "cash", seed: 7, runs: 10_000, measure: "worth", statistic: "p10" })
 * // "case/…/2/simulation/0/cash/7/10000/worth/p10"
 */
export function caseSimulationFigureId(figure: CaseSimulationFigure): string {
  const { caseId, number, scenario, basis, seed, runs, measure, statistic, unsignedEstimates } = figure;
  const place = typeof statistic === "string" ? [statistic] : [statistic.phase, statistic.position];
  const estimates = unsignedEstimates === "credited" ? [unsignedEstimates] : [];
  const asked = [scenario, basis, seed, runs, measure];
  return ["case", caseId, number, "simulation", ...asked, ...place, ...estimates].join("/");
}

/** The most runs that are drawn for one figure, as for a simulation. */
const mostRuns = 100_000;
const largestSeed = 4_294_967_295;

/** The figure of an id; undefined where it is none of a simulation. */
export function readCaseSimulationFigureId(figureId: string): CaseSimulationFigure | undefined {
  const parts = figureId.split("/");
  const [subject, caseId = "", number, simulation, scenario, on, seed, runs, of, ...rest] = parts;
  if (subject !== "case" || simulation !== "simulation") return undefined;
  const basis = bases.find((one) => one === on);
  const measure = measures.find((one) => one === of);
  const [statistic, more] = statisticOf(rest);
  const isCredited = more.length === 1 && more[0] === "credited";
  if (basis === undefined || measure === undefined || statistic === undefined) return undefined;
  if (more.length > 0 && !isCredited) return undefined;
  if (![number, scenario].every((text) => /^\d{1,6}$/.test(text ?? ""))) return undefined;
  if (!isWhole(seed, 0, largestSeed) || !isWhole(runs, 2, mostRuns)) return undefined;
  return {
    caseId,
    number: Number(number),
    scenario: Number(scenario),
    basis,
    seed: Number(seed),
    runs: Number(runs),
    measure,
    statistic,
    ...(isCredited && { unsignedEstimates: "credited" as const }),
  };
}

function statisticOf([first, second, ...others]: readonly string[]): [
  statistic: CaseSimulationFigure["statistic"] | undefined,
  more: readonly string[],
] {
  const summary = summaries.find((one) => one === first);
  if (summary !== undefined) return [summary, second === undefined ? [] : [second, ...others]];
  const phase = phases.find((one) => one === first);
  const position = positions.find((one) => one === second);
  return phase === undefined || position === undefined ? [undefined, []] : [{ phase, position }, others];
}

function isWhole(text: string | undefined, least: number, most: number): boolean {
  return text !== undefined && /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most;
}
