import { describe, expect, it } from "vitest";
import { readPastedBlock, withoutLabels } from "./pasted-block.ts";

describe("readPastedBlock", () => {
  it("reads tabs as columns and lines as rows", () => {
    expect(readPastedBlock("402\t12\r\n18,400\t231\r\n")).toEqual([
      ["402", "12"],
      ["18,400", "231"],
    ]);
  });
  it("reads one cell", () => {
    expect(readPastedBlock("42")).toEqual([["42"]]);
  });
  it("keeps empty cells and rows in their places", () => {
    expect(readPastedBlock("1\t\t3\n\n\t5")).toEqual([["1", "", "3"], [""], ["", "5"]]);
    expect(readPastedBlock("1\t")).toEqual([["1", ""]]);
  });
  it("reads a quoted cell with a line break and quotes in it as one", () => {
    expect(readPastedBlock('"a\nb ""c"""\t7\n')).toEqual([['a\nb "c"', "7"]]);
  });
  it("reads nothing from nothing", () => {
    expect(readPastedBlock("")).toEqual([]);
  });
});

describe("withoutLabels", () => {
  const isNumber = (text: string) => /^[\d.,]+$/.test(text);
  it("leaves out headings above and names on the left", () => {
    const block = [
      ["KPI", "Hours", "Campaigns"],
      ["Hours per campaign", "402", "12"],
      ["Cost per lead", "18,400", "231"],
    ];
    expect(withoutLabels(block, isNumber)).toEqual([
      ["402", "12"],
      ["18,400", "231"],
    ]);
  });
  it("keeps a word among numbers, so that it can be refused where it stands", () => {
    expect(withoutLabels([["402", "n/a"]], isNumber)).toEqual([["402", "n/a"]]);
  });
  it("keeps a block that holds no number at all", () => {
    expect(withoutLabels([["a", "b"]], isNumber)).toEqual([["a", "b"]]);
  });
});
