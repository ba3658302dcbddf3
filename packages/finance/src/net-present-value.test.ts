import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { netPresentValue } from "./net-present-value.ts";
import { expectWithin } from "./testing/expect-within.ts";
import { npv0Vectors, npvVectors } from "./testing/rate-vectors.ts";

const tolerance = { abs: 1e-6, rel: 1e-12 };
const cents = fc.integer({ min: -100_000_00, max: 100_000_00 });
const someRate = fc.integer({ min: -9_000, max: 50_000 }).map((basisPoints) => basisPoints / 10_000);

describe("netPresentValue", () => {
  it.each(npvVectors)("meets $id, the first flow discounted", ({ rate, amounts, value }) => {
    expectWithin(netPresentValue(rate, amounts, "excel_npv"), value, tolerance);
  });
  it.each(npv0Vectors)("meets $id, the first flow at the start", ({ rate, amounts, value }) => {
    expectWithin(netPresentValue(rate, amounts), value, tolerance);
  });

  it("is exact where the fractions are", () => {
    // 121 / 1.1² = 100, 121 / 1.21^(1/2) = 110
    expect(netPresentValue("0.1", ["-50", "0", "121"])).toBe("50");
    expect(netPresentValue("0.21", ["-50", "121"], "mid_period")).toBe("60");
    expect(netPresentValue("0.1", ["121"], "excel_npv")).toBe("110");
    expect(netPresentValue(0, ["0.1", "0.2", "-0.3"])).toBe("0");
    expect(netPresentValue("0.1", [])).toBe("0");
  });
  it("is the spreadsheet's t0 + NPV(rate, rest)", () => {
    const [first, ...rest] = ["-40000", "5000", "8000", "12000", "30000"] as const;
    const joined = Number(first) + Number(netPresentValue("0.08", rest, "excel_npv"));
    expectWithin(netPresentValue("0.08", [first, ...rest]), joined, tolerance);
  });
  it("discounts by the middle of periods after the start", () => {
    // √1.1 = 1.0488088481701516 (tables): 100 / 1.0488088481701516 = 95.346258924559
    expectWithin(netPresentValue("0.1", ["0", "100"], "mid_period"), "95.346258924559", {
      abs: 1e-11,
      rel: 0,
    });
  });
  it("stands rates close to −100 percent and far above", () => {
    expect(netPresentValue("-0.9999", ["1", "1"])).toBe("10001");
    expect(netPresentValue("1e17", ["1", "0"])).toBe("1");
  });
  it.each(["-1", -1.5])("refuses a rate of %s", (rate) => {
    expect(() => netPresentValue(rate, ["1"])).toThrow("-100 percent or below");
  });

  it("is linear in the flows", () => {
    const pairs = fc.array(fc.tuple(cents, cents), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(someRate, pairs, fc.integer({ min: -9, max: 9 }), (rate, flows, scale) => {
        const value = (pick: (pair: [number, number]) => number): number =>
          Number(netPresentValue(rate, flows.map(pick)));
        const parts = value(([left]) => left) + scale * value(([, right]) => right);
        const size = value(([left, right]) => Math.abs(left) + Math.abs(scale * right));
        const whole = value(([left, right]) => left + scale * right);
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(1e-14 * size);
      }),
    );
  });
  it("falls as the rate rises, for a flow that pays first and earns later", () => {
    const earned = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        earned,
        fc.nat(1_000_000),
        someRate,
        fc.integer({ min: 1, max: 999 }),
        (flows, paid, rate, step) => {
          const higher = rate + step / 10_000;
          const lowerValue = Number(netPresentValue(higher, [-paid, ...flows]));
          expect(lowerValue).toBeLessThan(Number(netPresentValue(rate, [-paid, ...flows])));
        },
      ),
    );
  });
});
