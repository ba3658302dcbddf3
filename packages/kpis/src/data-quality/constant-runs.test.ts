import { describe, expect, it } from "vitest";
import { pointsFrom, soundValues } from "../testing/example-points.ts";
import { found, judge } from "../testing/judged-series.ts";

describe("the check of constant runs", () => {
  const withRun = (length: number, pair: [number, number] | ((week: number) => [number, number])) =>
    pointsFrom(
      "2025-W01",
      soundValues(40).map((own, week) =>
        week >= 10 && week < 10 + length ? (typeof pair === "function" ? pair(week) : pair) : own,
      ),
    );
  it("finds what was copied forward", () => {
    expect(found(judge(withRun(4, [121, 4010])), "constant-runs")).toEqual([
      "problem: The same numerator and denominator 4 weeks in a row (2025-W11 to 2025-W14): copied forward?",
    ]);
    expect(found(judge(withRun(3, [121, 4010])), "constant-runs")).toEqual([]);
    expect(found(judge(withRun(4, (week) => [121, 4000 + week])), "constant-runs")).toEqual([
      "look: The same numerator 4 weeks in a row (2025-W11 to 2025-W14): copied forward?",
    ]);
  });
  it("finds a ratio typed from a rate", () => {
    expect(
      found(judge(withRun(4, (week) => [3 * (1000 + week), 100 * (1000 + week)])), "constant-runs"),
    ).toEqual(["look: Exactly the same ratio 4 weeks in a row (2025-W11 to 2025-W14): typed from a rate?"]);
  });
  it("asks twice the length of small counts, and nothing of a share that is 100 %", () => {
    expect(found(judge(withRun(7, (week) => [3, 90 + week])), "constant-runs")).toEqual([]);
    expect(found(judge(withRun(8, (week) => [3, 90 + week])), "constant-runs")).toHaveLength(1);
    expect(found(judge(withRun(6, (week) => [4000 + week, 4000 + week])), "constant-runs")).toEqual([]);
  });
  it("finds zeros where something is usual, and none where little is", () => {
    expect(found(judge(withRun(3, (week) => [0, 4000 + week])), "constant-runs")).toEqual([
      "look: Only zeros 3 weeks in a row (2025-W11 to 2025-W13): did the source stop?",
    ]);
    const rare = Array.from({ length: 20 }, (_, week): [number, number] => [
      week % 4 === 0 ? 1 : 0,
      400 + week,
    ]);
    expect(found(judge(pointsFrom("2025-W01", rare)), "constant-runs")).toEqual([]);
  });
  it("begins again after a gap", () => {
    const points = withRun(5, [121, 4010]).filter(({ period }) => period !== "2025-W13");
    expect(found(judge(points), "constant-runs")).toEqual([]);
  });
});
