import { describe, expect, it } from "vitest";
import { listInWords } from "./list-in-words.ts";

describe("listInWords", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("lists %j as “%s”", (parts, words) => {
    expect(listInWords(parts)).toBe(words);
  });
});
