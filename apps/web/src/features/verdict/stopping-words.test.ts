import type { Figure } from "@liftledger/contracts/evaluation";
import { describe, expect, it } from "vitest";
import { stoppingWords } from "./stopping-words.ts";

describe("stoppingWords", () => {
  it.each([
    ["12345.6", "Gives up €12.3K"],
    ["-4680", "Saves €4.68K"],
    ["0", "Costs nothing"],
    [null, "Not known"],
  ])("says of %s a month: %s", (value, words) => {
    expect(stoppingWords({ value, unit: "EUR" } as Figure, { compact: true, locale: "en" })).toBe(words);
  });
});
