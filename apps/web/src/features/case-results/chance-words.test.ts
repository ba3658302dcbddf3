import { describe, expect, it } from "vitest";
import { chanceText, lossFinding, lossRunsWords, runsUnder } from "./chance-words.ts";

describe("chanceText", () => {
  it("never says never of what came once, nor always of what failed once", () => {
    expect([0, 0.0001, 0.123, 0.9999, 1].map(chanceText)).toEqual([
      "never",
      "less than 1 in 100",
      "12 in 100",
      "more than 99 in 100",
      "always",
    ]);
  });
});

describe("lossFinding", () => {
  it("says how often it loses", () => {
    expect(lossFinding(0.12)).toBe("It loses money in 12 in 100 runs");
    expect(lossFinding(0)).toBe("It lost money in none of the runs");
  });
});

describe("runsUnder", () => {
  it("adds up the rows of the table that end at the edge or before it", () => {
    const histogram = [
      { from: null, to: -10, runs: 2 },
      { from: -10, to: 0, runs: 3 },
      { from: 0, to: 10, runs: 4 },
      { from: 10, to: null, runs: 1 },
    ];
    expect(runsUnder(histogram, 0)).toBe(5);
    expect(runsUnder([{ from: null, to: null, runs: 10 }], 0)).toBe(0);
    expect(lossRunsWords(5, 10_000)).toContain(": 5 of 10,000, the rows below zero");
  });
});
