import { internalRateOfReturn } from "@liftledger/finance/internal-rate-of-return";
import type { RateOfReturn } from "@liftledger/finance/rate-of-return";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import { runPython } from "./python-rival.ts";

const MONTHS = 37;
const CASES = 200;
const ROUNDS = 9;
const GOAL_ONE_CHANGE = 1;
const GOAL_SEVERAL = 10;

type Group = { readonly name: string; readonly goal: number; readonly flows: readonly number[][] };

/** The algorithm of numpy-financial: all eigenvalues of the companion matrix, the real positive ones kept. */
const program = `
import json, statistics, sys, time
import numpy as np

def irr(flows):
    roots = np.roots(flows[::-1])
    real = roots[(np.abs(roots.imag) < 1e-10) & (roots.real > 0)].real
    return sorted((1 / real - 1).tolist())

answer = []
for flows in json.load(sys.stdin):
    arrays = [np.array(flow) for flow in flows]
    times = []
    for _ in range(${ROUNDS}):
        start = time.perf_counter()
        rates = [irr(array) for array in arrays]
        times.append((time.perf_counter() - start) * 1000 / len(arrays))
    answer.append({"milliseconds": statistics.median(times), "rates": rates})
print(json.dumps(answer))
`;

/**
 * Every internal rate of return of 37 monthly flows, with one change of sign and with several, against the
 * eigenvalues of the companion matrix, as numpy-financial computes it. Both get the same flows; the rates
 * are compared, because eigenvalues lose some.
 */
function run(): void {
  const groups = makeGroups();
  const ours = groups.map(({ flows }) => timeOurs(flows));
  const rival = runPython<{ milliseconds: number; rates: number[][] }[]>(
    { modules: ["numpy"], packages: ["python3-numpy"], program },
    groups.map(({ flows }) => flows),
  );
  const rows = groups.map(({ name, goal, flows }, index) => {
    const { milliseconds = Number.NaN, answers = [], slowest = Number.NaN } = ours[index] ?? {};
    const theirs = rival.kind === "answer" ? rival.answer[index] : undefined;
    return {
      flows: name,
      cases: flows.length,
      "ours ms": milliseconds.toFixed(3),
      "slowest ms": slowest.toFixed(3),
      goal: slowest <= goal ? `≤ ${goal} ms reached` : `≤ ${goal} ms missed`,
      "numpy ms": theirs?.milliseconds.toFixed(3) ?? "not installed",
      "same rates": theirs ? countAgreements(answers, theirs.rates) : "",
    };
  });
  console.log(
    `All internal rates of return of ${MONTHS} flows, one thread, mean of the medians of ${ROUNDS} rounds`,
  );
  console.table(rows);
  if (rival.kind === "not-installed") console.log(rival.advice);
}

/** Cases that pay first and earn later, and cases whose sign is drawn anew every month or every few. */
function makeGroups(): Group[] {
  const random = seededRandom(37);
  const draw = (signOf: (month: number) => number): number[] =>
    Array.from({ length: MONTHS }, (_, month) => {
      const size = month === 0 ? 250_000 : 20_000 * random.uniform();
      return signOf(month) * Math.round(size * 100) * 0.01;
    });
  const many = (signOf: (month: number) => number): number[][] =>
    Array.from({ length: CASES }, () => draw(signOf));
  return [
    { name: "one change of sign", goal: GOAL_ONE_CHANGE, flows: many((month) => (month === 0 ? -1 : 1)) },
    {
      name: "a change every half year",
      goal: GOAL_SEVERAL,
      flows: many((month) => (Math.floor((month + 5) / 6) % 2 === 0 ? -1 : 1)),
    },
    {
      name: "signs at random",
      goal: GOAL_SEVERAL,
      flows: many((month) => (month === 0 || random.uniform() < 0.4 ? -1 : 1)),
    },
    { name: "rates that nearly coincide", goal: GOAL_SEVERAL, flows: nearlyDouble() },
  ];
}

/** Flows worth nothing at one rate, where their value only touches zero, or at two rates a trifle apart. */
function nearlyDouble(): number[][] {
  return Array.from({ length: 20 }, (_, index) => {
    const growth = 1 + (index + 1) / 100;
    const flows = Array.from({ length: MONTHS }, () => 0);
    flows[0] = -1000;
    flows[18] = Math.round(2_000_000 * growth) / 1000;
    flows[36] = Math.round(-10_000_000 * growth ** 2 + (index % 2)) / 10_000;
    return flows;
  });
}

function timeOurs(flows: readonly number[][]): {
  milliseconds: number;
  slowest: number;
  answers: RateOfReturn[];
} {
  let answers: RateOfReturn[] = [];
  const perCase: number[][] = flows.map(() => []);
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    answers = flows.map((flow, index) => {
      const start = performance.now();
      const answer = internalRateOfReturn(flow);
      // Two rounds in which the compiler still warms up are not counted.
      if (round >= 2) perCase[index]?.push(performance.now() - start);
      return answer;
    });
  }
  const medians = perCase.map((times) => median(times));
  return {
    milliseconds: medians.reduce((sum, time) => sum + time, 0) / medians.length,
    slowest: Math.max(...medians),
    answers,
  };
}

/** In how many cases the rival has the same rates, to a millionth. */
function countAgreements(ours: readonly RateOfReturn[], theirs: readonly number[][]): string {
  const same = ours.filter(({ roots }, index) => {
    const rates = theirs[index] ?? [];
    return (
      roots.length === rates.length &&
      roots.every(
        (root, place) => Math.abs(root - (rates[place] ?? Number.NaN)) <= 1e-6 * (1 + Math.abs(root)),
      )
    );
  });
  return `${same.length} of ${ours.length}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

if (import.meta.main) run();
