import { describe, expect, it } from "vitest";
import { directionSign, isTotal } from "./kpi.ts";

describe("directionSign", () => {
  it("is 1 where higher is better and -1 where lower is", () => {
    expect([directionSign("higher"), directionSign("lower")]).toEqual([1, -1]);
  });
});

describe("isTotal", () => {
  it("knows a total by its denominator", () => {
    expect(isTotal({ denominator: { counts: "periods", unit: "period", kind: "period" } })).toBe(true);
    expect(isTotal({ denominator: { counts: "visits", unit: "visit", kind: "exposure" } })).toBe(false);
  });
});
