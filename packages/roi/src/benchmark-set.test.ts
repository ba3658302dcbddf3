import { describe, expect, it } from "vitest";
import { bandsOf, floorTree, type BenchmarkSet } from "./benchmark-set.ts";
import { bandOf, positionOf } from "./benchmark.ts";
import { certainAmount } from "./distribution.ts";
import { evaluateExplanation } from "./explanation.ts";
import { exampleJudgement } from "./testing/example-judgement.ts";
import { judge } from "./verdict.ts";

const source = { kind: "benchmark", text: "Board hurdles, version 2", version: 2 } as const;

function exampleSet(differences: Partial<BenchmarkSet> = {}): BenchmarkSet {
  return {
    setId: "set-1",
    name: "Board hurdles",
    version: 2,
    validFrom: "2025-01-01",
    basis: "net",
    span: "cumulative",
    publisher: "Board paper 7",
    caveat: "Set for two years.",
    approvedBy: "Grace",
    bands: [
      { phase: "pilots", floor: "0.1", ceiling: "0.15" },
      { phase: "scale", floor: "0.5", ceiling: null },
    ],
    source,
    ...differences,
  };
}

describe("bandsOf", () => {
  it("finds the published bands without a set, and for a phase that a set does not state", () => {
    expect(bandsOf(undefined)("pilots")).toEqual(bandOf("pilots"));
    expect(bandsOf(exampleSet())("transform")).toEqual(bandOf("transform"));
    expect(bandsOf(exampleSet())("foundation")).toBeNull();
  });

  it("takes the cost off what is stated as gross", () => {
    // 1.3 and 1.7 of value on each 1 of cost are 30% and 70% on top of it.
    const bands = [{ phase: "pilots", floor: "1.3", ceiling: "1.7" }] as const;
    const set = exampleSet({ basis: "gross", bands });
    expect(bandsOf(set)("pilots")).toMatchObject({
      floor: 0.3,
      ceiling: 0.7,
      basis: "net",
      name: "Pilots, Board hurdles",
    });
    const tree = floorTree("pilots", set);
    expect([tree.value, evaluateExplanation(tree)]).toEqual(["0.3", "0.3"]);
    expect(tree.inputs[0]).toMatchObject({ value: "1.3", source });
  });

  it("leaves a point between bands of the set in use, not of the published", () => {
    const bandFor = bandsOf(exampleSet());
    expect(positionOf(0.2, bandFor("pilots"), bandFor)).toBe("between-bands");
    expect(positionOf(0.6, bandFor("pilots"), bandFor)).toBe("above-ceiling");
  });
});

describe("judge, by an organisation's own benchmarks", () => {
  const twentyPercent = { realisedValue: certainAmount(1200), roi: 0.2 };

  it("gives the verdict against them, and tells how it would read against the published", () => {
    const verdict = judge(exampleJudgement({ ...twentyPercent, benchmarks: exampleSet() }));
    expect(verdict).toMatchObject({ status: "above", position: "between-bands" });
    expect(verdict.qualifiers.find(({ key }) => key === "published-band")?.text).toBe(
      "Against the published 30–70% (Pilots), Hashmeta, it would read “Paying, under the benchmark”.",
    );
    expect(judge(exampleJudgement(twentyPercent)).status).toBe("below");
  });

  it.each([
    ["in-phase", "of one phase"],
    ["annualised", "a year's"],
  ] as const)("does not hold the headline against what is %s", (span, words) => {
    const verdict = judge(exampleJudgement({ ...twentyPercent, benchmarks: exampleSet({ span }) }));
    expect(verdict).toMatchObject({
      status: "not-judged",
      headline: "Not comparable with its benchmark",
      reason: expect.stringContaining(words),
      position: "unknown",
      probabilities: null,
    });
    expect(floorTree("pilots", exampleSet({ span })).value).toBeNull();
  });
});
