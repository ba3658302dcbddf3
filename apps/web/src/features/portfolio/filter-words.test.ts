import { describe, expect, it } from "vitest";
import { filterWords } from "./filter-words.ts";

describe("filterWords", () => {
  it.each([
    [{ show: "needs-decision" }, "3 of 15 initiatives are shown: those that need a decision."],
    [{ show: "too-early" }, "3 of 15 initiatives are shown: those that are too early to judge."],
    [{ q: " brand " }, "3 of 15 initiatives are shown: those with “brand” in their name, team or owner."],
    [
      { show: "needs-decision", q: "brand" },
      "3 of 15 initiatives are shown: those that need a decision and have “brand” in their name, team or owner.",
    ],
  ] as const)("says of %o: %s", (search, words) => {
    expect(filterWords(search, 3, 15)).toBe(words);
  });
});
