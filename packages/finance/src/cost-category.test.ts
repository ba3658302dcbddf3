import { describe, expect, it } from "vitest";
import { costCategories } from "./cost-category.ts";

describe("costCategories", () => {
  it("names each category once, with a plain sentence", () => {
    expect(new Set(costCategories.map((category) => category.key)).size).toBe(costCategories.length);
    expect(costCategories.every((category) => /^[A-Z].*\.$/.test(category.sentence))).toBe(true);
    expect(costCategories.map((category) => category.key)).toEqual([
      "licences",
      "usage-and-tokens",
      "people",
      "integration",
      "training",
      "change",
      "security-and-compliance",
      "review-and-rework",
      "working-media",
      "other",
    ]);
  });
});
