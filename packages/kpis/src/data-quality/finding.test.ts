import { describe, expect, it } from "vitest";
import { periodsInWords } from "./finding.ts";

describe("periodsInWords", () => {
  it.each([
    [[], ""],
    [["2026-W05"], "2026-W05"],
    [["2026-W06", "2026-W05"], "2026-W05 and 2026-W06"],
    [["2026-W05", "2026-W06", "2026-W07", "2026-W10"], "2026-W05 to 2026-W07 and 2026-W10"],
    [["2020-W52", "2020-W53", "2021-W01"], "2020-W52 to 2021-W01"],
    [["2026-01", "2026-03", "2026-05"], "2026-01, 2026-03 and 2026-05"],
    [
      ["2026-01", "2026-03", "2026-05", "2026-07", "2026-09", "2026-10"],
      "2026-01, 2026-03, 2026-05, 2026-07 and 2 more",
    ],
  ])("writes %j as %j", (periods, words) => {
    expect(periodsInWords(periods)).toBe(words);
  });
});
