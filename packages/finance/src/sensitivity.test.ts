import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  subtractDecimals,
} from "@liftledger/numerics/decimal";
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
