import { localLevelEffect } from "@liftledger/baselines/local-level-effect";
import { mixtureCounterfactual } from "@liftledger/baselines/mixture-counterfactual";
import { makeControlledSeries, PRE_WEEKS } from "./lift-series.ts";
import { runPython, type PythonRival } from "./python-rival.ts";

const SERIES = 40;
const LEVEL = 0.8;

type Series = { pre: number[]; post: number[]; controls: [{ pre: number[]; post: number[] }] };

/** What either side says of one series: how long it took, and the total expected without the initiative. */
type Found = { milliseconds: number; expectedTotal: number };

const statsmodels: PythonRival = {
  modules: ["statsmodels.api", "numpy"],
  packages: ["python3-statsmodels"],
  program: `
import json, sys, time, warnings
import numpy as np
import statsmodels.api as sm
warnings.simplefilter("ignore")

def lift(series):
    control = series["controls"][0]
    model = sm.tsa.UnobservedComponents(np.array(series["pre"]), level="llevel", exog=np.array(control["pre"]), use_exact_diffuse=True)
    forecast = model.fit(disp=0).get_forecast(len(series["post"]), exog=np.array(control["post"]))
    forecast.conf_int(alpha=0.2)
    return float(forecast.predicted_mean.sum())

found = []
for series in json.load(sys.stdin):
    began = time.perf_counter()
    total = lift(series)
    found.append({"milliseconds": 1000 * (time.perf_counter() - began), "expectedTotal": total})
json.dump(found, sys.stdout)
`,
};

/**
 * Lift of series with one control, 104 weeks before and 52 after: the mixture baseline with the interval of
 * the total, which averages over 65 shapes of noise, against statsmodels' local level with regression, which
 * fits one. Beside them our own local level by the same likelihood; its expected totals must agree with
 * statsmodels' where its optimiser found the top.
 */
export function compareWithStatsmodels(): void {
  const all = Array.from({ length: SERIES }, (_, i) => splitSeries(i + 1));
  const mixture = measure(all, (series) => {
    const lift = mixtureCounterfactual(series);
    if (lift.kind === "refused") throw new Error(lift.reason);
    lift.effectTotalInterval(LEVEL);
    return lift.expectedTotal;
  });
  const local = measure(all, localLevelTotal);
  console.log(`\nLift with one control series, ${SERIES} series of 156 weeks, medians`);
  const rival = runPython<Found[]>(statsmodels, all);
  if (rival.kind === "not-installed") {
    console.log(`statsmodels: ${rival.advice}`);
    console.table([row("mixture baseline", mixture), row("local level, REML", local)]);
    return;
  }
  const theirs = rival.answer;
  console.table([
    row("mixture baseline", mixture, theirs),
    row("local level, REML", local, theirs),
    row("statsmodels, local level", theirs, theirs),
  ]);
  console.log(
    `expected totals against statsmodels, median difference: ${agreement(all, local, theirs)} of our local level,`,
  );
  console.log(`  ${agreement(all, mixture, theirs)} of the mixture, in half-widths of its 80 % interval`);
}

function splitSeries(seed: number): Series {
  const { y, control } = makeControlledSeries(seed);
  const controls: Series["controls"] = [{ pre: control.slice(0, PRE_WEEKS), post: control.slice(PRE_WEEKS) }];
  return { pre: y.slice(0, PRE_WEEKS), post: y.slice(PRE_WEEKS), controls };
}

function localLevelTotal({ pre, post, controls: [control] }: Series): number {
  const designPre = control.pre.map((value) => [1, value]);
  const designPost = control.post.map((value) => [1, value]);
  const effect = localLevelEffect({ pre, post, designPre, designPost, level: LEVEL });
  if (effect.kind === "refused") throw new Error(effect.reason);
  return effect.expectedMean * post.length;
}

function measure(all: readonly Series[], expectedTotalOf: (series: Series) => number): Found[] {
  // Once unmeasured, until the compiler has seen it all.
  for (const series of all) expectedTotalOf(series);
  return all.map((series) => {
    const began = performance.now();
    const expectedTotal = expectedTotalOf(series);
    return { milliseconds: performance.now() - began, expectedTotal };
  });
}

function row(name: string, found: readonly Found[], theirs?: readonly Found[]): Record<string, string> {
  const own = median(found.map(({ milliseconds }) => milliseconds));
  const ratio = theirs && median(theirs.map(({ milliseconds }) => milliseconds)) / own;
  return {
    method: name,
    "ms a series": own.toFixed(3),
    ...(ratio !== undefined && { "times faster than statsmodels": ratio.toFixed(1) }),
  };
}

/** Differences of expected totals are measured against how sure the mixture is of them. */
function agreement(all: readonly Series[], ours: readonly Found[], theirs: readonly Found[]): string {
  const shares = all.map((series, i) => {
    const lift = mixtureCounterfactual(series);
    if (lift.kind === "refused") throw new Error(lift.reason);
    const { low, high } = lift.expectedTotalInterval(LEVEL);
    const difference = (ours[i]?.expectedTotal ?? Number.NaN) - (theirs[i]?.expectedTotal ?? Number.NaN);
    return (2 * Math.abs(difference)) / (high - low);
  });
  return median(shares).toFixed(4);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
