import { simulateCase, type CaseSimulation, type UncertainLine } from "@liftledger/finance/monte-carlo";
import { bandsOf, type BenchmarkSet } from "../benchmark-set.ts";
import { phases, type Phase } from "../phase.ts";
import { caseLines, type UnsignedEstimates } from "./case-lines.ts";
import type { CasePlan, PlanScenario } from "./case-plan.ts";
import { countsIn, type CaseBasis } from "./case-totals.ts";
import { planLines } from "./plan-line.ts";

/** How a case is simulated; everything left out is as the pages have it. */
export interface CaseSimulationRequest {
  /** The same seed gives the same answer. */
  seed: number;
  /** From 2 to 1,000,000; 10,000 unless told. */
  runs?: number;
  scenario?: Pick<PlanScenario, "changes"> | null;
  basis?: CaseBasis;
  unsignedEstimates?: UnsignedEstimates;
  /** The organisation's own bands; the published ones unless told. */
  benchmarks?: BenchmarkSet | undefined;
}

/**
 * How a case may turn out over many runs: in each, every line is multiplied by one draw from its estimate, so that its
 * periods move together. P10, P50 and P90 of net present value, net benefit and net ROI, the chance of a loss, and the
 * chance to lie below, in and above the band of each phase. On amounts before the risk of lines: an estimate and a risk
 * adjustment allow for the same. Lines are drawn in the order of their ids, so that their order on the page is no
 * matter. A line without a value gives no simulation, which names it.
 */
export function caseSimulation(plan: CasePlan, request: CaseSimulationRequest): CaseSimulation {
  const { seed, runs = 10_000, scenario = null, basis = "cash", unsignedEstimates, benchmarks } = request;
  const counted = caseLines(plan, scenario, unsignedEstimates).filter((line) => countsIn(basis, line));
  const missing = counted.flatMap((line) => (line.missing === null ? [] : [line.missing.reason]));
  if (missing.length > 0) return { kind: "no-simulation", reason: missing.join(" ") };
  const estimates = new Map(planLines(plan).map(({ id, estimate }) => [id, estimate]));
  const lines = counted
    .toSorted((one, other) => (one.lineId < other.lineId ? -1 : 1))
    .map(({ lineId, kind, credited }): UncertainLine => {
      const estimate = estimates.get(lineId);
      const amounts = credited.map((amount) => amount ?? "0");
      if (estimate === undefined || estimate.kind === "point") return { name: lineId, kind, amounts };
      const { low: min, mode, high: max, kind: shape } = estimate;
      return { name: lineId, kind, amounts, factor: { min, mode, max, shape } };
    });
  const correlations = correlationMatrix(plan, lines);
  return simulateCase({
    lines,
    annualRate: plan.discountRate.annual,
    period: plan.period,
    timing: plan.timing,
    seed,
    runs,
    ...(correlations !== null && { correlations }),
    bands: comparableBands(benchmarks),
  });
}

/** The bands of the phases that have one and may be held against cumulative net ROI. */
export function comparableBands(
  benchmarks: BenchmarkSet | undefined,
): readonly { name: Phase; floor: number; ceiling: number | null }[] {
  const bandFor = bandsOf(benchmarks);
  return phases.flatMap((phase) => {
    const band = bandFor(phase);
    if (band === null || typeof band.notComparable === "string") return [];
    return [{ name: phase, floor: band.floor, ceiling: band.ceiling }];
  });
}

/** Between the lines in their order; null where none is stated, which leaves them independent. */
export function correlationMatrix(
  { correlations }: CasePlan,
  lines: readonly Pick<UncertainLine, "name">[],
): readonly (readonly number[])[] | null {
  if (correlations.length === 0) return null;
  const between = (one: string, other: string) =>
    correlations.find(({ lines: pair }) => pair.includes(one) && pair.includes(other))?.coefficient ?? "0";
  return lines.map(({ name: one }, row) =>
    lines.map(({ name: other }, column) => (row === column ? 1 : Number(between(one, other)))),
  );
}
