import { describe, expect, it } from "vitest";
import { placeAfter } from "./year-keys.ts";

describe("placeAfter", () => {
  const grid = { lines: 3, columns: 52 };
  const down = { line: 1, column: 0 };

  it("moves a cell, and from the foot of a column to the head of the next", () => {
    expect(placeAfter({ line: 0, column: 4 }, down, grid)).toEqual({ line: 1, column: 4 });
    expect(placeAfter({ line: 2, column: 4 }, down, grid)).toEqual({ line: 0, column: 5 });
    expect(placeAfter({ line: 1, column: 4 }, { line: 0, column: -1 }, grid)).toEqual({ line: 1, column: 3 });
  });

  it("stays within the edges", () => {
    expect(placeAfter({ line: 0, column: 4 }, { line: -1, column: 0 }, grid)).toBeUndefined();
    expect(placeAfter({ line: 2, column: 51 }, down, grid)).toBeUndefined();
    expect(placeAfter({ line: 0, column: 0 }, { line: 0, column: -1 }, grid)).toBeUndefined();
  });
});
