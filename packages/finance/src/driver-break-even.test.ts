import { multiplyDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import { describe, expect, it } from "vitest";
import { businessCaseMetrics } from "./business-case-metrics.ts";
import { driverBreakEven } from "./driver-break-even.ts";

describe("driverBreakEven", () => {
  const range = { low: "0", base: "1", high: "8" };
  it("solves a linear metric of numbers as well", () => {
    expect(
      driverBreakEven({ low: "0.1", base: "0.2", high: "0.4" }, (x) => 0.3 * Number(x) - 0.09),
    ).toMatchObject({
      method: "linear",
      withinRange: true,
      value: expect.stringMatching(/^0\.(3|30000|29999)/),
    });
  });
  it("searches a curved metric, the nearest to the base first", () => {
    // (x − 2)(x − 7): break-even at 2 and at 7.
    const found = driverBreakEven(range, (x) => (Number(x) - 2) * (Number(x) - 7));
    expect(found).toMatchObject({ kind: "value", method: "search", withinRange: true });
    if (found.kind !== "value") throw new Error(found.reason);
    expect(Number(found.value)).toBeCloseTo(2, 12);
    expect(found.others.map(Number)).toEqual([expect.closeTo(7, 12)]);
  });
  it("puts the nearest first, whichever it is", () => {
    const cubic = (x: string) => (Number(x) - 2) * (Number(x) - 4.1) * (Number(x) - 7);
    const order = (base: string) => {
      const found = driverBreakEven({ low: "0", base, high: "8" }, cubic);
      return found.kind === "value"
        ? [found.value, ...found.others].map((root) => Number(root).toFixed(6))
        : [];
    };
    expect(order("1")).toEqual(["2.000000", "4.100000", "7.000000"]);
    expect(order("6")).toEqual(["7.000000", "4.100000", "2.000000"]);
    expect(order("4")).toEqual(["4.100000", "2.000000", "7.000000"]);
  });
  it("looks from end to end of the range, and not beyond", () => {
    const squareLess = (root: number) => (x: string) => Number(x) ** 2 - root ** 2;
    const rootOf = (root: number) => {
      const found = driverBreakEven(range, squareLess(root));
      return found.kind === "value" ? Number(found.value) : found.reason;
    };
    expect(rootOf(0.05)).toBeCloseTo(0.05, 12);
    expect(rootOf(7.95)).toBeCloseTo(7.95, 12);
    expect(rootOf(8)).toBe(8);
    expect(rootOf(8.05)).toBe("No break-even within 0 to 8.");
  });
  it("counts both ends of a range and of the limits as within", () => {
    const at = (root: number, limits?: { from: string; to: string }) =>
      driverBreakEven(
        { low: "2", base: "3", high: "8", ...(limits && { limits }) },
        (x) => 3 * (Number(x) - root),
      );
    expect(at(2)).toMatchObject({ value: "2", withinRange: true });
    expect(at(8)).toMatchObject({ value: "8", withinRange: true });
    expect(at(9, { from: "1", to: "9" })).toMatchObject({ value: "9", method: "linear", withinRange: false });
    expect(at(1, { from: "1", to: "9" })).toMatchObject({ value: "1", method: "linear" });
    expect(at(9.5, { from: "1", to: "9" })).toEqual({
      kind: "no-value",
      reason: "No break-even within 1 to 9.",
    });
    expect(at(0.5, { from: "1", to: "9" }).kind).toBe("no-value");
  });
  it("searches between the limits where there are any", () => {
    const cubed = (x: string) => Number(x) ** 3 - 1000;
    expect(driverBreakEven(range, cubed)).toEqual({
      kind: "no-value",
      reason: "No break-even within 0 to 8.",
    });
    const found = driverBreakEven({ ...range, limits: { from: "0", to: "20" } }, cubed);
    expect(found).toMatchObject({ kind: "value", withinRange: false });
    expect(found.kind === "value" && Number(found.value)).toBeCloseTo(10, 12);
  });
  it("does not follow the line beyond the range to where the metric has left it", () => {
    // 5,000 × min(share, 1) − 9,000: a line from 0.4 to 0.8 that would meet 0 at 1.8.
    const capped = (x: string) => 5000 * Math.min(Number(x), 1) - 9000;
    expect(driverBreakEven({ low: "0.4", base: "0.6", high: "0.8" }, capped)).toEqual({
      kind: "no-value",
      reason: "No break-even within 0.4 to 0.8.",
    });
    const refusing = (x: string) => {
      if (Number(x) > 1) throw new RangeError("a share");
      return capped(x);
    };
    expect(driverBreakEven({ low: "0.4", base: "0.6", high: "0.8" }, refusing).kind).toBe("no-value");
    const broken = (x: string) => {
      if (Number(x) > 1) throw new TypeError("broken");
      return capped(x);
    };
    expect(() => driverBreakEven({ low: "0.4", base: "0.6", high: "0.8" }, broken)).toThrow("broken");
    const bent = (x: string) => (Number(x) <= 1 ? 5000 * Number(x) - 9000 : 100 * Number(x) - 4100);
    expect(
      driverBreakEven({ low: "0.4", base: "0.6", high: "0.8", limits: { from: "0", to: "64" } }, bent),
    ).toMatchObject({ kind: "value", value: "41", method: "search", withinRange: false });
  });
  it("finds the share of its benefits at which a case breaks even, and its rate of return", () => {
    // "annual-metrics" of derived_metrics.json: PV of costs 149737.0398196844, of benefits 188279.4891059354,
    // IRR 0.2878977094876064.
    const npv = (share: string, annualRate: string) =>
      businessCaseMetrics({
        costs: ["100000", "20000", "20000", "20000"],
        benefits: ["0", "60000", "80000", "90000"].map((benefit) => multiplyDecimals(benefit, share)),
        annualRate,
      }).netPresentValue;
    const share = driverBreakEven({ low: "0.9", base: "1", high: "1.1" }, (x) => npv(x, "0.10"));
    expect(share).toMatchObject({ method: "linear", withinRange: false });
    expect(share.kind === "value" && Number(share.value)).toBeCloseTo(
      149737.0398196844 / 188279.4891059354,
      14,
    );
    const rate = driverBreakEven({ low: "0", base: "0.1", high: "0.5" }, (x) => npv("1", x));
    expect(rate).toMatchObject({ method: "search", others: [] });
    expect(rate.kind === "value" && Number(rate.value)).toBeCloseTo(0.2878977094876064, 13);
  });
  it("aims at another target", () => {
    expect(driverBreakEven(range, (x) => x, "3.3")).toMatchObject({ value: "3.3", method: "linear" });
  });
  it("says so where the driver moves nothing, or has no range", () => {
    expect(driverBreakEven(range, () => "5")).toEqual({
      kind: "no-value",
      reason: "The driver does not move the metric.",
    });
    // Met everywhere: the base is as good as any.
    expect(driverBreakEven({ low: "0.3", base: "1.01", high: "8" }, () => "0")).toEqual({
      kind: "value",
      value: "1.01",
      method: "linear",
      withinRange: true,
      others: [],
    });
    expect(driverBreakEven({ low: "1", base: "1", high: "1" }, (x) => x)).toEqual({
      kind: "no-value",
      reason: "The driver has no range to move in.",
    });
  });
  it("finds nothing where the metric has no value", () => {
    expect(driverBreakEven(range, () => null)).toMatchObject({ kind: "no-value" });
    expect(driverBreakEven(range, (x) => 1 / Number(x) - Number.POSITIVE_INFINITY)).toMatchObject({
      kind: "no-value",
    });
  });
});

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

  it("takes a rise of exactly the allowance for rounding for none, and one of ten times it for one", () => {
    // The allowance for text is 1e-20 of the largest distance from the target, which is 1 here.
    const share = { low: "0", base: "0.5", high: "1" };
    const falling = (slope: string) => (x: string) => subtractDecimals("1", multiplyDecimals(slope, x));
    expect(driverBreakEven(share, falling("0.00000000000000000001"))).toMatchObject({ kind: "no-value" });
    expect(driverBreakEven(share, falling("0.0000000000000000001"))).toMatchObject({
      value: "10000000000000000000",
    });
  });

  it("still takes for on the line what is off it by exactly the allowance for rounding", () => {
    // 1e-20 of the largest distance, 2, and once more for the one range-width from 0 to -1.
    const share = { low: "0", base: "0.5", high: "1" };
    const offBy = (error: string) => (x: string) => (x === "-1" ? error : subtractDecimals(x, "-1"));
    expect(driverBreakEven(share, offBy("0.00000000000000000004"))).toMatchObject({ value: "-1" });
    expect(driverBreakEven(share, offBy("0.00000000000000000005"))).toMatchObject({ kind: "no-value" });
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
