import { describe, expect, it } from "vitest";
import { certainAmount } from "./distribution.ts";
import { ownBand } from "./own-hurdle.ts";
import { judge } from "./verdict.ts";
import { exampleJudgement } from "./testing/example-judgement.ts";

describe("judge, beside an organisation's own hurdle", () => {
  const ownHurdle = ownBand({
    name: "our hurdle",
    phase: "pilots",
    floor: 0.125,
    ceiling: null,
    setBy: "Finance",
  });

  it("tells how it would read against it, and keeps the verdict", () => {
    const verdict = judge(exampleJudgement({ realisedValue: certainAmount(1200), roi: 0.2, ownHurdle }));
    expect(verdict.status).toBe("below");
    expect(verdict.qualifiers.find(({ key }) => key === "own-hurdle")?.text).toBe(
      "Against 12.5% and more (our hurdle), set by Finance, it would read “On track”. " +
        "The chance of at least 12.5% is over 99 in 100, and that of a loss under 1 in 100.",
    );
  });

  it.each([
    { floor: Number.NaN, ceiling: null },
    { floor: -1.01, ceiling: null },
    { floor: 0.5, ceiling: 0.5 },
  ])("refuses a hurdle of %j", (band) => {
    expect(() => ownBand({ name: "ours", phase: "pilots", setBy: "Finance", ...band })).toThrow(RangeError);
  });
});
