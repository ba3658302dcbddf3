import { describe, expect, it } from "vitest";
import { wrongRowsCsv } from "./wrong-rows-csv.ts";

describe("wrongRowsCsv", () => {
  it("names line, column, value, rule and message", () => {
    const rows = [
      { line: 7, column: "Spend, net", value: '1"2', rule: "not-a-number", message: "no number" },
    ];
    expect(wrongRowsCsv(rows)).toBe(
      'line,column,value,rule,message\r\n7,"Spend, net","1""2",not-a-number,no number\r\n',
    );
  });
  it("disarms a value that a spreadsheet would run, and leaves a negative number alone", () => {
    const row = (value: string) => ({ line: 1, column: null, value, rule: "r", message: "m" });
    const values = wrongRowsCsv(["=1+1", "@x", "-2+3", "-12.5"].map(row)).split("\r\n").slice(1, -1);
    expect(values.map((line) => line.split(",")[2])).toEqual(["'=1+1", "'@x", "'-2+3", "-12.5"]);
  });
});
