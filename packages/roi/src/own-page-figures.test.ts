import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accruedCost } from "./cost-tree.ts";
import { chanceFigures } from "./chance-figures.ts";
import { costFigures } from "./cost-figures.ts";
import { coverageFigures } from "./coverage-figures.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { pooledSnapshots } from "./evaluate-benefit.ts";
import { evaluateExplanation, type Explanation } from "./explanation.ts";
import type { ExplainedFigure } from "./figure.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import { arbitraryInitiative } from "./testing/arbitrary-initiative.ts";
import { arbitraryMeasuredInitiative } from "./testing/arbitrary-measurement.ts";
import {
  exampleBenefit,
  exampleInitiative,
  flatBaseline,
  snapshotsFrom,
} from "./testing/example-initiative.ts";

/** The figures that only the page of an initiative asks for. */
function ownFigures(input: InitiativeInput): ExplainedFigure[] {
  const result = evaluateInitiative(input);
  const costs = costFigures(input, result).flatMap((one) => [one.actual, one.planned, one.shared]);
  const all = [
    ...Object.values(chanceFigures(input, result)),
    ...Object.values(coverageFigures(input, result)),
    ...costs,
    ...result.benefits.flatMap(({ ratios }) => Object.values(ratios)),
  ];
  return all.filter((figure) => figure !== null);
}

/** A tree as it crosses the wire. */
const sent = (tree: Explanation) => JSON.parse(JSON.stringify(tree)) as Explanation;

describe("the figures of an initiative's own page", () => {
  it("come out again from the leaves, to the letter, whatever they were measured by", () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryInitiative, arbitraryMeasuredInitiative), (input) => {
        for (const { figure, tree } of ownFigures(input)) {
          expect(tree.value).toBe(figure.value);
          expect(evaluateExplanation(sent(tree))).toBe(figure.value);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("chanceFigures", () => {
  it("are the chances of the verdict", () => {
    const input = exampleInitiative();
    const result = evaluateInitiative(input);
    const chances = chanceFigures(input, result);
    const { probabilities } = result.verdict;
    expect(Number(chances.chanceOfReturn?.figure.value)).toBeCloseTo(
      probabilities?.netBenefitPositive ?? -1,
      12,
    );
    expect(Number(chances.chanceOfFloor?.figure.value)).toBeCloseTo(probabilities?.atLeastFloor ?? -1, 12);
    expect(Number(chances.chanceOfCeiling?.figure.value)).toBeCloseTo(
      probabilities?.atLeastCeiling ?? -1,
      12,
    );
  });

  it("move with what has to be reached", () => {
    const input = exampleInitiative();
    const { tree } = chanceFigures(input, evaluateInitiative(input)).chanceOfReturn as ExplainedFigure;
    const dearer = sent(tree);
    dearer.inputs[1] = { ...(dearer.inputs[1] as Explanation), operation: "leaf", value: "1e9", inputs: [] };
    expect(Number(evaluateExplanation({ ...dearer }))).toBeLessThan(0.01);
  });

  it("are none where nothing is judged", () => {
    const input = exampleInitiative({ costs: [] });
    expect(Object.values(chanceFigures(input, evaluateInitiative(input)))).toEqual([null, null, null]);
  });
});

describe("benefitRatioFigures", () => {
  it("are what was measured, what was expected and the share between", () => {
    // Two opportunities in a hundred leads, now one more, now one less.
    const before = Array.from({ length: 12 }, (_, month) => [80 + (month % 3) - 1, 4000] as const);
    const noisy = exampleBenefit({ baseline: flatBaseline(snapshotsFrom("2024-01", before)) });
    const [benefit] = evaluateInitiative(exampleInitiative({ benefits: [noisy] })).benefits;
    const value = (figure: ExplainedFigure | null | undefined) => Number(figure?.figure.value);
    const { actualRatio, expectedRatio, relativeLift, chanceOfGain } = benefit?.ratios ?? {};
    const actual = pooledSnapshots(benefit?.mature ?? []) ?? Number.NaN;
    expect(value(actualRatio)).toBeCloseTo(actual, 14);
    const units = Number(benefit?.figures.units.figure.value);
    const volume = (benefit?.mature ?? []).reduce((all, { denominator }) => all + Number(denominator), 0);
    expect(value(expectedRatio)).toBeCloseTo(actual - units / volume, 14);
    expect(value(relativeLift)).toBeCloseTo(actual / value(expectedRatio) - 1, 12);
    expect(value(chanceOfGain)).toBeCloseTo(benefit?.chanceOfGain ?? -1, 12);
    // The likely range is about what it says.
    const { low, high } = expectedRatio?.figure.interval ?? { low: "1", high: "0" };
    expect(Number(low)).toBeLessThan(value(expectedRatio));
    expect(Number(high)).toBeGreaterThan(value(expectedRatio));
  });
});

describe("costFigures", () => {
  it("add up to the cost of the initiative, whatever its lines", () => {
    fc.assert(
      fc.property(arbitraryInitiative, (input) => {
        const result = evaluateInitiative(input);
        const total = costFigures(input, result).reduce(
          (all, one) => all + Number(one.actual.figure.value),
          0,
        );
        expect(total).toBeCloseTo(
          Number(accruedCost(input.costs, result.countedUntil)) / 10 ** input.places,
          6,
        );
      }),
      { numRuns: 20 },
    );
  });
});
