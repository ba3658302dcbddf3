import { sumDecimals } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateInitiative, type InitiativeResult } from "./evaluate-initiative.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import { evaluateExplanation } from "./explanation.ts";
import { isJudged, needsDecision, pooledPortfolio, type PortfolioPart } from "./portfolio.ts";
import { arbitraryInitiative } from "./testing/arbitrary-initiative.ts";
import {
  exampleBenefit,
  exampleInitiative,
  flatBaseline,
  monthlyCosts,
  snapshotsFrom,
} from "./testing/example-initiative.ts";
import { toDateSeries } from "./to-date.ts";

const context = {
  until: "2025-06-30",
  asOf: "2025-07-05T09:00:00.000Z",
  grade: null,
  currency: "EUR",
  places: 2,
};
const noisy = flatBaseline(
  snapshotsFrom(
    "2024-01",
    Array.from({ length: 12 }, (_, month) => [78 + ((month * 5) % 7), 4000] as const),
  ),
);

type EvaluatedPart = PortfolioPart & { result: InitiativeResult };

function partOf(name: string, differences: Partial<InitiativeInput> = {}): EvaluatedPart {
  return {
    initiativeId: name,
    name,
    result: evaluateInitiative(exampleInitiative({ name, ...differences })),
  };
}

/** An initiative with a given worth of an opportunity and monthly cost, on a noisy baseline. */
function initiative(name: string, unitValue: string, costMinor: number, seriesId = name): EvaluatedPart {
  const { factors } = exampleBenefit();
  return partOf(name, {
    benefits: [exampleBenefit({ seriesId, baseline: noisy, factors: { ...factors, unitValue } })],
    costs: monthlyCosts(
      "2025-01",
      Array.from({ length: 6 }, () => costMinor),
    ),
  });
}

describe("pooledPortfolio", () => {
  it("adds up before it divides: a small winner does not make up for a large loser", () => {
    // A year of 78 … 84 has a mean near 81; both claims see the same lift, worth 6 × about 23 × unit value.
    const parts = [initiative("winner", "400", 100_000), initiative("loser", "100", 5_000_000)];
    const { figures, medianRoi, quartiles } = pooledPortfolio(parts, context, 7);
    const [winner, loser] = parts.map(({ result }) => Number(result.figures.netRoi.figure.value));
    const pooled = Number(figures.netRoi.figure.value);
    const value = parts.reduce(
      (sum, { result }) => sum + Number(result.figures.realisedValue.figure.value),
      0,
    );
    expect(pooled).toBeCloseTo(value / (6000 + 300_000) - 1, 9);
    expect(pooled).toBeLessThan(0);
    expect(medianRoi).toBeCloseTo(((winner ?? 0) + (loser ?? 0)) / 2, 9);
    expect(quartiles).toBeNull();
  });

  it("is exactly the sum of what could be judged, and tells apart what the others cost", () => {
    fc.assert(
      fc.property(fc.array(arbitraryInitiative, { minLength: 1, maxLength: 4 }), (inputs) => {
        const parts = inputs.map((input, place) => ({
          initiativeId: String(place),
          name: String(place),
          result: evaluateInitiative(input),
        }));
        const { figures, netRoiOfAll, costOfOthers, counted } = pooledPortfolio(parts, context, 7);
        const judged = parts.filter(({ result }) => isJudged(result));
        expect(counted).toEqual(judged.map(({ initiativeId }) => initiativeId));
        const total = (of: PortfolioPart[], key: "cost" | "realisedValue") =>
          sumDecimals(of.map(({ result }) => result.figures[key].figure.value ?? "0"));
        const sumOf = (key: "cost" | "realisedValue") => (judged.length === 0 ? null : total(judged, key));
        expect(figures.realisedValue.figure.value).toBe(sumOf("realisedValue"));
        expect(figures.cost.figure.value).toBe(sumOf("cost"));
        expect(costOfOthers.figure.value).toBe(
          total(
            parts.filter((part) => !judged.includes(part)),
            "cost",
          ),
        );
        for (const { figure, tree } of [...Object.values(figures), netRoiOfAll, costOfOthers])
          expect(evaluateExplanation(tree)).toBe(figure.value);
      }),
      { numRuns: 15 },
    );
  });

  it("shows beside it the return over everything spent, what cannot be judged at no value", () => {
    const judged = initiative("judged", "200", 500_000);
    const early = partOf("early", { costs: monthlyCosts("2025-01", [100_000, 100_000]), benefits: [] });
    const foundation = partOf("foundation", {
      phaseHistory: [{ phase: "foundation", enteredOn: "2025-01-01" }],
      costs: monthlyCosts("2025-01", [50_000]),
    });
    const { figures, netRoiOfAll } = pooledPortfolio([judged, early, foundation], context, 7);
    const value = Number(figures.realisedValue.figure.value);
    expect(Number(figures.netRoi.figure.value)).toBeCloseTo(value / 30_000 - 1, 9);
    expect(Number(netRoiOfAll.figure.value)).toBeCloseTo(value / 32_500 - 1, 9);
    expect(netRoiOfAll.figure.figureId).toBe("portfolio/net-roi-of-all");
    expect(evaluateExplanation(netRoiOfAll.tree)).toBe(netRoiOfAll.figure.value);
    const { interval } = figures.realisedValue.figure;
    expect(Number(netRoiOfAll.figure.interval?.low)).toBeCloseTo(Number(interval?.low) / 32_500 - 1, 5);
    const onlyEarly = pooledPortfolio([early], context, 7).netRoiOfAll.figure;
    expect([onlyEarly.value, onlyEarly.interval]).toEqual(["-1", null]);
    expect(pooledPortfolio([], context, 7).netRoiOfAll.figure).toMatchObject({
      value: null,
      reason: "nothing has been spent yet",
    });
  });

  it("has reasons and no numbers where nothing can be judged", () => {
    const { figures, medianRoi } = pooledPortfolio([partOf("free", { costs: [] })], context, 7);
    expect(figures.netRoi.figure).toMatchObject({ value: null, reason: "no initiative can be judged yet" });
    expect(medianRoi).toBeNull();
  });

  it("takes two claims on one series as one noise, and claims on two as two", () => {
    const width = (secondSeries: string) => {
      const parts = [initiative("a", "200", 500_000, "shop"), initiative("b", "200", 500_000, secondSeries)];
      const { interval } = pooledPortfolio(parts, context, 7).figures.realisedValue.figure;
      return Number(interval?.high) - Number(interval?.low);
    };
    const alone = initiative("a", "200", 500_000, "shop").result.figures.realisedValue.figure.interval;
    const single = Number(alone?.high) - Number(alone?.low);
    expect(width("shop") / single).toBeCloseTo(2, 1);
    // √2 for independent parts of one size.
    expect(Math.abs(width("blog") / single - Math.SQRT2)).toBeLessThan(0.06);
  });

  it("adds every benefit of an initiative", () => {
    const { factors } = exampleBenefit();
    const benefit = (seriesId: string) =>
      exampleBenefit({
        benefitId: seriesId,
        seriesId,
        baseline: noisy,
        factors: { ...factors, unitValue: "400" },
      });
    const both = partOf("both", { benefits: [benefit("shop"), benefit("blog")] });
    const apart = [
      partOf("shop", { benefits: [benefit("shop")] }),
      partOf("blog", { benefits: [benefit("blog")] }),
    ];
    const rangeOf = (parts: PortfolioPart[]) =>
      pooledPortfolio(parts, context, 7).figures.realisedValue.figure.interval;
    expect(rangeOf([both])).toEqual(rangeOf(apart));
    expect(rangeOf([both])).not.toBeNull();
  });

  it("shows the interval at which its timeline ends", () => {
    const parts = [initiative("a", "200", 500_000), initiative("b", "90", 300_000)];
    const { interval } = pooledPortfolio(parts, context, 7).figures.realisedValue.figure;
    const last = toDateSeries({
      benefits: parts.flatMap(({ result }) => result.benefits),
      costs: [],
      currency: "EUR",
      places: 2,
      startedOn: "2025-01-01",
      until: "2025-06-30",
      seed: 7,
    }).at(-1);
    expect([last?.valueLow, last?.valueHigh]).toEqual([interval?.low, interval?.high]);
  });

  it("takes the quartiles from four initiatives on, by linear interpolation", () => {
    const parts = ["100", "200", "300", "400"].map((worth) => initiative(worth, worth, 500_000));
    const rois = parts.map(({ result }) => Number(result.figures.netRoi.figure.value));
    const { quartiles, medianRoi } = pooledPortfolio(parts, context, 7);
    const [first = 0, second = 0, third = 0, fourth = 0] = rois;
    expect(medianRoi).toBeCloseTo((second + third) / 2, 12);
    expect(quartiles?.lower).toBeCloseTo(first + 0.75 * (second - first), 12);
    expect(quartiles?.upper).toBeCloseTo(third + 0.25 * (fourth - third), 12);
  });
});

describe("needsDecision", () => {
  it("puts the most pressing first, then the most costly, and leaves out what runs well", () => {
    const parts = [
      initiative("on track", "330", 500_000),
      initiative("above", "900", 500_000),
      initiative("small loss", "10", 100_000),
      initiative("large loss", "10", 900_000),
    ];
    expect(parts.map(({ result }) => result.verdict.status)).toEqual([
      "on-track",
      "above",
      "losing-money",
      "losing-money",
    ]);
    expect(needsDecision(parts)).toEqual(["large loss", "small loss", "above"]);
  });
});
