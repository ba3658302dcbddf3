import { addPeriods, listPeriods } from "@liftledger/kpis/period";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import {
  consecutivePositiveQuarters,
  liftPerQuarter,
  type LoggedPeriod,
  type QuarterLift,
} from "./lift-per-quarter.ts";

/** Periods of 1,000 leads with a given number of opportunities each. */
function logged(first: string, numerators: readonly number[]): LoggedPeriod[] {
  return listPeriods(first, addPeriods(first, numerators.length - 1)).map((period, place) => ({
    period,
    numerator: String(numerators[place]),
    denominator: "1000",
  }));
}

const wave = (count: number, level: number) =>
  Array.from({ length: count }, (_, place) => level + ([3, -2, 0, 2, -3][place % 5] ?? 0));
const before = logged("2024-W27", wave(26, 40));

describe("liftPerQuarter", () => {
  const gains = liftPerQuarter({
    before,
    after: logged("2025-W01", [...wave(13, 50), ...wave(13, 40), ...wave(13, 30), ...wave(5, 50)]),
    direction: "higher",
  });

  it("gives each quarter its outcome from its own weeks", () => {
    expect(gains.map(({ quarter, periods, of, outcome }) => [quarter, periods, of, outcome])).toEqual([
      ["2025-Q1", 13, 13, "positive"],
      ["2025-Q2", 13, 13, "unclear"],
      ["2025-Q3", 13, 13, "negative"],
      ["2025-Q4", 5, 13, "partial"],
    ]);
    expect(gains[3]?.sentence).toBe(
      "2025-Q4: 5 of 13 periods are in; so far the chance of a gain is over 99 in 100.",
    );
  });

  it("counts the units seen less those expected: about 10 of each week", () => {
    expect(gains[0]?.units).toBeGreaterThan(115);
    expect(gains[0]?.units).toBeLessThan(145);
  });

  it("mirrors where lower is better", () => {
    const after = logged("2025-W01", wave(13, 50));
    const [up] = liftPerQuarter({ before, after, direction: "higher" });
    const [down] = liftPerQuarter({ before, after, direction: "lower" });
    expect(down?.units).toBeCloseTo(-(up?.units ?? 0), 9);
    expect(down?.chanceOfGain).toBeCloseTo(1 - (up?.chanceOfGain ?? 0), 9);
    expect(down?.outcome).toBe("negative");
  });

  it("is not changed by a later quarter", () => {
    const first = liftPerQuarter({
      before,
      after: logged("2025-W01", wave(13, 50)),
      direction: "higher",
    })[0];
    expect(first?.units).toBe(gains[0]?.units);
    expect(first?.chanceOfGain).toBe(gains[0]?.chanceOfGain);
  });

  it("puts a week into the quarter of its Thursday", () => {
    // 2026-W14 is 30 March to 5 April; its Thursday is 2 April. 2026-Q1 has the weeks 1 to 13.
    const weeks = liftPerQuarter({ before, after: logged("2026-W13", [40, 40]), direction: "higher" });
    expect(weeks.map(({ quarter, of }) => [quarter, of])).toEqual([
      ["2026-Q1", 13],
      ["2026-Q2", 13],
    ]);
    // 2026 has 53 weeks: its last quarter has 14.
    expect(liftPerQuarter({ before, after: logged("2026-W53", [40]), direction: "higher" })[0]).toMatchObject(
      {
        quarter: "2026-Q4",
        of: 14,
      },
    );
  });

  it("takes months, three to a quarter", () => {
    const months = liftPerQuarter({
      before: logged("2024-01", wave(12, 40)),
      after: logged("2025-02", wave(5, 60)),
      direction: "higher",
    });
    expect(months.map(({ quarter, periods, of, outcome }) => [quarter, periods, of, outcome])).toEqual([
      ["2025-Q1", 2, 3, "partial"],
      ["2025-Q2", 3, 3, "positive"],
    ]);
  });

  it("has no outcome without an interval, and none of nothing", () => {
    const [quarter] = liftPerQuarter({
      before: before.slice(0, 2),
      after: logged("2025-W01", wave(13, 50)),
      direction: "higher",
    });
    expect(quarter).toMatchObject({ outcome: "no-interval", interval: null, chanceOfGain: null });
    expect(liftPerQuarter({ before, after: [], direction: "higher" })).toEqual([]);
  });

  it("is unclear where it is what was expected, to the last digit", () => {
    const [quarter] = liftPerQuarter({
      before: logged("2024-01", [7, 7, 7, 7]),
      after: logged("2025-01", [7, 7, 7]),
      direction: "lower",
    });
    expect(quarter).toMatchObject({ units: 0, outcome: "unclear" });
  });

  it("has no units, and no tree that gives some, where nothing was logged before the start", () => {
    const empty = logged("2024-01", [0, 0, 0]).map((period) => ({ ...period, denominator: "0" }));
    for (const nothing of [[], empty]) {
      const after = logged("2025-01", [7, 7, 7]);
      const [quarter] = liftPerQuarter({ before: nothing, after, direction: "higher" });
      expect(quarter).toMatchObject({ units: null, interval: null, outcome: "no-interval" });
      expect(quarter?.tree).toMatchObject({ value: null, reason: expect.stringMatching(/./) });
    }
  });

  it("is what its tree gives, evaluated from the logged rows", () => {
    for (const { tree, units } of gains) {
      expect(evaluateExplanation(tree)).toBe(tree.value);
      expect(Number(tree.value)).toBeCloseTo(units ?? Number.NaN, 6);
    }
  });

  it("refuses mixed period types and a probability that decides nothing", () => {
    const after = logged("2025-01", [50]);
    expect(() => liftPerQuarter({ before, after, direction: "higher" })).toThrow(RangeError);
    for (const probability of [0.5, 1, Number.NaN])
      expect(() => liftPerQuarter({ before, after: [], direction: "higher", probability })).toThrow(
        RangeError,
      );
  });
});

describe("consecutivePositiveQuarters", () => {
  const quarters = (...outcomes: QuarterLift["outcome"][]) =>
    outcomes.map((outcome, place) => ({ quarter: `2025-Q${place + 1}`, outcome, periods: 5, of: 13 }));

  it.each<[QuarterLift["outcome"][], number, number]>([
    [["positive", "positive", "positive"], 3, 3],
    [["positive", "unclear", "positive"], 1, 1],
    [["positive", "positive", "negative"], 0, 2],
    [["positive", "positive", "partial"], 2, 2],
    [["partial", "positive", "positive"], 2, 2],
    [["positive", "partial", "positive"], 1, 1],
    [["partial"], 0, 0],
    [[], 0, 0],
  ])("of %j has %i now and %i at best", (outcomes, current, longest) => {
    expect(consecutivePositiveQuarters(quarters(...outcomes))).toMatchObject({ current, longest });
  });

  it("is interrupted by a quarter that is not there", () => {
    const apart = quarters("positive", "positive", "positive").filter((_, place) => place !== 1);
    expect(consecutivePositiveQuarters(apart)).toMatchObject({ current: 1, longest: 1 });
  });

  it("says what it leaves aside", () => {
    expect(consecutivePositiveQuarters(quarters("positive", "positive", "partial")).sentence).toBe(
      "2 positive quarters in a row; 2025-Q3 is left aside with 5 of 13 periods.",
    );
    expect(consecutivePositiveQuarters(quarters("partial")).sentence).toBe(
      "No whole quarter yet; 2025-Q1 is left aside with 5 of 13 periods.",
    );
    expect(consecutivePositiveQuarters(quarters("negative")).sentence).toBe(
      "The last whole quarter was not positive.",
    );
  });
});
