import { describe, expect, it } from "vitest";
import type { LogRow } from "./log-entries.ts";
import { placeAfter } from "./sheet-keys.ts";

const row = (isTotal: boolean) => ({ isTotal }) as LogRow;
const rows = [row(true), row(false), row(true), row(false)];

describe("placeAfter", () => {
  it("goes down a column and passes over totals, which have no denominator", () => {
    expect(placeAfter(rows, 0, "numerator", 1)).toBe("1-numerator");
    expect(placeAfter(rows, 1, "denominator", 1)).toBe("3-denominator");
    expect(placeAfter(rows, 3, "denominator", -1)).toBe("1-denominator");
  });
  it("goes on at the top of the next column, and at the end to Save", () => {
    expect(placeAfter(rows, 3, "numerator", 1)).toBe("1-denominator");
    expect(placeAfter(rows, 3, "denominator", 1)).toBe("save");
    expect(placeAfter([row(true)], 0, "numerator", 1)).toBe("save");
  });
  it("stays in the first cell on the way up", () => {
    expect(placeAfter(rows, 0, "numerator", -1)).toBe("0-numerator");
    expect(placeAfter(rows, 1, "denominator", -1)).toBe("1-denominator");
  });
});
