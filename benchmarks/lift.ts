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
} from "@liftledger/baselines/student-mixture";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import { denseForecastTotal } from "./dense-mixture-baseline.ts";

const PRE_WEEKS = 104;
const POST_WEEKS = 52;
const LEVEL = 0.8;
const GOAL_RATIO = 100;
const GOAL_MILLISECONDS = 2;

/**
 * Lift of one series, 104 weeks before and 52 after: `ratioLift` with the 80 % interval of its total
 * against the same formula with full matrices. Both are given the same points and must return the same
 * interval; the dense side computes the total alone, while `ratioLift` also gives every week.
 */
export async function run(): Promise<void> {
  const series = makeSeries();
  const rows = [compare("flat", FLAT_DESIGN, series), compare("season, 5 columns", YEARLY_SEASON, series)];
  console.log(`lift of one series: ${PRE_WEEKS} weeks before, ${POST_WEEKS} after, medians`);
  console.table(rows);
  console.log(`goal: at least ${GOAL_RATIO} times faster, at most ${GOAL_MILLISECONDS} ms`);
}

function compare(name: string, design: BaselineDesign, series: RatioPoint[]): Record<string, string> {
  const structured = (): Interval => structuredInterval(design, series);
  const dense = (): Interval => denseInterval(design, series);
  checkEqual(structured(), dense());
  // Taken in turns, so that a busy moment of the machine falls on both.
  const structuredTimes: number[] = [];
  const denseTimes: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    for (let repeat = 0; repeat < 20; repeat += 1) structuredTimes.push(milliseconds(structured));
    denseTimes.push(milliseconds(dense));
  }
  const fast = median(structuredTimes.slice(200));
  const slow = median(denseTimes.slice(10));
  return {
    design: name,
    "ratioLift ms": fast.toFixed(3),
    "dense ms": slow.toFixed(2),
    "times faster": (slow / fast).toFixed(0),
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

function denseInterval(design: BaselineDesign, series: RatioPoint[]): Interval {
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
  const total = denseForecastTotal({
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

/** A weekly conversion rate with a season and noise that lingers. */
function makeSeries(): RatioPoint[] {
  const random = seededRandom(20_240_501);
  let lingering = 0;
  return Array.from({ length: PRE_WEEKS + POST_WEEKS }, (_, index) => {
    lingering = 0.5 * lingering + 0.002 * random.normal();
    const season = 0.004 * Math.sin((2 * Math.PI * index) / 52.18);
    const denominator = Math.round(20_000 + 2_000 * random.normal());
    const ratio = 0.03 + season + lingering + 0.001 * random.normal();
    return { index, numerator: Math.round(denominator * ratio), denominator };
  });
}

if (import.meta.main) await run();
