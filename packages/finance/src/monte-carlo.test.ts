import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulateCase, type CaseSimulation, type SimulatedCase, type UncertainLine } from "./monte-carlo.ts";
import { createPert } from "./three-point.ts";

const leads: UncertainLine = {
  name: "Leads",
  kind: "benefit",
  amounts: ["0", "60000", "80000", "90000"],
  factor: { min: "0.5", mode: "1", max: "1.2" },
};
const licences: UncertainLine = {
  name: "Licences",
  kind: "cost",
  amounts: ["100000", "20000", "20000", "20000"],
  factor: { min: "0.9", mode: "1", max: "1.5" },
};
const base: SimulatedCase = { lines: [leads, licences], annualRate: "0.10", seed: 7 };

type Simulation = Extract<CaseSimulation, { kind: "simulation" }>;

function simulate(input: Partial<SimulatedCase>): Simulation {
  const result = simulateCase({ ...base, ...input });
  if (result.kind !== "simulation") throw new Error(result.reason);
  return result;
}

function roiOf({ roi }: Simulation): Extract<Simulation["roi"], { kind: "value" }> {
  if (roi.kind !== "value") throw new Error(roi.reason);
  return roi;
}

function certain({ name, kind, amounts }: UncertainLine): UncertainLine {
  return { name, kind, amounts };
}

describe("simulateCase", () => {
  it("gives the base case, exactly, where nothing is uncertain", () => {
    // "annual-metrics" of derived_metrics.json: NPV 38542.44928625094, ROI 43.75 percent.
    const result = simulate({ lines: [leads, licences].map(certain), runs: 100 });
    expect(Number(result.baseNetPresentValue)).toBeCloseTo(38542.44928625094, 9);
    const point = { standardError: 0, chanceOfLoss: 0 };
    const npv = 38542.4492863;
    expect(result.netPresentValue).toMatchObject({ ...point, mean: npv, p10: npv, p50: npv, p90: npv });
    expect(roiOf(result)).toMatchObject({
      ...point,
      mean: 0.4375,
      p10: 0.4375,
      p90: 0.4375,
      basis: "roi_net",
    });
    // TEI basis: 25.74009031610637 percent.
    expect(
      roiOf(simulate({ lines: [leads, licences].map(certain), roiBasis: "roi_net_pv" })).p50,
    ).toBeCloseTo(0.2574009031610637, 11);
  });
  it("repeats for a seed, and not for another", () => {
    expect(simulate({})).toEqual(simulate({}));
    expect(simulate({ seed: 8 }).netPresentValue.mean).not.toBe(simulate({}).netPresentValue.mean);
  });
  it("has the mean that the estimates have, within its standard error", () => {
    const [gain, loss] = [
      createPert({ min: 0.5, mode: 1, max: 1.2 }),
      createPert({ min: 0.9, mode: 1, max: 1.5 }),
    ];
    const expected = 188279.4891059354 * gain.mean - 149737.0398196844 * loss.mean;
    const deviation = Math.hypot(
      188279.4891059354 * Math.sqrt(gain.variance),
      149737.0398196844 * Math.sqrt(loss.variance),
    );
    const { netPresentValue } = simulate({ runs: 100_000 });
    expect(netPresentValue.standardError).toBeCloseTo(deviation / Math.sqrt(100_000), -1);
    expect(Math.abs(netPresentValue.mean - expected)).toBeLessThan(3 * netPresentValue.standardError);
  });
  it("has the percentiles of the estimate where only one line is uncertain", () => {
    const { quantile } = createPert({ min: 0.5, mode: 1, max: 1.2 });
    const { netBenefit } = simulate({ lines: [leads, certain(licences)], runs: 100_000 });
    // A percentile of 100,000 runs is good to about 0.2 percent of the spread.
    for (const [found, chance] of [
      [netBenefit.p10, 0.1],
      [netBenefit.p50, 0.5],
      [netBenefit.p90, 0.9],
    ] as const) {
      expect(Math.abs(found - (230_000 * quantile(chance) - 160_000))).toBeLessThan(400);
    }
    // Below 0 where the factor is below 160/230.
    const paysFrom = 160 / 230;
    let [low, high] = [0, 1];
    while (high - low > 1e-6)
      [low, high] =
        quantile((low + high) / 2) < paysFrom ? [(low + high) / 2, high] : [low, (low + high) / 2];
    expect(netBenefit.chanceOfLoss).toBeCloseTo(low, 2);
  });
  it("discounts monthly flows at the monthly rate", () => {
    // 1,000 after a year of months at 10 percent a year: 1,000 / 1.1.
    const amounts = [...Array.from({ length: 12 }, () => 0), 1000];
    const result = simulate({ lines: [{ name: "Leads", kind: "benefit", amounts }], period: "month" });
    expect(Number(result.baseNetPresentValue)).toBeCloseTo(1000 / 1.1, 10);
    const middle = simulate({
      lines: [{ name: "Leads", kind: "benefit", amounts: [0, 1100] }],
      timing: "mid_period",
    });
    expect(Number(middle.baseNetPresentValue)).toBeCloseTo(1100 / Math.sqrt(1.1), 9);
  });
  it("keeps percentiles in order and within what its lines allow", () => {
    const someFactor = fc
      .tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.constantFrom("pert" as const, "triangular" as const))
      .map(([min, up, further, shape]) => ({
        min: min / 100,
        mode: (min + up) / 100,
        max: (min + up + further) / 100,
        shape,
      }));
    const someLine = fc.record({
      kind: fc.constantFrom("benefit" as const, "cost" as const),
      amounts: fc.array(fc.nat(10_000), { maxLength: 5 }),
      factor: someFactor,
    });
    fc.assert(
      fc.property(fc.array(someLine, { maxLength: 4 }), fc.integer(), (lines, seed) => {
        const { netBenefit, netPresentValue } = simulate({
          lines: lines.map((line, index) => ({ name: String(index), ...line })),
          seed,
          runs: 200,
        });
        const [low, high] = lines.reduce(
          ([from, to], { kind, amounts, factor }) => {
            const sum = amounts.reduce((total, amount) => total + amount, 0);
            const ends = [sum * Number(factor.min), sum * Number(factor.max)] as const;
            return kind === "benefit" ? [from + ends[0], to + ends[1]] : [from - ends[1], to - ends[0]];
          },
          [0, 0],
        );
        const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
        expect(netBenefit.p10).toBeGreaterThanOrEqual(low - slack);
        expect(netBenefit.p90).toBeLessThanOrEqual(high + slack);
        for (const { p10, p50, p90, chanceOfLoss } of [netBenefit, netPresentValue]) {
          expect(p10 <= p50 && p50 <= p90).toBe(true);
          expect(chanceOfLoss >= 0 && chanceOfLoss <= 1).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
  it("takes a correlation of 1 for one common draw, and of −1 for its mirror", () => {
    const twins = [leads, { ...leads, name: "Orders" }];
    const together = simulate({
      lines: twins,
      correlations: [
        [1, 1],
        [1, 1],
      ],
    });
    const doubled = simulate({
      lines: [{ ...leads, amounts: leads.amounts.map((amount) => 2 * Number(amount)) }],
    });
    expect(together.netPresentValue).toEqual(doubled.netPresentValue);
    const symmetric = { min: 0.5, mode: 1, max: 1.5 };
    const opposite = simulate({
      lines: twins.map((line) => ({ ...line, factor: symmetric })),
      correlations: [
        [1, -1],
        [-1, 1],
      ],
    });
    expect(opposite.netBenefit.p90).toBeCloseTo(460_000, 3);
    expect(opposite.netBenefit.p10).toBeCloseTo(460_000, 3);
  });
  it("spreads more where lines move together, and has the stated correlation", () => {
    const spread = (correlation: number): number => {
      const { p10, p90 } = simulate({
        lines: [leads, { ...leads, name: "Orders" }],
        runs: 50_000,
        correlations: [
          [1, correlation],
          [correlation, 1],
        ],
      }).netBenefit;
      return p90 - p10;
    };
    expect(spread(-0.5)).toBeLessThan(spread(0));
    expect(spread(0)).toBeLessThan(spread(0.5));
    // Of nearly normal draws: the variance of the sum is 2(1 + correlation) that of one.
    const symmetric = (correlation: number): number =>
      simulate({
        lines: ["Leads", "Orders"].map((name) => ({
          ...leads,
          name,
          factor: { min: 0, mode: 1, max: 2, lambda: 200 },
        })),
        runs: 100_000,
        correlations: [
          [1, correlation],
          [correlation, 1],
        ],
      }).netBenefit.standardError ** 2;
    expect(symmetric(0.6) / symmetric(0)).toBeCloseTo(1.6, 1);
    expect(simulate({ lines: [leads] })).toEqual(simulate({ lines: [leads], correlations: [[1]] }));
  });
  it("agrees with another simulation of correlated lines", () => {
    // numpy 1.24 and scipy 1.10, 4,000,000 runs: normal scores with a correlation of -0.3, beta.ppf of their cdf.
    const result = simulate({
      runs: 400_000,
      correlations: [
        [1, -0.3],
        [-0.3, 1],
      ],
      band: { floor: 0.3, ceiling: 0.7 },
    });
    // Five standard errors of a percentile of 400,000 runs: 400; of a share: 0.004.
    const { p10, p50, p90, chanceOfLoss } = result.netPresentValue;
    for (const [found, expected] of [
      [p10, -24397.45],
      [p50, 21777.41],
      [p90, 59077.25],
    ] as const) {
      expect(Math.abs(found - expected)).toBeLessThan(400);
    }
    expect(Math.abs(chanceOfLoss - 0.26914)).toBeLessThan(0.004);
    const roi = roiOf(result);
    expect(Math.abs(roi.p10 - -0.01777)).toBeLessThan(0.003);
    expect(Math.abs(roi.p90 - 0.60555)).toBeLessThan(0.003);
    expect(Math.abs((roi.band?.below ?? 0) - 0.49976)).toBeLessThan(0.004);
    expect(Math.abs((roi.band?.within ?? 0) - 0.46276)).toBeLessThan(0.004);
  });
  it("leaves a line's draws as they were when another is added after it", () => {
    const silent = { ...licences, name: "Later", amounts: [0] };
    expect(simulate({ lines: [leads, licences, silent] })).toEqual(simulate({}));
  });
  it("takes from two to a million runs, and a cost below one", () => {
    expect(simulate({ runs: 2 }).runs).toBe(2);
    expect(simulate({ runs: 1_000_000, lines: [] }).runs).toBe(1_000_000);
    const cheap = { ...certain(licences), amounts: ["0.5"] };
    expect(roiOf(simulate({ lines: [{ ...certain(leads), amounts: ["0.75"] }, cheap], runs: 2 })).p50).toBe(
      0.5,
    );
  });
  it("says which correlations cannot be", () => {
    const names = ["Leads", "Orders", "Renewals"];
    expect(
      simulateCase({
        ...base,
        lines: names.map((name) => ({ ...leads, name })),
        correlations: [
          [1, 0.9, -0.9],
          [0.9, 1, 0.9],
          [-0.9, 0.9, 1],
        ],
      }),
    ).toEqual({
      kind: "no-simulation",
      reason:
        '"Renewals" cannot have these correlations together with those among the lines before it (the matrix is not positive definite).',
    });
  });
  it("gives the chances of several bands at once, each as it is alone", () => {
    const [low, high] = [
      { floor: 0, ceiling: 0.3 },
      { floor: 0.3, ceiling: null },
    ];
    const { bands } = roiOf(
      simulate({
        bands: [
          { name: "low", ...low },
          { name: "high", ...high },
        ],
      }),
    );
    expect(bands).toEqual([
      { name: "low", ...roiOf(simulate({ band: low })).band },
      { name: "high", ...roiOf(simulate({ band: high })).band },
    ]);
    expect(roiOf(simulate({})).bands).toEqual([]);
  });

  it("gives the chances to lie below, in and above a band, the floor within and the ceiling above", () => {
    const chances = (floor: number, ceiling: number | null) =>
      roiOf(simulate({ band: { floor, ceiling } })).band;
    const band = chances(0, 0.3);
    expect((band?.below ?? 0) + (band?.within ?? 0) + (band?.above ?? 0)).toBeCloseTo(1, 12);
    expect(band?.below).toBe(roiOf(simulate({})).chanceOfLoss);
    expect(chances(0, null)).toEqual({ below: band?.below, within: 1 - (band?.below ?? 0), above: 0 });
    expect(roiOf(simulate({})).band).toBeNull();
    const exact = (floor: number, ceiling: number | null) =>
      roiOf(simulate({ lines: [leads, licences].map(certain), band: { floor, ceiling } })).band;
    expect(exact(0.4375, 1)).toEqual({ below: 0, within: 1, above: 0 });
    expect(exact(0.3, 0.4375)).toEqual({ below: 0, within: 0, above: 1 });
  });
  it("takes benefits below zero and benefits turned to losses, but no such cost", () => {
    const line = (kind: "benefit" | "cost", amount: string, min: number): UncertainLine => ({
      name: "Line",
      kind,
      amounts: [amount, "10"],
      factor: { shape: "triangular", min, mode: 1, max: 2 },
    });
    const runs = 50;
    expect(simulate({ lines: [line("benefit", "-5", -1)], runs }).netBenefit.p10).toBeLessThan(0);
    expect(() => simulate({ lines: [line("cost", "-5", 0)], runs })).toThrow("a cost below 0");
    expect(() => simulate({ lines: [line("cost", "5", -1)], runs })).toThrow(
      "cannot be multiplied by less than 0",
    );
  });
  it("has no return on cost where a run has no cost", () => {
    expect(simulate({ lines: [leads] }).roi).toEqual({
      kind: "no-value",
      reason: "There is no cost in any run, so there is no return on cost.",
    });
    expect(simulate({ lines: [] })).toMatchObject({
      baseNetPresentValue: "0",
      netPresentValue: { mean: 0, p10: 0, p90: 0, chanceOfLoss: 0 },
    });
    const trifle = { ...licences, amounts: ["1e-300"], factor: { min: 0, mode: 0, max: 1 } };
    expect(simulate({ lines: [{ ...leads, amounts: ["1e90"] }, trifle] }).roi.kind).toBe("no-value");
    // 1e308 over an even draw from 0 to 1 is no double below 1e308 / 1.797…e308 = 0.556…
    const even = { min: 0, mode: 0, max: 1, lambda: 0 };
    const some = simulate({
      lines: [
        { ...certain(leads), amounts: ["1e100"] },
        { ...licences, amounts: ["1e-208"], factor: even },
      ],
      runs: 1000,
    }).roi;
    expect(some).toMatchObject({ reason: expect.stringMatching(/^There is no cost in \d{3} of 1000 runs,/) });
    const without = Number(some.kind === "no-value" ? /\d{3}/.exec(some.reason)?.[0] : Number.NaN);
    // Four standard deviations of a count of 1000 draws.
    expect(Math.abs(without - 556)).toBeLessThan(63);
    const nothing = { ...licences, factor: { min: 0, mode: 0, max: 0 } };
    expect(simulate({ lines: [leads, nothing] }).roi.kind).toBe("no-value");
  });
  it.each<[Partial<SimulatedCase>, string]>([
    [{ runs: 1 }, "from 2 to 1,000,000 runs"],
    [{ runs: 1_000_001 }, "from 2 to 1,000,000 runs"],
    [{ runs: 10.5 }, "from 2 to 1,000,000 runs"],
    [{ seed: 0.5 }, "whole number"],
    [{ annualRate: "-1" }, "-100 percent or below"],
    [{ lines: [{ ...licences, amounts: ["-5"] }] }, '"Licences" holds a cost below 0'],
    [
      { lines: [{ ...licences, factor: { min: -1, mode: 1, max: 2 } }] },
      "cannot be multiplied by less than 0",
    ],
    [{ lines: [{ ...leads, factor: { min: 1, mode: 0, max: 2 } }] }, "from its minimum"],
    [{ lines: [{ ...leads, amounts: ["1e101"] }] }, '"Leads" holds an amount too large'],
    [
      { annualRate: "-0.999999999", lines: [{ ...leads, amounts: Array.from({ length: 20 }, () => 1) }] },
      "too large",
    ],
    [{ lines: [{ ...leads, amounts: ["much"] }] }, "not a decimal"],
    [{ correlations: [[1]] }, "2 rows of correlations, not 1"],
    [
      {
        correlations: [
          [1, 0.5],
          [0.5, 0.9],
        ],
      },
      '"Licences" has a correlation of 1 with itself',
    ],
    [
      {
        correlations: [
          [1, 1.5],
          [1.5, 1],
        ],
      },
      "between -1 and 1, not 1.5",
    ],
    [
      {
        correlations: [
          [1, Number.NaN],
          [Number.NaN, 1],
        ],
      },
      "not NaN",
    ],
    [
      {
        correlations: [
          [1, 0.5],
          [0.4, 1],
        ],
      },
      "differs",
    ],
  ])("refuses %j", (wrong, message) => {
    expect(() => simulateCase({ ...base, ...wrong })).toThrow(message);
  });
});
