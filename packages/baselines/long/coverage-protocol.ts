import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom, type Random } from "@liftledger/numerics/seeded-random";
import { designRows, FLAT_DESIGN } from "../src/baseline-design.ts";
import { fitMixtureBaseline } from "../src/mixture-baseline.ts";
import { forecastTotal } from "../src/mixture-forecast.ts";
import { mixtureInterval } from "../src/student-mixture.ts";

/**
 * Does a 95 % interval hold the truth 95 times in 100? Simulates weeks in which nothing happened, for each
 * cell of the coverage protocol (how many weeks before and after, which kind of noise), and counts how
 * often the interval of the mean weekly effect holds zero. A cell fails when that is rarer than the protocol
 * asks, or when the intervals are wider than it allows. Run by `npm run test:long`.
 */

type Cell = {
  readonly n_pre: number;
  readonly n_post: number;
  readonly dgp: string;
  readonly accept_min_coverage: number;
  readonly accept_max_median_halfwidth: number;
};

type Result = { readonly coverage: number; readonly medianHalfWidth: number };

const LEVEL = 0.95;
const SEED = 20_240_501;
const protocolFile = join(
  import.meta.dirname,
  "../../../../shared/reference/statistics/coverage_protocol.json",
);

/** Series of weeks without any effect, by the protocol's names. */
const simulations: Record<string, (weeks: number, random: Random) => number[]> = {
  iid: (weeks, random) => Array.from({ length: weeks }, () => random.normal()),
  "ar0.5": (weeks, random) => autoregressive(weeks, 0.5, random),
  "llevel0.3": (weeks, random) => {
    let level = 0;
    return Array.from({ length: weeks }, () => (level += 0.3 * random.normal()) + random.normal());
  },
  "trend+ar0.5": (weeks, random) =>
    autoregressive(weeks, 0.5, random).map((value, week) => value + 0.05 * week),
};

/** Stationary AR(1) with standard deviation 1. */
function autoregressive(weeks: number, rho: number, random: Random): number[] {
  let value = random.normal();
  return Array.from({ length: weeks }, (_, week) => {
    if (week > 0) value = rho * value + Math.sqrt(1 - rho * rho) * random.normal();
    return value;
  });
}

function simulateCell({ n_pre, n_post, dgp }: Cell, replications: number): Result {
  const simulate = simulations[dgp];
  if (simulate === undefined) throw new Error(`the protocol asks for "${dgp}", which is not simulated here`);
  const random = seededRandom(SEED);
  const times = Array.from({ length: n_pre + n_post }, (_, week) => week);
  const design = designRows(FLAT_DESIGN, times);
  const pre = { times: times.slice(0, n_pre), design: design.slice(0, n_pre) };
  const post = { times: times.slice(n_pre), design: design.slice(n_pre) };
  let holding = 0;
  const halfWidths: number[] = [];
  for (let replication = 0; replication < replications; replication += 1) {
    const series = simulate(n_pre + n_post, random);
    const baseline = fitMixtureBaseline({ ...pre, y: series.slice(0, n_pre) });
    const { low, high } = mixtureInterval(forecastTotal(baseline, post), LEVEL);
    const actual = series.slice(n_pre).reduce((sum, value) => sum + value, 0);
    if (low <= actual && actual <= high) holding += 1;
    halfWidths.push((high - low) / 2 / n_post);
  }
  return { coverage: holding / replications, medianHalfWidth: median(halfWidths) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
}

function tableLine(cells: readonly string[]): string {
  const [before = "", after = "", noise = "", ...figures] = cells;
  const columns = [before.padStart(6), after.padStart(6), ` ${noise.padEnd(12)}`];
  return `${[...columns, ...figures.map((figure) => figure.padStart(11))].join("")}\n`;
}

function runProtocol(): number {
  const { nsim, cells } = JSON.parse(readFileSync(protocolFile, "utf8")) as { nsim: number; cells: Cell[] };
  process.stdout.write(
    `Coverage of the ${LEVEL * 100} % interval when nothing happened, ${nsim} replications\n`,
  );
  process.stdout.write(
    tableLine(["before", "after", "noise", "coverage", "minimum", "half-width", "maximum"]),
  );
  let failed = 0;
  for (const cell of cells) {
    const { coverage, medianHalfWidth } = simulateCell(cell, nsim);
    const passes =
      coverage >= cell.accept_min_coverage && medianHalfWidth <= cell.accept_max_median_halfwidth;
    if (!passes) failed += 1;
    const figures = [coverage, cell.accept_min_coverage, medianHalfWidth, cell.accept_max_median_halfwidth];
    const text = figures.map((figure) => figure.toFixed(3));
    process.stdout.write(
      tableLine([String(cell.n_pre), String(cell.n_post), cell.dgp, ...text, passes ? "" : "failed"]),
    );
  }
  process.stdout.write(`${cells.length - failed} of ${cells.length} cells hold\n`);
  return failed;
}

if (!existsSync(protocolFile)) {
  process.stdout.write("Skipped: shared/reference/statistics/coverage_protocol.json is not there.\n");
} else if (runProtocol() > 0) {
  process.exitCode = 1;
}
