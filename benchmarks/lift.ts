import {
  designRows,
  FLAT_DESIGN,
  YEARLY_SEASON,
  type BaselineDesign,
} from "@liftledger/baselines/baseline-design";
import { ratioLift } from "@liftledger/baselines/ratio-lift";
import { pooledTotals, type RatioPoint } from "@liftledger/baselines/ratio-point";
import {
  mixtureInterval,
  scaleMixture,
  shiftMixture,
  type Interval,
  type StudentMixture,
} from "@liftledger/baselines/student-mixture";
import { denseForecastTotal, type DenseProblem } from "./dense-mixture-baseline.ts";
import { compareWithStatsmodels } from "./lift-against-statsmodels.ts";
import { measureInBulk } from "./lift-in-bulk.ts";
import { makeSeries, POST_WEEKS, PRE_WEEKS } from "./lift-series.ts";
import { matrixForecastTotal } from "./matrix-mixture-baseline.ts";

const LEVEL = 0.8;
const GOAL_RATIO = 100;
const GOAL_MILLISECONDS = 2;
const ROUNDS = 18;
/** Rounds at the beginning in which the compiler still warms up, not counted. */
const WARMING_ROUNDS = 5;

/** Ways to compute the same distribution with full matrices. */
const rivals = [
  { name: "dense, ml-matrix", forecastTotal: matrixForecastTotal },
  { name: "dense, tuned by hand", forecastTotal: denseForecastTotal },
];

/**
 * Lift of one series, 104 weeks before and 52 after: `ratioLift` with the 80 % interval of its total
 * against the same formula with full matrices, once as it is written with a matrix library and once tuned
 * by hand, where only the weighted total is formed. All are given the same points and must return the
 * same interval; `ratioLift` also gives every week. Then statsmodels, and many series one after another.
 */
async function run(): Promise<void> {
  const series = makeSeries(20_240_501);
  console.log(`Lift of one series: ${PRE_WEEKS} weeks before, ${POST_WEEKS} after, medians`);
  console.table([...compare("flat", FLAT_DESIGN, series), ...compare("season", YEARLY_SEASON, series)]);
  console.log(`goal: ratioLift at least ${GOAL_RATIO} times faster, and at most ${GOAL_MILLISECONDS} ms`);
  compareWithStatsmodels();
  measureInBulk();
}

function compare(name: string, design: BaselineDesign, series: RatioPoint[]): Record<string, string>[] {
  const structured = (): Interval => structuredInterval(design, series);
  const ours: number[] = [];
  const sides = rivals.map((rival) => {
    const interval = (): Interval => denseInterval(rival.forecastTotal, design, series);
    checkEqual(structured(), interval());
    return { name: rival.name, interval, times: [] as number[] };
  });
  // Taken in turns, so that a busy moment of the machine falls on all.
  for (let round = 0; round < ROUNDS; round += 1) {
    const isCounted = round >= WARMING_ROUNDS;
    for (let repeat = 0; repeat < 20; repeat += 1) {
      const time = milliseconds(structured);
      if (isCounted) ours.push(time);
    }
    for (const side of sides) {
      const time = milliseconds(side.interval);
      if (isCounted) side.times.push(time);
    }
  }
  return sides.map((side) => tableRow(name, median(ours), side.name, median(side.times)));
}

function tableRow(design: string, ours: number, rival: string, theirs: number): Record<string, string> {
  const ratio = theirs / ours;
  return {
    design,
    "ratioLift ms": ours.toFixed(3),
    rival,
    "rival ms": theirs.toFixed(2),
    "times faster": ratio.toFixed(0),
    goal: ratio >= GOAL_RATIO && ours <= GOAL_MILLISECONDS ? "reached" : "missed",
  };
}

function structuredInterval(design: BaselineDesign, series: RatioPoint[]): Interval {
  const lift = ratioLift({
    pre: series.slice(0, PRE_WEEKS),
    post: series.slice(PRE_WEEKS),
    direction: 1,
    design,
  });
  if (lift.kind !== "interval") throw new Error(`no interval: ${lift.kind}`);
  return mixtureInterval(lift.incrementalUnitsDistribution(), LEVEL);
}

function denseInterval(
  forecastTotal: (problem: DenseProblem) => StudentMixture,
  design: BaselineDesign,
  series: RatioPoint[],
): Interval {
  const pre = series.slice(0, PRE_WEEKS);
  const post = series.slice(PRE_WEEKS);
  const before = pooledTotals(pre);
  const after = pooledTotals(post);
  const baselineRatio = before.numerator / before.denominator;
  const meanDenominator = before.denominator / PRE_WEEKS;
  const rows = designRows(
    design,
    series.map(({ index }) => index),
  );
  const total = forecastTotal({
    y: Float64Array.from(pre, (p) => (p.numerator - baselineRatio * p.denominator) / meanDenominator),
    design: Float64Array.from(rows.slice(0, PRE_WEEKS).flat()),
    columnCount: rows[0]?.length ?? 0,
    futureDesign: Float64Array.from(rows.slice(PRE_WEEKS).flat()),
    weights: Float64Array.from(post, ({ denominator }) => denominator),
  });
  const expected = shiftMixture(total, baselineRatio * after.denominator - after.numerator);
  return mixtureInterval(scaleMixture(expected, -1), LEVEL);
}

function checkEqual(a: Interval, b: Interval): void {
  const width = a.high - a.low;
  if (Math.abs(a.low - b.low) > 1e-6 * width || Math.abs(a.high - b.high) > 1e-6 * width) {
    throw new Error(`the two ways disagree: ${a.low} to ${a.high} and ${b.low} to ${b.high}`);
  }
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

if (import.meta.main) await run();
