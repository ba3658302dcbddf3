import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { polynomialDesign, withIntercept } from "./design-matrix.ts";
import { leastSquares } from "./least-squares.ts";
import { expectClose } from "./testing/expect-close.ts";

// NIST Statistical Reference Datasets, linear regression (public domain): data and certified values,
// the latter recomputed here in 60-digit arithmetic. https://www.itl.nist.gov/div898/strd/lls/lls.shtml

const FILIP_Y = [
  0.8116, 0.9072, 0.9052, 0.9039, 0.8053, 0.8377, 0.8667, 0.8809, 0.7975, 0.8162, 0.8515, 0.8766, 0.8885,
  0.8859, 0.8959, 0.8913, 0.8959, 0.8971, 0.9021, 0.909, 0.9139, 0.9199, 0.8692, 0.8872, 0.89, 0.891, 0.8977,
  0.9035, 0.9078, 0.7675, 0.7705, 0.7713, 0.7736, 0.7775, 0.7841, 0.7971, 0.8329, 0.8641, 0.8804, 0.7668,
  0.7633, 0.7678, 0.7697, 0.77, 0.7749, 0.7796, 0.7897, 0.8131, 0.8498, 0.8741, 0.8061, 0.846, 0.8751, 0.8856,
  0.8919, 0.8934, 0.894, 0.8957, 0.9047, 0.9129, 0.9209, 0.9219, 0.7739, 0.7681, 0.7665, 0.7703, 0.7702,
  0.7761, 0.7809, 0.7961, 0.8253, 0.8602, 0.8809, 0.8301, 0.8664, 0.8834, 0.8898, 0.8964, 0.8963, 0.9074,
  0.9119, 0.9228,
];
const FILIP_X = [
  -6.860120914, -4.324130045, -4.358625055, -4.358426747, -6.955852379, -6.661145254, -6.355462942,
  -6.118102026, -7.115148017, -6.815308569, -6.519993057, -6.204119983, -5.853871964, -6.109523091,
  -5.79832982, -5.482672118, -5.171791386, -4.851705903, -4.517126416, -4.143573228, -3.709075441,
  -3.499489089, -6.300769497, -5.953504836, -5.642065153, -5.031376979, -4.680685696, -4.329846955,
  -3.928486195, -8.56735134, -8.363211311, -8.107682739, -7.823908741, -7.522878745, -7.218819279,
  -6.920818754, -6.628932138, -6.323946875, -5.991399828, -8.781464495, -8.663140179, -8.473531488,
  -8.247337057, -7.971428747, -7.676129393, -7.352812702, -7.072065318, -6.774174009, -6.478861916,
  -6.159517513, -6.835647144, -6.53165267, -6.224098421, -5.910094889, -5.598599459, -5.290645224,
  -4.974284616, -4.64454848, -4.290560426, -3.885055584, -3.408378962, -3.13200249, -8.726767166, -8.66695597,
  -8.511026475, -8.165388579, -7.886056648, -7.588043762, -7.283412422, -6.995678626, -6.691862621,
  -6.392544977, -6.067374056, -6.684029655, -6.378719832, -6.065855188, -5.752272167, -5.132414673,
  -4.811352704, -4.098269308, -3.66174277, -3.2644011,
];
const PONTIUS_Y = [
  0.11019, 0.21956, 0.32949, 0.43899, 0.54803, 0.65694, 0.76562, 0.87487, 0.98292, 1.09146, 1.20001, 1.30822,
  1.41599, 1.52399, 1.63194, 1.73947, 1.84646, 1.95392, 2.06128, 2.16844, 0.11052, 0.22018, 0.32939, 0.43886,
  0.54798, 0.65739, 0.76596, 0.87474, 0.983, 1.0915, 1.20004, 1.30818, 1.41613, 1.52408, 1.63159, 1.73965,
  1.84696, 1.95445, 2.06177, 2.16829,
];
const PONTIUS_X = [1, 2].flatMap(() => Array.from({ length: 20 }, (_, i) => 150_000 * (i + 1)));

const WAMPLER_X = Array.from({ length: 21 }, (_, x) => x);
/** What Wampler 3 to 5 add to the polynomial 1 + x + … + x⁵, times 1, 100 and 10,000. */
const WAMPLER_ERRORS = [
  759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523,
  -2048, 2048, -2048, 759,
];
const wampler = (factor: number): number[] =>
  WAMPLER_X.map((x, i) => 1 + x + x ** 2 + x ** 3 + x ** 4 + x ** 5 + factor * (WAMPLER_ERRORS[i] as number));
const wamplerSe = (factor: number): number[] =>
  [
    2152.326246781697, 2363.551734696805, 779.3435243315831, 101.4755075503496, 5.645665121707516,
    0.1123248546793119,
  ].map((se) => factor * se);
const ones = [1, 1, 1, 1, 1, 1];

type Certified = {
  name: string;
  design: number[][];
  y: number[];
  coefficients: number[];
  standardErrors: number[];
  deviation: number;
  rSquared: number;
  /** Null where NIST has it infinite. */
  f: number | null;
  /** What relative error is let pass, of coefficients and of errors. */
  within: [coefficients: number, errors: number];
};

const CERTIFIED: Certified[] = [
  {
    name: "Wampler 1",
    design: polynomialDesign(WAMPLER_X, 5),
    y: wampler(0),
    coefficients: ones,
    standardErrors: wamplerSe(0),
    deviation: 0,
    rSquared: 1,
    f: null,
    within: [1e-13, 0],
  },
  {
    name: "Wampler 2",
    design: polynomialDesign(WAMPLER_X, 5),
    // Five decimals hold 1 + (x/10) + … + (x/10)⁵ exactly.
    y: WAMPLER_X.map((x) => Number([0, 1, 2, 3, 4, 5].reduce((sum, k) => sum + (x / 10) ** k, 0).toFixed(5))),
    coefficients: [1, 0.1, 0.01, 0.001, 0.0001, 0.00001],
    standardErrors: wamplerSe(0),
    deviation: 0,
    rSquared: 1,
    f: null,
    within: [1e-13, 0],
  },
  {
    name: "Wampler 3",
    design: polynomialDesign(WAMPLER_X, 5),
    y: wampler(1),
    coefficients: ones,
    standardErrors: wamplerSe(1),
    deviation: 2360.145023792676,
    rSquared: 0.9999955590258199,
    f: 675524.4582401225,
    within: [1e-12, 1e-13],
  },
  {
    name: "Wampler 4",
    design: polynomialDesign(WAMPLER_X, 5),
    y: wampler(100),
    coefficients: ones,
    standardErrors: wamplerSe(100),
    deviation: 236014.5023792676,
    rSquared: 0.9574784408256622,
    f: 67.55244582401225,
    within: [1e-11, 1e-13],
  },
  {
    name: "Wampler 5",
    design: polynomialDesign(WAMPLER_X, 5),
    y: wampler(10_000),
    coefficients: ones,
    standardErrors: wamplerSe(10_000),
    deviation: 23601450.23792676,
    rSquared: 0.002246689215749398,
    f: 0.006755244582401225,
    within: [1e-9, 1e-13],
  },
  {
    name: "NoInt 1",
    design: Array.from({ length: 11 }, (_, i) => [60 + i]),
    y: Array.from({ length: 11 }, (_, i) => 130 + i),
    coefficients: [2.074380165289256],
    standardErrors: [0.01652892561983471],
    deviation: 3.567530340063379,
    rSquared: 0.9993654922986628,
    f: 15750.25,
    within: [1e-14, 1e-13],
  },
  {
    name: "NoInt 2",
    design: [[4], [5], [6]],
    y: [3, 4, 4],
    coefficients: [0.7272727272727273],
    standardErrors: [0.04208273180784325],
    deviation: 0.3692744729379982,
    rSquared: 0.9933481152993348,
    f: 298.6666666666667,
    within: [1e-14, 1e-13],
  },
  {
    name: "Pontius",
    design: polynomialDesign(PONTIUS_X, 2),
    y: PONTIUS_Y,
    coefficients: [0.673565789473684e-3, 0.732059160401003e-6, -0.316081871345029e-14],
    standardErrors: [0.107938612033077e-3, 0.157817399981659e-9, 0.486652849992036e-16],
    deviation: 0.205177424076185e-3,
    rSquared: 0.999999900178537,
    f: 185330865.995752,
    within: [1e-12, 1e-12],
  },
  {
    name: "Filip (a polynomial of degree 10: 7 digits)",
    design: polynomialDesign(FILIP_X, 10),
    y: FILIP_Y,
    coefficients: [
      -1467.489614229796, -2772.179591933424, -2316.371081608931, -1127.973940983716, -354.4782337033488,
      -75.12420173937571, -10.87531803553425, -1.062214985889468, -0.0670191154593408, -2.46781078275479e-3,
      -4.029625250804037e-5,
    ],
    standardErrors: [
      298.084530995537, 559.7798654749499, 466.4775721277965, 227.2042744777513, 71.6478660875927,
      15.28971787474001, 2.236911598160333, 0.2216243219342274, 0.01423637631547239, 0.0005356174088898209,
      8.96632837373868e-6,
    ],
    deviation: 0.003348010513245438,
    rSquared: 0.9967274161856202,
    f: 2162.439545114888,
    within: [1e-7, 1e-7],
  },
];

function fitted(design: number[][], y: number[]) {
  const fit = leastSquares(design, y);
  if (fit.kind !== "fit") throw new Error(fit.reason);
  return fit;
}

describe("leastSquares on the NIST reference datasets", () => {
  it.each(CERTIFIED)("meets the certified values of $name", (certified) => {
    const { within, standardErrors } = certified;
    const fit = fitted(certified.design, certified.y);
    certified.coefficients.forEach((wanted, j) =>
      expectClose(fit.coefficients[j] as number, wanted, within[0]),
    );
    // An exact fit leaves rounding, judged by the size of y.
    const rounding = certified.deviation === 0 ? 1e-14 * Math.max(...certified.y) : 0;
    standardErrors.forEach((wanted, j) => {
      expect(Math.abs((fit.standardErrors[j] as number) - wanted)).toBeLessThanOrEqual(
        within[1] * wanted + rounding,
      );
    });
    expect(Math.abs(fit.residualDeviation - certified.deviation)).toBeLessThanOrEqual(
      within[1] * certified.deviation + rounding,
    );
    expectClose(fit.rSquared as number, certified.rSquared, Math.max(within[1], 1e-12));
  });

  it.each(CERTIFIED.filter(({ f }) => f !== null))("meets F and t of $name", (certified) => {
    const { within, standardErrors } = certified;
    const fit = fitted(certified.design, certified.y);
    // The square sums behind F may nearly cancel: R² near 0 or 1 costs it digits.
    expectClose(fit.fStatistic as number, certified.f as number, Math.max(within[1], 1e-8));
    fit.tStatistics.forEach((t, j) => {
      const wanted = (certified.coefficients[j] as number) / (standardErrors[j] as number);
      expectClose(t as number, wanted, within[0] + within[1]);
    });
  });

  it.each(CERTIFIED.filter(({ f }) => f === null))(
    "gives no F or t for the exact fit of $name",
    ({ design, y }) => {
      const fit = fitted(design, y);
      expect([fit.fStatistic, ...fit.tStatistics]).toEqual([null, null, null, null, null, null, null]);
    },
  );

  it("says how many digits a design leaves: all of a plain one, six of Filip's", () => {
    expect(
      fitted(
        [
          [1, -1],
          [1, 0],
          [1, 1],
        ],
        [1, 2, 4],
      ).digits,
    ).toBe(15);
    expect(fitted(polynomialDesign(FILIP_X, 10), FILIP_Y).digits).toBe(6);
  });

  it("refuses where hardly a digit would be left", () => {
    // Filip's x a little further from 0, and two degrees more.
    const hopeless = leastSquares(
      polynomialDesign(
        FILIP_X.map((x) => x - 6),
        12,
      ),
      FILIP_Y,
    );
    expect(["ill-conditioned", "rank-deficient"]).toContain(hopeless.kind);
  });
});

type Dataset = {
  name: string;
  y: number[];
  x: number[][];
  model: string;
  certified: { coef: number[]; se: number[]; sigma: number; r2: number };
};
const REFERENCE = join(import.meta.dirname, "../../../../shared/reference/statistics/nist_linear.json");
const present = existsSync(REFERENCE);
const file = present
  ? (JSON.parse(readFileSync(REFERENCE, "utf8")) as {
      inputs: { datasets: Dataset[] };
      tolerance: { rel_coef: Record<string, number>; rel_se: Record<string, number> };
    })
  : { inputs: { datasets: [] }, tolerance: { rel_coef: {}, rel_se: {} } };

function designOf({ x, model }: Dataset): number[][] {
  if (model === "no intercept") return x;
  const degree = /degree (\d+)/.exec(model)?.[1];
  return degree === undefined
    ? withIntercept(x)
    : polynomialDesign(
        x.map((row) => row[0] as number),
        Number(degree),
      );
}

describe("nist_linear.json", () => {
  it.each(file.inputs.datasets)("$name: $model", (dataset) => {
    const { name, certified, y } = dataset;
    const fit = fitted(designOf(dataset), y);
    certified.coef.forEach((wanted, j) =>
      expectClose(fit.coefficients[j] as number, wanted, file.tolerance.rel_coef[name] as number),
    );
    const relative = file.tolerance.rel_se[name];
    certified.se.forEach((wanted, j) =>
      expect(Math.abs((fit.standardErrors[j] as number) - wanted)).toBeLessThanOrEqual(
        (relative ?? 0) * wanted + 1e-8,
      ),
    );
    expect(Math.abs(fit.residualDeviation - certified.sigma)).toBeLessThanOrEqual(
      (relative ?? 0) * certified.sigma + 1e-8,
    );
    expectClose(fit.rSquared as number, certified.r2, 1e-12);
  });

  it.runIf(present)("holds datasets (their cases do not run where it is not beside the repository)", () => {
    expect(file.inputs.datasets.length).toBeGreaterThan(0);
  });
});
