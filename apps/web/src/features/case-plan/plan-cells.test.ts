import { describe, expect, it } from "vitest";
import { cellsOf, pathOfCells, runColumns, withPasted } from "./plan-cells.ts";

describe("cellsOf and pathOfCells", () => {
  const path = [
    { from: 0, value: "10" },
    { from: 3, value: "30" },
  ];

  it("show the value that holds in the first cell, then each step in its own", () => {
    expect(cellsOf(path, [1, 2, 3, 4])).toEqual(["10", "", "30", ""]);
    expect(cellsOf([], [1, 2])).toEqual(["", ""]);
  });

  it("read the same path back, with its first value from the beginning", () => {
    expect(pathOfCells(cellsOf(path, [1, 2, 3, 4]), [1, 2, 3, 4])).toEqual(path);
    expect(pathOfCells(["", "5", " "], [1, 2, 3])).toEqual([{ from: 2, value: "5" }]);
  });
});

describe("withPasted", () => {
  it("writes over cells from a place on, and leaves out what lies beyond the last", () => {
    expect(withPasted(["1", "2", "3"], 1, ["8", "9", "10"])).toEqual(["1", "8", "9"]);
  });
});

describe("runColumns", () => {
  it("are those in which a line comes", () => {
    expect(runColumns({ kind: "one-off", column: 2 }, [0, 1, 2, 3])).toEqual([2]);
    expect(runColumns({ kind: "recurring", from: 1, to: null }, [0, 1, 2, 3])).toEqual([1, 2, 3]);
    expect(runColumns({ kind: "recurring", from: 1, to: 2 }, [0, 1, 2, 3])).toEqual([1, 2]);
  });
});
