import { contributionOf } from "@liftledger/roi/contribution";
import { evaluateInitiative } from "@liftledger/roi/evaluate-initiative";
import { arbitraryInitiative } from "@liftledger/roi/testing/arbitrary-initiative";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryText, readEntry } from "./kept-entry.ts";
import type { PortfolioEntry } from "./portfolio-entry.ts";

/** Only what is read here: the row crosses as it is. */
const row = { initiativeId: "one", name: "Scoring" } as PortfolioEntry["row"];

const journey: PortfolioEntry["journey"] = {
  phaseHistory: [{ phase: "pilots", enteredOn: "2026-01-05" }],
  endedOn: null,
  hasMeasuredReturn: true,
};

const checks: PortfolioEntry["checks"] = [
  { content: "digest {}", check: { kind: "not-enough-history", needed: 34, found: 20 } },
];

describe("readEntry", () => {
  it("reads what was written to the last bit, what is certain included", () => {
    fc.assert(
      fc.property(arbitraryInitiative, (input) => {
        const entry = {
          row,
          journey,
          contribution: contributionOf(input, evaluateInitiative(input)),
          checks,
        };
        expect(readEntry(entryText(entry))).toEqual(entry);
      }),
      { numRuns: 50 },
    );
    const certain = { degreesOfFreedom: Infinity, weights: [1], locations: [0.1 + 0.2], scales: [0] };
    const column = (values: number[]) => Float64Array.from(values);
    const mixture = {
      ...certain,
      weights: column(certain.weights),
      locations: column(certain.locations),
      scales: column(certain.scales),
    };
    const part = { source: "a", factor: 2, mixture };
    const month = {
      month: "2026-06",
      standing: "valued",
      value: "0.6",
      costMinor: "0",
      parts: [part],
    } as const;
    const contribution: PortfolioEntry["contribution"] = {
      netRoi: null,
      grade: null,
      value: "0.6",
      cost: null,
      countedUntil: "2026-06-30",
      months: [{ ...month, parts: [part] }],
    };
    const entry = { row, journey, contribution, checks };
    expect(readEntry(entryText(entry))).toEqual(entry);
  });

  it("writes the weights that months share once", () => {
    const weights = Float64Array.from([0.25, 0.75]);
    const part = (location: number) => ({
      source: "a",
      factor: 1,
      mixture: {
        degreesOfFreedom: 9,
        weights,
        locations: Float64Array.from([location, 1]),
        scales: Float64Array.from([1, 2]),
      },
    });
    const months = [3, 4].map((location) => ({
      month: "2026-06" as const,
      standing: "valued" as const,
      value: "1",
      costMinor: "0",
      parts: [part(location)],
    }));
    const contribution = {
      netRoi: null,
      grade: null,
      value: null,
      cost: null,
      countedUntil: "2026-06-30",
      months,
    };
    const read = readEntry(entryText({ row, journey, contribution, checks })).contribution.months;
    const [first, second] = read.map(({ parts }) => parts?.[0]?.mixture);
    expect(first?.weights).toBe(second?.weights);
    expect(first?.scales).toBe(second?.scales);
    expect(first?.locations).not.toEqual(second?.locations);
  });
});
