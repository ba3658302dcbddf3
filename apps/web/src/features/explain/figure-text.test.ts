import { describe, expect, it } from "vitest";
import { explainedStyle } from "./figure-text.ts";

describe("explainedStyle", () => {
  it("writes money to its minor unit, so that parts are seen to add up, and whole money as it is", () => {
    const digits = (value: string | null, unit: string) => explainedStyle({ value, unit }).digits;
    expect(digits("11363.39", "EUR")).toBe(2);
    expect(digits("0.005", "KWD")).toBe(3);
    expect(digits("16332.333333", "JPY")).toBe(0);
    expect(digits("10500.00", "EUR")).toBe(0);
    expect(digits(null, "EUR")).toBeUndefined();
  });

  it("leaves ratios and counts as they are told elsewhere", () => {
    expect(explainedStyle({ value: "0.0278", unit: "ratio" })).toEqual({ digits: 2 });
    expect(explainedStyle({ value: "0.97", unit: "ratio" })).toEqual({});
    expect(explainedStyle({ value: "20260101", unit: "count" })).toEqual({});
  });
});
