import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { pool, poolDecimals, poolDecimalTotal, pooledDecimalRatio, pooledRatio, poolTotal } from "./ratio.ts";

const somePart = fc.record({
  numerator: fc.nat(1_000_000),
  denominator: fc.integer({ min: 1, max: 1_000_000 }),
});
const someParts = fc.array(somePart, { minLength: 1, maxLength: 30 });

describe("pooledRatio", () => {
  it("divides the sums and does not average the ratios", () => {
    expect(
      pooledRatio([
        { numerator: 1, denominator: 10 },
        { numerator: 90, denominator: 100 },
      ]),
    ).toEqual({ kind: "value", value: 91 / 110 });
  });
  // KAG Facebook advertising data, CC0: spend and approved conversions of its three campaigns, and the
  // cost of a conversion over all of them, computed outside. The mean of the three would be 28.63.
  it("finds the cost of a conversion of a real account", () => {
    const ratio = pooledRatio([
      { numerator: 149.710001, denominator: 24 },
      { numerator: 2893.369999, denominator: 183 },
      { numerator: 55662.149959, denominator: 872 },
    ]);
    expect(ratio.kind === "value" && ratio.value).toBeCloseTo(54.407071, 6);
  });
  it("gives a reason and no number where there is nothing to divide by", () => {
    expect(pooledRatio([])).toMatchObject({ kind: "no-value" });
    expect(pooledRatio([{ numerator: 5, denominator: 0 }])).toEqual({
      kind: "no-value",
      reason: "The denominator is 0, so there is no ratio.",
    });
    expect(pooledRatio([{ numerator: 5, denominator: -1 }])).toMatchObject({ kind: "no-value" });
  });
  it("lies between the lowest and the highest of its parts", () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const ratios = parts.map((part) => part.numerator / part.denominator);
        const pooled = pooledRatio(parts);
        expect(pooled.kind).toBe("value");
        if (pooled.kind !== "value") return;
        expect(pooled.value).toBeGreaterThanOrEqual(Math.min(...ratios) * (1 - 1e-12));
        expect(pooled.value).toBeLessThanOrEqual(Math.max(...ratios) * (1 + 1e-12));
      }),
    );
  });
  it("does not care how the parts were cut before", () => {
    fc.assert(
      fc.property(someParts, fc.nat(), (parts, where) => {
        const cut = where % parts.length;
        const inTwo = [pool(parts.slice(0, cut)), pool(parts.slice(cut))];
        expect(pooledRatio(inTwo)).toEqual(pooledRatio(parts));
      }),
    );
  });
  it("refuses a quantity that is not a number", () => {
    expect(() => pooledRatio([{ numerator: Number.NaN, denominator: 1 }])).toThrow(RangeError);
    expect(() => pooledRatio([{ numerator: 1, denominator: Infinity }])).toThrow(RangeError);
  });
});

describe("poolDecimals", () => {
  it("adds exactly what floating point does not", () => {
    const tenth = { numerator: "0.1", denominator: "1" };
    expect(poolDecimals(Array.from({ length: 10 }, () => tenth))).toEqual({
      numerator: "1",
      denominator: "10",
    });
  });
  it("gives the same sums in any order, and once the parts are cut in two", () => {
    const cents = fc.integer({ min: -1e12, max: 1e12 }).map((value) => (value / 100).toFixed(2));
    const part = fc.record({ numerator: cents, denominator: cents });
    fc.assert(
      fc.property(fc.array(part), fc.nat(20), (parts, cut) => {
        const whole = poolDecimals(parts);
        expect(poolDecimals(parts.toReversed())).toEqual(whole);
        expect(poolDecimals([poolDecimals(parts.slice(0, cut)), poolDecimals(parts.slice(cut))])).toEqual(
          whole,
        );
      }),
    );
  });
  it("refuses what is not a plain decimal", () => {
    expect(() => poolDecimals([{ numerator: "1e3", denominator: "1" }])).toThrow(RangeError);
  });
});

describe("poolTotal", () => {
  it("adds segments within a period and counts the period once", () => {
    expect(
      poolTotal([
        { period: "2026-W01", numerator: 100 },
        { period: "2026-W01", numerator: 50 },
        { period: "2026-W02", numerator: 170 },
      ]),
    ).toEqual({ numerator: 320, denominator: 2 });
  });
  it("leaves a missing period out instead of counting it as 0", () => {
    expect(
      poolTotal([
        { period: "2026-W01", numerator: 100 },
        { period: "2026-W04", numerator: 100 },
      ]).denominator,
    ).toBe(2);
  });
});

describe("pooledDecimalRatio", () => {
  it("rounds once, after adding exactly", () => {
    expect(
      pooledDecimalRatio([
        { numerator: "0.1", denominator: "3" },
        { numerator: "0.2", denominator: "0" },
      ]),
    ).toEqual({ kind: "value", value: 0.1 });
  });
  it("gives a reason where there is nothing to divide by, or too much", () => {
    expect(pooledDecimalRatio([])).toEqual(pooledRatio([]));
    expect(pooledDecimalRatio([{ numerator: "1", denominator: "-2" }])).toMatchObject({ kind: "no-value" });
    const huge = { numerator: "1".padEnd(300, "0"), denominator: `0.${"1".padStart(20, "0")}` };
    expect(pooledDecimalRatio([huge])).toMatchObject({
      kind: "no-value",
      reason: expect.stringContaining("too large"),
    });
    expect(pooledRatio([{ numerator: 1e300, denominator: 1e-20 }])).toMatchObject({ kind: "no-value" });
  });
  it("is the same to the last digit in any order and grouping of periods and segments", () => {
    const cents = fc.integer({ min: 0, max: 1e12 }).map((value) => (value / 100).toFixed(2));
    const part = fc.record({ numerator: cents, denominator: cents });
    const shuffled = fc
      .array(part, { maxLength: 20 })
      .chain((parts) =>
        fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })),
      );
    fc.assert(
      fc.property(shuffled, fc.nat(20), ([parts, otherOrder], cut) => {
        const whole = pooledDecimalRatio(parts);
        expect(pooledDecimalRatio(otherOrder)).toEqual(whole);
        const groups = [poolDecimals(otherOrder.slice(0, cut)), poolDecimals(otherOrder.slice(cut))];
        expect(pooledDecimalRatio(groups)).toEqual(whole);
      }),
    );
  });
});

describe("poolDecimalTotal", () => {
  it("adds segments exactly and counts each period once", () => {
    expect(
      poolDecimalTotal([
        { period: "2026-W01", numerator: "100.10" },
        { period: "2026-W01", numerator: "50.20" },
        { period: "2026-W02", numerator: "170" },
      ]),
    ).toEqual({ numerator: "320.3", denominator: "2" });
    expect(poolDecimalTotal([])).toEqual({ numerator: "0", denominator: "0" });
  });
});
