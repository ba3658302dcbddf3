import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measurabilityOf, rankCandidates, type Candidate, type MeasurableFacts } from "./rank-candidates.ts";

const measurable: MeasurableFacts = {
  isOutcome: true,
  isLogged: true,
  periodType: "week",
  periodsBefore: 26,
  hasComparison: true,
};
const candidate = (name: string, differences: Partial<Candidate> = {}): Candidate => ({
  candidateId: name.toLowerCase(),
  name,
  expectedValue: "60000",
  currency: "EUR",
  valueFrom: null,
  measurable,
  readiness: "1",
  gapsOpen: [],
  effortWeeks: "10",
  ...differences,
});
const names = (candidates: readonly Candidate[]) => rankCandidates(candidates).map(({ name }) => name);
const few = (candidates: readonly Candidate[]) =>
  rankCandidates(candidates).flatMap((one) => (one.kind === "ranked" && one.isAmongTheFew ? [one.name] : []));

describe("measurabilityOf", () => {
  it.each<[Partial<MeasurableFacts>, number]>([
    [{}, 5],
    [{ hasComparison: false }, 4],
    [{ periodsBefore: 25 }, 4],
    [{ periodsBefore: 2 }, 3],
    [{ periodsBefore: 3 }, 4],
    [{ periodType: "month", periodsBefore: 12 }, 5],
    [{ periodType: "month", periodsBefore: 11 }, 4],
    [{ isOutcome: false, isLogged: false, periodsBefore: 0, hasComparison: false }, 0],
  ])("of %j is %i", (differences, points) => {
    expect(measurabilityOf({ ...measurable, ...differences })).toBe(points);
  });
});

describe("rankCandidates", () => {
  it("puts value a week of effort first, as far as it can be measured and is ready", () => {
    // By hand: 60,000 × 5/5 × 1 / 10 = 6,000; half of it at twice the effort; 60,000 × 2/5 / 10 = 2,400; and
    // 60,000 × (0 + 0.1) / 1.1 / 10 = 545.45.
    const ranked = rankCandidates([
      candidate("Unready", { readiness: "0" }),
      candidate("Vague", { measurable: { ...measurable, periodsBefore: 0, hasComparison: false } }),
      candidate("Slow", { effortWeeks: "20" }),
      candidate("Scoring"),
    ]);
    expect(ranked.map((one) => one.kind === "ranked" && [one.place, one.name, one.priority])).toEqual([
      [1, "Scoring", "6000"],
      [2, "Slow", "3000"],
      [3, "Vague", "2400"],
      [4, "Unready", "545.45"],
    ]);
  });

  it("says why, side by side", () => {
    const [first] = rankCandidates([
      candidate("Scoring", {
        measurable: { ...measurable, hasComparison: false },
        effortWeeks: "1",
        valueFrom: "Finance said so.",
      }),
    ]);
    expect(first?.reasons).toEqual([
      { side: "expected-value", reason: "Finance said so." },
      { side: "measurability", reason: "It lacks a comparison." },
      { side: "readiness", reason: "No gap is open for a pilot." },
      { side: "effort", reason: "Of one person, until it runs." },
    ]);
  });

  it("leaves what has no value or no effort yet unranked, with what is missing", () => {
    const ranked = rankCandidates([
      candidate("Bot", { expectedValue: null, effortWeeks: null }),
      candidate("Agent", { effortWeeks: null }),
      candidate("Scoring"),
    ]);
    expect(ranked.map(({ name, kind }) => [name, kind])).toEqual([
      ["Scoring", "ranked"],
      ["Agent", "not-ranked"],
      ["Bot", "not-ranked"],
    ]);
    expect(ranked[1]?.reasons[0]?.reason).toBe("Nobody said how that is known.");
    expect(ranked[2]?.reasons[0]?.reason).toBe("What it could bring is not known yet.");
    expect(ranked[2]).toMatchObject({ missing: ["the expected value of its sentence", "the effort"] });
  });

  it("begins with three at most, and only with what can be measured and brings something", () => {
    const vague = { ...measurable, isLogged: false, periodsBefore: 0, hasComparison: false };
    const best = candidate("Best", { expectedValue: "999999", measurable: vague });
    const others = ["A", "B", "C", "D"].map((name) => candidate(name));
    expect(few([best, ...others])).toEqual(["A", "B", "C"]);
    expect(few([candidate("Nothing", { expectedValue: "0" })])).toEqual([]);
    expect(few([candidate("Loss", { expectedValue: "-1" })])).toEqual([]);
  });

  it("breaks ties by value, then by name", () => {
    const twice = candidate("Zeta", { expectedValue: "120000", effortWeeks: "20" });
    expect(names([candidate("Beta"), candidate("Alpha"), twice])).toEqual(["Zeta", "Alpha", "Beta"]);
  });

  it.each<[Partial<Candidate>, string]>([
    [{ expectedValue: "much" }, '"much" is no value'],
    [{ readiness: "1.1" }, "readiness is a ratio from 0 to 1"],
    [{ readiness: "-0.1" }, "readiness is a ratio from 0 to 1"],
    [{ effortWeeks: "0" }, "weeks above 0"],
    [{ effortWeeks: "soon" }, "weeks above 0"],
  ])("refuses %j", (differences, message) => {
    expect(() => rankCandidates([candidate("Bot", differences)])).toThrow(message);
  });

  it("keeps its order whatever order they come in, and moves none down that is worth more", () => {
    const one = fc.record({
      expectedValue: fc.option(fc.nat(1000).map(String)),
      readiness: fc.constantFrom("0", "0.25", "0.5", "1"),
      gapsOpen: fc.constantFrom([], ["Data", "Talent"]),
      effortWeeks: fc.option(fc.integer({ min: 1, max: 50 }).map(String)),
      measurable: fc.record({
        isOutcome: fc.boolean(),
        isLogged: fc.boolean(),
        periodType: fc.constantFrom("week" as const, "month" as const),
        periodsBefore: fc.nat(30),
        hasComparison: fc.boolean(),
      }),
    });
    const many = fc
      .array(one, { minLength: 1, maxLength: 6 })
      .map((all) => all.map((given, place) => candidate(`Idea ${place}`, given)));
    fc.assert(
      fc.property(many, fc.nat(), (candidates, seed) => {
        const order = names(candidates);
        expect(order.length).toBe(candidates.length);
        expect(names(candidates.toReversed())).toEqual(order);
        const chosen = candidates[seed % candidates.length];
        if (chosen === undefined || chosen.expectedValue === null) return;
        const raised = { ...chosen, expectedValue: String(Number(chosen.expectedValue) * 2 + 1) };
        const after = names(candidates.map((other) => (other === chosen ? raised : other)));
        expect(after.indexOf(chosen.name)).toBeLessThanOrEqual(order.indexOf(chosen.name));
      }),
    );
  });
});
