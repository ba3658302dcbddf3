import type { Decimal } from "decimal.js";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import { Precise, readAmount, sumPrecise, writeAmount, type Amount } from "./amount.ts";
import { DEFAULT_TIMING, type FlowTiming, type PeriodType } from "./cash-flow.ts";
import { drawCorrelatedScores } from "./correlated-scores.ts";
import { periodRate } from "./discount-rate.ts";
import { presentValues } from "./net-present-value.ts";
import { histogramOf, type HistogramBin } from "./histogram.ts";
import { createNormalScores, type EstimateShape } from "./normal-scores.ts";
import { countBelow, summariseSorted, type SampleSummary } from "./sample-summary.ts";
import { readThreePoint, type ThreePoint } from "./three-point.ts";

/** A line of a case with how uncertain it is. */
export type UncertainLine = {
  readonly name: string;
  readonly kind: "benefit" | "cost";
  /** Its base flows, one a period, exact; costs gross. */
  readonly amounts: readonly Amount[];
  /** What the flows are multiplied by, drawn once a run: 0.8, 1, 1.3. PERT unless told; left out: certain. */
  readonly factor?: ThreePoint & EstimateShape;
};

export type SimulatedCase = {
  readonly lines: readonly UncertainLine[];
  readonly annualRate: Amount;
  /** How long a period is; a year unless told. */
  readonly period?: PeriodType;
  readonly timing?: FlowTiming;
  /** A whole number: the same seed gives the same answer. */
  readonly seed: number;
  /** From 2 to 1,000,000; 10,000 unless told. */
  readonly runs?: number;
  /** Between the lines, in their order; independent unless told. Of the normal scores of the draws. */
  readonly correlations?: readonly (readonly number[])[];
  /** `roi_net`, benefits over costs less one, undiscounted, unless told; or `roi_net_pv`, NPV over PV of costs. */
  readonly roiBasis?: "roi_net" | "roi_net_pv";
  readonly band?: RoiBand;
  /** Further ones, each with a name of its own: those of all phases at once. */
  readonly bands?: readonly (RoiBand & { readonly name: string })[];
};

/** ROI from the floor up to, not including, the ceiling; null where it is open. */
type RoiBand = { readonly floor: number; readonly ceiling: number | null };

/** Chances to lie below a band, in it and above it; they add up to 1. */
type BandChances = { readonly below: number; readonly within: number; readonly above: number };

type RoiSummary = SampleSummary & {
  readonly kind: "value";
  readonly basis: "roi_net" | "roi_net_pv";
  /** Null without a band. */
  readonly band: BandChances | null;
  /** Of the named bands, in their order. */
  readonly bands: readonly (BandChances & { readonly name: string })[];
  /** With the edges of all bands between bins. */
  readonly histogram: readonly HistogramBin[];
};

export type CaseSimulation =
  | {
      readonly kind: "simulation";
      readonly seed: number;
      readonly runs: number;
      /** What is known without chance: all factors at 1, exact. */
      readonly baseNetPresentValue: string;
      readonly netPresentValue: SampleSummary & { readonly histogram: readonly HistogramBin[] };
      /** Benefits less costs, undiscounted. */
      readonly netBenefit: SampleSummary;
      readonly roi: RoiSummary | { readonly kind: "no-value"; readonly reason: string };
    }
  | { readonly kind: "no-simulation"; readonly reason: string };

/**
 * How a case may turn out: in each run every line is multiplied by one draw from its estimate, so that all its
 * periods move together, and the case is worked out anew. Base flows are summed and discounted exactly; the
 * runs are doubles. Lines are independent unless correlations are given (Gaussian copula: they are those of
 * the normal scores; between PERT draws they come out slightly smaller). Correlations no lines can have
 * are the answer "no-simulation". In-band and loss are shares of the runs, good to about 1/√runs.
 *
 * Throws a RangeError on a negative cost, on a cost that may be multiplied by less than 0, on an estimate out
 * of order, on a seed or number of runs that is not whole, and on a malformed matrix.
 */
export function simulateCase(input: SimulatedCase): CaseSimulation {
  const { lines, seed, correlations, roiBasis = "roi_net", band, bands = [] } = input;
  const runs = requireRuns(input.runs ?? 10_000);
  const prepared = prepareLines(input);
  const names = lines.map(({ name }) => name);
  const random = seededRandom(seed);
  const drawn = drawCorrelatedScores({ names, runs, random, ...(correlations && { correlations }) });
  if (drawn.kind === "impossible") return { kind: "no-simulation", reason: drawn.reason };
  const totals = newTotals(runs);
  prepared.forEach((line, index) => {
    const scores = drawn.scores[index];
    if (scores !== undefined) addLine(line.kind === "benefit" ? totals.benefits : totals.costs, line, scores);
  });
  const { netBenefit, netPresentValue, roi, runsWithoutCost } = figuresOf(totals, roiBasis);
  const net = prepared.map(({ kind, presentValue }) =>
    kind === "cost" ? presentValue.negated() : presentValue,
  );
  const present = sortInPlace(netPresentValue);
  return {
    kind: "simulation",
    seed,
    runs,
    baseNetPresentValue: writeAmount(sumPrecise(net)),
    netPresentValue: { ...summariseSorted(present), histogram: histogramOf(present) },
    netBenefit: summariseSorted(sortInPlace(netBenefit)),
    roi: summariseRoi(sortInPlace(roi), { basis: roiBasis, runsWithoutCost, band, bands }),
  };
}

/** Beyond it sums and products of draws might be no doubles. */
const largestAmount = 1e100;

/** A line's flows summed, plain and discounted, and what they are multiplied by at a normal score. */
type PreparedLine = {
  readonly kind: UncertainLine["kind"];
  readonly total: Decimal;
  readonly presentValue: Decimal;
  readonly value: (score: number) => number;
};

function prepareLines(input: SimulatedCase): PreparedLine[] {
  const { lines, annualRate, period = "year", timing = DEFAULT_TIMING } = input;
  const columns = Math.max(0, ...lines.map(({ amounts }) => amounts.length));
  const ones = Array.from({ length: columns }, () => new Precise(1));
  const factors = presentValues(periodRate(annualRate, period), ones, timing);
  return lines.map((line) => {
    const { name, kind, amounts } = line;
    const flows = amounts.map((amount) => readAmount(amount));
    if (kind === "cost" && flows.some((flow) => flow.lessThan(0))) {
      throw new RangeError(`"${name}" holds a cost below 0: costs are gross, and a saving is a benefit`);
    }
    const present = flows.map((flow, column) => flow.times(factors[column] ?? 1));
    if ([...flows, ...present].some((flow) => flow.abs().greaterThan(largestAmount))) {
      throw new RangeError(`"${name}" holds an amount too large to simulate`);
    }
    return { kind, total: sumPrecise(flows), presentValue: sumPrecise(present), value: valueOf(line) };
  });
}

function valueOf({ name, kind, factor }: UncertainLine): (score: number) => number {
  if (factor === undefined) return () => 1;
  if (kind === "cost" && readThreePoint(factor).min < 0) {
    throw new RangeError(`"${name}" is a cost: it cannot be multiplied by less than 0`);
  }
  return createNormalScores(factor);
}

/** For each run the sum of one side, plain and discounted. */
type SideTotals = { readonly plain: Float64Array; readonly discounted: Float64Array };
type Totals = { readonly benefits: SideTotals; readonly costs: SideTotals };

function newTotals(runs: number): Totals {
  const side = (): SideTotals => ({ plain: new Float64Array(runs), discounted: new Float64Array(runs) });
  return { benefits: side(), costs: side() };
}

function addLine({ plain, discounted }: SideTotals, line: PreparedLine, scores: Float64Array): void {
  const { value } = line;
  const [total, presentValue] = [line.total.toNumber(), line.presentValue.toNumber()];
  for (let run = 0; run < scores.length; run += 1) {
    const factor = value(scores[run] as number);
    plain[run] = (plain[run] as number) + factor * total;
    discounted[run] = (discounted[run] as number) + factor * presentValue;
  }
}

/** The figures of each run, written over the sums they are made of: a run needs those no more. */
function figuresOf({ benefits, costs }: Totals, basis: RoiSummary["basis"]) {
  const runs = costs.plain.length;
  const [netBenefit, netPresentValue] = [benefits.plain, benefits.discounted];
  const roi = basis === "roi_net" ? costs.plain : costs.discounted;
  const gain = basis === "roi_net" ? netBenefit : netPresentValue;
  let runsWithoutCost = 0;
  for (let run = 0; run < runs; run += 1) {
    netBenefit[run] = (netBenefit[run] as number) - (costs.plain[run] as number);
    netPresentValue[run] = (netPresentValue[run] as number) - (costs.discounted[run] as number);
    const spent = roi[run] as number;
    roi[run] = (gain[run] as number) / spent;
    // Over a cost of 0, which is never below it, or one so near to it that the ratio is no double.
    if (!Number.isFinite(roi[run])) runsWithoutCost += 1;
  }
  return { netBenefit, netPresentValue, roi, runsWithoutCost };
}

function summariseRoi(
  sorted: Float64Array,
  {
    basis,
    runsWithoutCost,
    band,
    bands,
  }: Required<Pick<SimulatedCase, "bands">> & {
    basis: RoiSummary["basis"];
    runsWithoutCost: number;
    band: RoiBand | undefined;
  },
): RoiSummary | { readonly kind: "no-value"; readonly reason: string } {
  if (runsWithoutCost > 0) {
    const where =
      runsWithoutCost === sorted.length ? "any run" : `${runsWithoutCost} of ${sorted.length} runs`;
    return { kind: "no-value", reason: `There is no cost in ${where}, so there is no return on cost.` };
  }
  return {
    kind: "value",
    basis,
    ...summariseSorted(sorted),
    band: band === undefined ? null : bandChances(sorted, band),
    bands: bands.map(({ name, ...named }) => ({ name, ...bandChances(sorted, named) })),
    histogram: histogramOf(sorted, edgesOf(band === undefined ? bands : [band, ...bands])),
  };
}

function edgesOf(bands: readonly RoiBand[]): readonly number[] {
  return bands.flatMap(({ floor, ceiling }) => (ceiling === null ? [floor] : [floor, ceiling]));
}

function bandChances(sorted: Float64Array, { floor, ceiling }: RoiBand): BandChances {
  const runs = sorted.length;
  const below = countBelow(sorted, floor);
  const belowCeiling = ceiling === null ? runs : countBelow(sorted, ceiling);
  return {
    below: below / runs,
    within: (belowCeiling - below) / runs,
    above: (runs - belowCeiling) / runs,
  };
}

function sortInPlace(runs: Float64Array): Float64Array {
  // oxlint-disable-next-line unicorn/no-array-sort -- nobody else holds these; a copy of each figure costs time
  return runs.sort();
}

function requireRuns(runs: number): number {
  if (!Number.isInteger(runs) || runs < 2 || runs > 1_000_000) {
    throw new RangeError(`A simulation has from 2 to 1,000,000 runs, not ${runs}`);
  }
  return runs;
}
