import {
  simulateCase,
  type CaseSimulation,
  type SimulatedCase,
  type UncertainLine,
} from "@liftledger/finance/monte-carlo";
import { runPython } from "./python-rival.ts";

const RUNS = 10_000;
const MONTHS = 36;
const ROUNDS = 25;
/** Rounds at the beginning in which the compiler still warms up, not counted. */
const WARMING_ROUNDS = 10;

/** Two ways to write the same simulation in numpy; both draw once a line and a run. */
const program = `
import json, statistics, sys, time
import numpy as np

case = json.load(sys.stdin)
base = np.array(case["amounts"])
sign = np.array(case["signs"])
low, mode, high = (np.array(column) for column in zip(*case["factors"]))
runs = case["runs"]
rate = (1 + case["annualRate"]) ** (1 / 12) - 1
discount = (1 + rate) ** -np.arange(base.shape[1])

def draws(rng):
    width = high - low
    return low + width * rng.beta(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, size=(runs, len(sign)))

def every_month(rng):
    flows = draws(rng)[:, :, None] * base[None]
    npv = (flows * sign[None, :, None]).sum(1) @ discount
    totals = flows.sum(2)
    return npv, totals[:, sign > 0].sum(1), totals[:, sign < 0].sum(1)

def summed_first(rng):
    drawn = draws(rng)
    totals = drawn * base.sum(1)
    return drawn @ (sign * (base @ discount)), totals[:, sign > 0].sum(1), totals[:, sign < 0].sum(1)

def summary(values):
    return [values.mean(), values.std(ddof=1) / len(values) ** 0.5, *np.percentile(values, [10, 50, 90]), (values < 0).mean()]

def simulate(method):
    npv, benefit, cost = method(np.random.default_rng(case["seed"]))
    return [summary(values) for values in (npv, benefit - cost, benefit / cost - 1)]

answer = []
for method in (every_month, summed_first):
    times = []
    for _ in range(${ROUNDS}):
        start = time.perf_counter()
        summaries = simulate(method)
        times.append((time.perf_counter() - start) * 1000)
    answer.append({"milliseconds": statistics.median(times), "npv": summaries[0], "roi": summaries[2]})
print(json.dumps(answer))
`;

type NumpyAnswer = {
  readonly milliseconds: number;
  readonly npv: readonly number[];
  readonly roi: readonly number[];
};

/**
 * 10,000 runs of a case of 5 lines over 36 months, PERT, one draw a line a run: net present value, net benefit
 * and ROI of each run, their mean, standard error, percentiles and chance of a loss. Ours also discounts
 * the base flows exactly, in decimals; numpy takes doubles and one thread.
 */
function run(): void {
  const input = makeCase();
  const start = performance.now();
  const first = simulateCase(input);
  const firstTime = performance.now() - start;
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    simulateCase(input);
    return performance.now() - begun;
  });
  const ours = median(times.slice(WARMING_ROUNDS));
  const numpy = runPython<NumpyAnswer[]>(
    { modules: ["numpy"], packages: ["python3-numpy"], program },
    {
      amounts: input.lines.map(({ amounts }) => amounts.map(Number)),
      signs: input.lines.map(({ kind }) => (kind === "benefit" ? 1 : -1)),
      factors: input.lines.map(({ factor }) => [factor?.min, factor?.mode, factor?.max].map(Number)),
      annualRate: Number(input.annualRate),
      seed: input.seed,
      runs: RUNS,
    },
  );
  console.log(
    `${RUNS} runs, ${input.lines.length} lines × ${MONTHS} months, one thread, medians of ${ROUNDS}`,
  );
  console.table([
    { side: "simulateCase", ms: ours.toFixed(1), "times ours": "1.00" },
    { side: "simulateCase, first call of the process", ms: firstTime.toFixed(1) },
    ...rowsOf(numpy.kind === "answer" ? numpy.answer : [], ours, first),
  ]);
  if (numpy.kind === "not-installed") {
    console.log(numpy.advice);
    return;
  }
  const rival = numpy.answer[0]?.milliseconds ?? Number.NaN;
  console.log(
    `goal: not slower than numpy with every month of every run: ${ours <= rival ? "reached" : "missed"}`,
  );
}

function rowsOf(answers: readonly NumpyAnswer[], ours: number, result: CaseSimulation): object[] {
  const names = ["numpy, every month of every run", "numpy, each line's months summed first"];
  return answers.map(({ milliseconds, npv, roi }, index) => ({
    side: names[index],
    ms: milliseconds.toFixed(1),
    "times ours": (milliseconds / ours).toFixed(2),
    "same figures": agree(result, npv, roi) ? "yes" : "NO",
  }));
}

/** Whether means and percentiles are the same but for chance: within five standard errors of the mean. */
function agree(result: CaseSimulation, npv: readonly number[], roi: readonly number[]): boolean {
  if (result.kind !== "simulation" || result.roi.kind !== "value") return false;
  const pairs = [
    [result.netPresentValue, npv],
    [result.roi, roi],
  ] as const;
  return pairs.every(([{ mean, standardError, p10, p50, p90 }, [itsMean, , ...percentiles]]) =>
    // A percentile is about twice as uncertain as the mean.
    [mean, p10, p50, p90].every((figure, index) => {
      const other = [itsMean, ...percentiles][index] ?? Number.NaN;
      return Math.abs(figure - other) <= (index === 0 ? 5 : 12) * standardError;
    }),
  );
}

function makeCase(): SimulatedCase {
  const line = (name: string, kind: UncertainLine["kind"], from: number, growth: number): UncertainLine => ({
    name,
    kind,
    amounts: Array.from({ length: MONTHS }, (_, month) => (from + growth * month).toFixed(2)),
    factor:
      kind === "benefit" ? { min: "0.4", mode: "1", max: "1.2" } : { min: "0.9", mode: "1", max: "1.6" },
  });
  return {
    lines: [
      line("Leads", "benefit", 12_000.5, 410.25),
      line("Content", "benefit", 4_300.1, 0),
      line("Retention", "benefit", 900, 75.5),
      line("Licences", "cost", 6_000.37, 0),
      line("Team", "cost", 9_500, 20),
    ],
    annualRate: "0.10",
    period: "month",
    seed: 36,
    runs: RUNS,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

if (import.meta.main) run();
