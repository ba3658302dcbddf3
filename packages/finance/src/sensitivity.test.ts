import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  subtractDecimals,
} from "@liftledger/numerics/decimal";
import { businessCaseMetrics } from "./business-case-metrics.ts";
import { driverBreakEven } from "./driver-break-even.ts";
import type { DriverValues } from "./scenario.ts";
import { tornado, type TornadoDriver } from "./sensitivity.ts";

// Lead scoring of the worked case: 4,000 leads × lift × 180 × 60 percent a month, less 9,000.
const drivers: TornadoDriver[] = [
  { name: "attribution", low: "0.4", base: "0.6", high: "0.8", limits: { from: "0", to: "1" } },
  { name: "lift", low: "0.002", base: "0.006", high: "0.012" },
  { name: "unitValue", low: "150", base: "180", high: "220" },
  { name: "cost", low: "8000", base: "9000", high: "9500" },
];

function monthlyNet({ attribution = "", lift = "", unitValue = "", cost = "" }: DriverValues): string {
  const value = [lift, unitValue, attribution].reduce(
    (product, factor) => multiplyDecimals(product, factor),
    "4000",
  );
  return subtractDecimals(value, cost);
}

function sumOf(values: readonly string[]): string {
  return values.reduce((sum, value) => addDecimals(sum, value), "0");
}

describe("tornado", () => {
  const result = tornado({ drivers, evaluate: monthlyNet });
  it("moves each driver to its ends with the others at base, the widest first", () => {
    // Lift: 4,000 × 0.002 × 180 × 0.6 = 864; × 6 at 0.012: 5,184. Attribution 0.4: 1,728, 0.8: 3,456.
    // Unit value 150: 2,160, 220: 3,168. Base 2,592.
    expect(result.base).toBe("-6408");
    expect(
      result.bars.map(({ driver, atLow, atHigh, distance }) => [driver, atLow, atHigh, distance]),
    ).toEqual([
      ["lift", "-8136", "-3816", "4320"],
      ["attribution", "-7272", "-5544", "1728"],
      ["cost", "-5408", "-6908", "1500"],
      ["unitValue", "-6840", "-5832", "1008"],
    ]);
  });
  it("says where each driver would break even: 2.08 points, 625 an opportunity, a cost of 2,592", () => {
    // The worked case of the product: 9,000 / (4,000 × 180 × 0.6) = 0.0208333…; 9,000 / (24 × 0.6) = 625;
    // the attribution would have to be 9,000 / 4,320 = 2.08, which no share can be.
    const breakEven = Object.fromEntries(result.bars.map((bar) => [bar.driver, bar.breakEven]));
    expect(breakEven).toEqual({
      lift: {
        kind: "value",
        value: "0.02083333333333333333333333333333333",
        method: "linear",
        withinRange: false,
        others: [],
      },
      unitValue: { kind: "value", value: "625", method: "linear", withinRange: false, others: [] },
      cost: { kind: "value", value: "2592", method: "linear", withinRange: false, others: [] },
      attribution: { kind: "no-value", reason: "No break-even within 0 to 1." },
    });
  });
  it("keeps the order of bars that move the metric alike", () => {
    const alike = ["b", "a", "c"].map((name) => ({ name, low: "1", base: "2", high: "3" }));
    const { bars } = tornado({
      drivers: alike,
      evaluate: ({ a = "", b = "", c = "" }) => addDecimals(a, addDecimals(b, c)),
    });
    expect(bars.map(({ driver }) => driver)).toEqual(["b", "a", "c"]);
  });
  it("holds the base between its ends for a metric that only rises", () => {
    const someDriver = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)).map(([low, up, further]) => ({
      low: String(low),
      base: String(low + up),
      high: String(low + up + further),
    }));
    fc.assert(
      fc.property(fc.array(someDriver, { minLength: 1, maxLength: 4 }), (ranges) => {
        const named = ranges.map((range, index) => ({ name: `driver ${index}`, ...range }));
        const cube = (x: string) => multiplyDecimals(x, multiplyDecimals(x, x));
        const { base, bars } = tornado({
          drivers: named,
          evaluate: (values) => Object.values(values).map(cube).reduce(addDecimals, "0"),
        });
        for (const { atLow, atHigh, distance } of bars) {
          expect(compareDecimals(atLow ?? "", base ?? "")).not.toBe(1);
          expect(compareDecimals(base ?? "", atHigh ?? "")).not.toBe(1);
          expect(distance).toBe(subtractDecimals(atHigh ?? "", atLow ?? ""));
        }
        const widths = bars.map(({ distance }) => Number(distance));
        expect(widths).toEqual(widths.toSorted((a, b) => b - a));
      }),
    );
  });
  it("measures a bar to the base where both ends lie on one side of it", () => {
    const [bar] = tornado({
      drivers: [{ name: "price", low: "-1", base: "0", high: "1" }],
      evaluate: ({ price = "" }) => Number(price) ** 2,
    }).bars;
    expect(bar).toMatchObject({ atLow: "1", atHigh: "1", distance: "1" });
  });
  it("puts drivers without a value after all others, wherever they stood, in their own order", () => {
    const driver = (name: string, high: string) => ({ name, low: "1", base: "1", high });
    const drivers = [
      driver("a", "9"),
      driver("b", "2"),
      driver("c", "9"),
      driver("d", "4"),
      driver("e", "9"),
    ];
    const { bars } = tornado({
      drivers,
      evaluate: (values) => (Object.values(values).includes("9") ? null : sumOf(Object.values(values))),
    });
    expect(bars.map((bar) => [bar.driver, bar.distance])).toEqual([
      ["d", "3"],
      ["b", "1"],
      ["a", null],
      ["c", null],
      ["e", null],
    ]);
  });
  it("puts a driver without a value at one end last", () => {
    const { base, bars } = tornado({
      drivers: [
        { name: "cost", low: "0", base: "100", high: "200" },
        { name: "value", low: "110", base: "150", high: "160" },
      ],
      evaluate: ({ cost = "", value = "" }) => (cost === "0" ? null : Number(value) / Number(cost) - 1),
    });
    expect(base).toBe("0.5");
    expect(bars.map(({ driver, atLow, distance }) => [driver, atLow, distance])).toEqual([
      ["value", "0.1", "0.5"],
      ["cost", null, null],
    ]);
    expect(bars[1]?.breakEven).toMatchObject({ kind: "value", value: "150", method: "search" });
  });
  it("takes a base at an end of its range, and a range that fills its limits", () => {
    const atEnd = { name: "share", low: "0", base: "0", high: "1", limits: { from: "0", to: "1" } };
    expect(tornado({ drivers: [atEnd], evaluate: ({ share = "" }) => share }).bars[0]?.distance).toBe("1");
    expect(tornado({ drivers: [{ ...atEnd, base: "1" }], evaluate: ({ share = "" }) => share }).base).toBe(
      "1",
    );
  });
  it("takes numbers as well as text", () => {
    const driver = { name: "share", low: 0, base: 0.5, high: 1, limits: { from: 0, to: 1 } };
    const { base, bars } = tornado({ drivers: [driver], evaluate: ({ share = "" }) => share, target: 0.1 });
    expect([base, bars[0]?.breakEven]).toEqual(["0.5", expect.objectContaining({ value: "0.1" })]);
  });
  it("aims the break-even at another target", () => {
    const { bars } = tornado({
      drivers: [{ name: "share", low: "0", base: "0.5", high: "1" }],
      evaluate: ({ share = "" }) => multiplyDecimals(share, "100"),
      target: "30",
    });
    expect(bars[0]?.breakEven).toMatchObject({ value: "0.3" });
  });
  it("refuses a range that does not hold its base, a driver twice and what is no decimal", () => {
    const ask = (...wrong: TornadoDriver[]) => tornado({ drivers: wrong, evaluate: () => 0 });
    const driver = { name: "lift", low: "1", base: "2", high: "3" };
    expect(() => ask({ ...driver, base: "4" })).toThrow(
      '"lift" goes from 1 to 3, which does not hold its base of 4',
    );
    expect(() => ask({ ...driver, low: "2.5" })).toThrow("does not hold");
    expect(() => ask({ ...driver, limits: { from: "0", to: "2.5" } })).toThrow("beyond its limits");
    expect(() => ask({ ...driver, limits: { from: "1.5", to: "3" } })).toThrow("beyond its limits");
    expect(() => ask(driver, driver)).toThrow("stands twice");
    expect(() => ask({ ...driver, high: "many" })).toThrow('The driver "lift" is a decimal, not "many"');
  });
});

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
