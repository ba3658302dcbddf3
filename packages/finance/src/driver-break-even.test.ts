import { multiplyDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import { describe, expect, it } from "vitest";
import { driverBreakEven } from "./driver-break-even.ts";

describe("driverBreakEven on the edge of a line", () => {
  const range = { low: "0", base: "2", high: "4" };

  it("takes text at its digits: a bend of 1e-15 is a bend, where for a number it is rounding", () => {
    const bend = (x: string) =>
      subtractDecimals(x, multiplyDecimals("0.000000000000001", multiplyDecimals(x, x)));
    const metric = (x: string) => subtractDecimals(bend(x), "3");
    expect(driverBreakEven(range, metric)).toMatchObject({ kind: "value", method: "search" });
    expect(driverBreakEven(range, (x) => Number(metric(x)))).toMatchObject({
      kind: "value",
      method: "linear",
    });
    // One number among texts has a number's digits, and so has the line.
    const mixed = (x: string) => (x === "2" ? Number(metric(x)) : metric(x));
    expect(driverBreakEven(range, mixed)).toMatchObject({ kind: "value", method: "linear" });
  });

  it("measures a bend by the largest distance from the target, at whichever end that lies", () => {
    const bump = (x: string) => (x === "2" ? 5e-7 : 0);
    const rising = (x: string) => 250_000 * Number(x) + bump(x);
    const falling = (x: string) => 1_000_000 - 250_000 * Number(x) + bump(x);
    expect(driverBreakEven(range, rising)).toMatchObject({ value: "0", method: "linear" });
    expect(driverBreakEven(range, falling)).toMatchObject({ value: "4", method: "linear" });
  });

  it("has no line through points of which one has no value", () => {
    const metric = (x: string) => (x === "2" ? null : 10 * Number(x) - 13);
    expect(driverBreakEven(range, metric)).toMatchObject({ kind: "value", method: "search" });
  });

  it("takes a rise that is no more than rounding for none", () => {
    expect(driverBreakEven(range, (x) => 5 + 1e-14 * Number(x))).toEqual({
      kind: "no-value",
      reason: "The driver does not move the metric.",
    });
  });

  it("follows the line no farther than the metric has a value", () => {
    const share = { low: "0", base: "0.5", high: "1" };
    const metric = (x: string) => (Number(x) > 1 ? null : Number(x) - 2);
    expect(driverBreakEven(share, metric)).toEqual({
      kind: "no-value",
      reason: "No break-even within 0 to 1.",
    });
    expect(driverBreakEven(share, (x) => Number(x) - 2)).toEqual({
      kind: "value",
      value: "2",
      method: "linear",
      withinRange: false,
      others: [],
    });
  });

  it("finds none where the metric changes sign across a gap without values", () => {
    const metric = (x: string) => (Number(x) < 1.2 ? -1 : Number(x) > 1.8 ? 1 : null);
    expect(driverBreakEven({ low: "0", base: "2", high: "64" }, metric)).toMatchObject({ kind: "no-value" });
  });
});
