import { describe, expect, it } from "vitest";
import { createBeta } from "./beta.ts";
import { createChiSquared } from "./chi-squared.ts";
import type { Distribution } from "./distribution.ts";
import { createF } from "./f.ts";
import { createGamma } from "./gamma.ts";
import { createStudentT } from "./student-t.ts";
import { expectClose } from "../testing/expect-close.ts";

type Name = "norm" | "t" | "gamma" | "chi2" | "beta" | "f";

const create = (name: Name, [first = Infinity, second]: number[]): Distribution =>
  ({
    norm: () => createStudentT(Infinity),
    t: () => createStudentT(first),
    gamma: () => createGamma(first, second),
    chi2: () => createChiSquared(first),
    beta: () => createBeta(first, second as number),
    f: () => createF(first, second as number),
  })[name]();

/**
 * Quantiles where others lose digits: mpmath 1.2 at 45 digits, series and continued fractions of its
 * own numbers, the root polished by Newton. Gamma takes shape and scale.
 */
const QUANTILES: [Name, number[], "lower" | "upper", number, number][] = [
  ["norm", [], "lower", 1e-300, -37.0470962993612],
  ["norm", [], "upper", 1e-300, 37.0470962993612],
  ["norm", [], "lower", 0.5000001, 2.506628273311648e-7],
  ["t", [0.01], "lower", 0.3, -7.684541870447358e20],
  ["t", [0.5], "upper", 1e-10, 1.0284911563163398e19],
  ["t", [1], "upper", 1e-300, 3.1830988618379066e299],
  ["t", [2.7], "lower", 0.500001, 2.744705395415983e-6],
  ["t", [7], "upper", 1e-30, 38786.2583247423],
  ["t", [1000000], "lower", 1e-10, -6.361406848876743],
  ["t", [1000000], "upper", 1e-300, 37.05982087277439],
  ["t", [100000000], "lower", 0.975, 1.9599640082627665],
  ["gamma", [0.01], "lower", 0.5, 4.465535018910355e-31],
  ["gamma", [0.01], "upper", 1e-6, 7.151253478110459],
  ["gamma", [0.01], "upper", 1e-100, 220.31346506542914],
  ["gamma", [0.3, 250], "lower", 1e-10, 8.091100566508879e-32],
  ["gamma", [12.5, 0.02], "lower", 0.2, 0.18939754457897898],
  ["gamma", [12345.6], "upper", 1e-30, 13663.202435369136],
  ["gamma", [1000000], "lower", 1e-10, 993651.8087301997],
  ["gamma", [1000000], "lower", 0.975, 1001960.9109654505],
  ["gamma", [1000000], "upper", 1e-300, 1037505.6569794014],
  ["chi2", [0.02], "lower", 0.975, 0.09427591686318067],
  ["chi2", [1], "upper", 1e-300, 1373.8726312223941],
  ["chi2", [4.7], "lower", 1e-10, 0.0001728969061323103],
  ["chi2", [2000000], "upper", 0.001, 2006186.1647397089],
  ["beta", [0.01, 0.3], "upper", 0.2, 3.6052881107827318e-9],
  ["beta", [0.01, 1000000], "upper", 1e-10, 1.564544824318545e-5],
  ["beta", [0.3, 0.01], "lower", 1e-6, 9.23284528930276e-16],
  ["beta", [1.7, 4.3], "lower", 1e-10, 3.6547827164264013e-7],
  ["beta", [3.4, 2.6], "upper", 1e-30, 0.9999999999988423],
  ["beta", [30, 1000000], "upper", 1e-300, 0.0008135653819129504],
  ["beta", [1000000, 1000000], "lower", 0.025, 0.49930704833394945],
  ["beta", [1000000, 100000], "lower", 1e-10, 0.9073374764897513],
  ["beta", [500000, 0.5], "lower", 0.2, 0.9999983576261123],
  ["f", [1, 10], "upper", 0.05, 4.9646027437307145],
  ["f", [3.5, 7.2], "lower", 1e-10, 1.31809194444112e-6],
  ["f", [0.02, 20], "lower", 0.95, 0.35367341893876153],
  ["f", [5, 2000], "upper", 1e-300, 405.36098719854715],
  ["f", [2000000, 2000000], "upper", 0.025, 1.0027756534515695],
  ["f", [2000000, 3], "lower", 1e-6, 0.09783115782930099],
  ["f", [7, 2000000], "upper", 1e-10, 8.699435187041255],
];

/** Both tails at a double, from the same source. */
const TAILS: [Name, number[], number, number, number][] = [
  ["norm", [], -37, 5.725571222524577e-300, 1.0],
  ["norm", [], 0.3, 0.6179114221889527, 0.3820885778110474],
  ["t", [0.01], 1e150, 0.9846546275215431, 0.015345372478456921],
  ["t", [1], -1e300, 3.1830988618379065e-301, 1.0],
  ["t", [2.5], -0.001, 0.49963819136039245, 0.5003618086396076],
  ["t", [30], -50, 9.357708829611357e-31, 1.0],
  ["t", [1000000.0], -6, 9.869249061772174e-10, 0.9999999990130751],
  ["t", [1000000.0], 37.5, 1.0, 7.552234466797271e-308],
  ["gamma", [0.01], 1e-20, 0.6345579205489967, 0.36544207945100327],
  ["gamma", [0.01], 3, 0.9998670286434298, 0.0001329713565701555],
  ["gamma", [0.7, 2], 0.5, 0.37728293367554916, 0.6227170663244508],
  ["gamma", [10], 0.01, 2.7307942836962466e-27, 1.0],
  ["gamma", [33.3], 100, 0.9999999999999971, 2.9019843502313e-15],
  ["gamma", [1000], 1010, 0.627678944736995, 0.372321055263005],
  ["gamma", [1000000.0], 999000, 0.15865521357430365, 0.8413447864256963],
  ["gamma", [1000000.0], 1030000, 1.0, 3.262430144876734e-194],
  ["chi2", [1], 3.84, 0.9499564787512949, 0.050043521248705106],
  ["chi2", [7.3], 0.5, 0.000363367703237283, 0.9996366322967627],
  ["chi2", [100], 300, 1.0, 7.412100857322876e-22],
  ["beta", [0.01, 0.02], 0.25, 0.6595345986567861, 0.34046540134321385],
  ["beta", [0.01, 5], 0.75, 0.9999974823361888, 2.517663811245908e-6],
  ["beta", [49, 52], 0.0001, 9.841992504605696e-168, 1.0],
  ["beta", [5, 0.02], 0.5, 0.00022377229519677093, 0.9997762277048032],
  ["beta", [1000000.0, 1000000.0], 0.4975, 7.684899705157243e-13, 0.9999999999992315],
  ["beta", [1000000.0, 1000000.0], 0.75, 1.0, 0],
  ["beta", [500000, 0.5], 0.99999, 0.0015653640065981889, 0.9984346359934018],
  ["beta", [1000.5, 2.5], 0.5, 5.5731077655794425e-298, 1.0],
  ["f", [0.02, 3], 0.125, 0.9372442012290753, 0.0627557987709247],
  ["f", [3, 12], 25, 0.999981037930129, 1.8962069870910665e-5],
  ["f", [2000000.0, 2000000.0], 1.0078125, 0.9999999813093249, 1.8690675148503677e-8],
  ["f", [1, 2000000.0], 30, 0.9999999567901888, 4.3209811140861523e-8],
  ["f", [2000000.0, 0.02], 0.5, 0.03306787341084242, 0.9669321265891576],
];

describe("quantiles", () => {
  it.each(QUANTILES)("of %s%j: %s tail %d is at %d", (name, args, side, p, x) => {
    const distribution = create(name, args);
    expectClose(side === "lower" ? distribution.quantile(p) : distribution.upperQuantile(p), x, 1e-12);
  });

  it.each<Name>(["norm", "t", "gamma", "chi2", "beta", "f"])(
    "of %s refuse what is no probability",
    (name) => {
      const distribution = create(name, name === "norm" ? [] : [2, 3]);
      for (const p of [-1e-300, 1.000001, Number.NaN, Infinity]) {
        expect(() => distribution.quantile(p)).toThrow(RangeError);
        expect(() => distribution.upperQuantile(p)).toThrow("a probability lies between 0 and 1");
      }
    },
  );

  it.each<[Name, number, number]>([
    ["norm", -Infinity, Infinity],
    ["t", -Infinity, Infinity],
    ["gamma", 0, Infinity],
    ["chi2", 0, Infinity],
    ["beta", 0, 1],
    ["f", 0, Infinity],
  ])("of %s at 0 and 1 are the ends of the support", (name, lowest, highest) => {
    const distribution = create(name, name === "norm" ? [] : [2, 3]);
    expect([distribution.quantile(0), distribution.quantile(1)]).toEqual([lowest, highest]);
    expect([distribution.upperQuantile(0), distribution.upperQuantile(1)]).toEqual([highest, lowest]);
  });

  it("that are beyond the range of a double are the nearest one there is", () => {
    // x ≈ (p a B)^(1/a): 1e-1000 and its like.
    expect(createGamma(0.01).quantile(1e-10)).toBe(0);
    expect(createBeta(0.01, 2).quantile(1e-10)).toBe(0);
    expect(createBeta(2, 0.01).quantile(0.9999)).toBe(1);
    expect(createF(0.01, 0.01).upperQuantile(1e-10)).toBe(Infinity);
    expect(createStudentT(0.01).quantile(1e-10)).toBe(-Infinity);
  });
});

describe("tails", () => {
  it.each(TAILS)("of %s%j at %d are %d and %d", (name, args, x, lower, upper) => {
    const distribution = create(name, args);
    expectClose(distribution.cdf(x), lower, 1e-12);
    expectClose(distribution.upperTail(x), upper, 1e-12);
  });

  it.each<Name>(["norm", "t", "gamma", "chi2", "beta", "f"])("of %s are 0 and 1 beyond the ends", (name) => {
    const { cdf, upperTail, density } = create(name, name === "norm" ? [] : [2, 3]);
    expect([cdf(-Infinity), upperTail(-Infinity), density(-Infinity)]).toEqual([0, 1, 0]);
    expect([cdf(Infinity), upperTail(Infinity), density(Infinity)]).toEqual([1, 0, 0]);
    expect(() => cdf(Number.NaN)).toThrow("must be a number");
    expect(() => upperTail(Number.NaN)).toThrow("must be a number");
    expect(() => density(Number.NaN)).toThrow("must be a number");
  });
});

describe("parameters", () => {
  it.each([0, -1, Number.NaN])("of %d are refused by name", (bad) => {
    expect(() => createGamma(bad)).toThrow("the shape must be positive and finite");
    expect(() => createGamma(1, bad)).toThrow("the scale must be positive and finite");
    expect(() => createChiSquared(bad)).toThrow("degrees of freedom must be positive and finite");
    expect(() => createBeta(bad, 1)).toThrow("the first parameter of a beta distribution");
    expect(() => createBeta(1, bad)).toThrow("the second parameter of a beta distribution");
    expect(() => createF(bad, 1)).toThrow("degrees of freedom must be positive and finite");
    expect(() => createF(1, bad)).toThrow("degrees of freedom must be positive and finite");
  });
});

describe("densities", () => {
  it.each<[Name, number[], number, number]>([
    ["gamma", [1, 4], 0, 0.25],
    ["gamma", [0.5], 0, Infinity],
    ["gamma", [3], 0, 0],
    ["gamma", [2, 3], 6, (6 / 9) * Math.exp(-2)],
    ["beta", [1, 3], 0, 3],
    ["beta", [3, 1], 1, 3],
    ["beta", [0.5, 2], 0, Infinity],
    ["beta", [2, 3], 0.5, 12 * 0.5 * 0.25],
    ["beta", [2, 3], 1.5, 0],
    ["f", [2, 2], 0, 1],
    ["f", [1, 2], 0, Infinity],
    ["f", [3, 2], 0, 0],
    // f(x) = 1/(1 + x)² for two and two degrees of freedom.
    ["f", [2, 2], 3, 1 / 16],
    ["chi2", [2], 3, 0.5 * Math.exp(-1.5)],
  ])("of %s%j at %d is %d", (name, args, x, wanted) => {
    const got = create(name, args).density(x);
    expect(got === wanted || Math.abs(got / wanted - 1) < 1e-14).toBe(true);
  });
});
