import { describe, expect, it } from "vitest";
import { pointsFrom, soundValues } from "../testing/example-points.ts";
import { found, judge, sound } from "../testing/judged-series.ts";

describe("the check of completeness", () => {
  it("counts a gap as a look, three in a row or a fifth as a problem", () => {
    expect(found(judge(sound.filter((_, at) => at !== 20 && at !== 30)), "completeness")).toEqual([
      "look: 2 of 59 weeks are missing: 2025-W21 and 2025-W31.",
    ]);
    expect(found(judge(sound.filter((_, at) => at < 20 || at > 22)), "completeness")).toEqual([
      "problem: 3 of 59 weeks are missing: 2025-W21 to 2025-W23.",
    ]);
    expect(judge(sound.filter((_, at) => at % 4 !== 1)).findings[0]?.severity).toBe("problem");
  });
  it("misses a period only once its days for recording have passed", () => {
    // 2026-W07 ends on 15 February; with seven days to record it, it is due after the 22nd.
    const points = pointsFrom("2026-W01", soundValues(6));
    expect(judge(points, { asOf: "2026-02-22" }).completeness.missing).toEqual([]);
    expect(judge(points, { asOf: "2026-02-23" }).completeness.missing).toEqual(["2026-W07"]);
    const limits = { lateAfterDays: 30 };
    expect(judge(points, { asOf: "2026-02-23", limits }).completeness.missing).toEqual([]);
  });
  it("starts and ends where it is told to", () => {
    const points = pointsFrom("2026-W03", soundValues(4));
    const { completeness } = judge(points, { expectedFrom: "2026-W01", expectedTo: "2026-W07" });
    expect(completeness).toEqual({
      expected: 7,
      present: 4,
      share: 4 / 7,
      missing: ["2026-W01", "2026-W02", "2026-W07"],
    });
  });
});
