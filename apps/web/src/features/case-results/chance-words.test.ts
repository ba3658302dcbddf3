import { describe, expect, it } from "vitest";
import { chanceText, lossFinding } from "./chance-words.ts";

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
