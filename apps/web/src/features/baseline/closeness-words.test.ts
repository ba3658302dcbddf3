import { describe, expect, it } from "vitest";
import { closenessWords } from "./closeness-words.ts";

describe("closenessWords", () => {
  it.each([
    [null, "stood still before the start: it explains nothing"],
    [1, "moved very much alike before the start"],
    [0.8, "moved very much alike before the start"],
    [0.79, "moved much alike before the start"],
    [-0.6, "moved much alike before the start, the other way round"],
    [0.3, "moved a little alike before the start"],
    [-0.1, "moved on its own before the start"],
  ])("says of a correlation of %s: %s", (correlation, words) => {
    expect(closenessWords(correlation)).toBe(words);
  });
});
