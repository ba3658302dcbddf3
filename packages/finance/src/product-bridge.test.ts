import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import { productBridge, shapleyEffects } from "./product-bridge.ts";

// Vector: "variance-bridge" of derived_metrics.json in the finance reference set, exact arithmetic.
const vector = {
  plan: { users: "200", adoption: "0.8", hours: "4", rate: "60", realisation: "0.5" },
  actual: { users: "180", adoption: "0.6", hours: "5", rate: "62", realisation: "0.4" },
};

const someDecimal = fc.integer({ min: -99999, max: 99999 }).map((cents) => String(cents / 100));
const someDrivers = fc
  .array(fc.tuple(someDecimal, someDecimal), { minLength: 1, maxLength: 6 })
  .map((pairs) => ({
    plan: Object.fromEntries(pairs.map(([plan], index) => [`driver ${index}`, plan])),
    actual: Object.fromEntries(pairs.map(([, actual], index) => [`driver ${index}`, actual])),
  }));

describe("productBridge", () => {
  it("replaces the drivers of the reference vector one after another", () => {
    expect(productBridge(vector)).toEqual({
      plan: "19200",
      actual: "13392",
      total: "-5808",
      sequential: [
        { driver: "users", effect: "-1920" },
        { driver: "adoption", effect: "-4320" },
        { driver: "hours", effect: "3240" },
        { driver: "rate", effect: "540" },
        { driver: "realisation", effect: "-3348" },
      ],
    });
  });
  it("splits the same difference otherwise in another order", () => {
    // Backwards: realisation first, 19,200 × 0.4 / 0.5 = 15,360; users last, 13,392 − 13,392 × 200/180.
    const reversed = productBridge({ ...vector, order: Object.keys(vector.plan).toReversed() });
    expect(reversed.total).toBe("-5808");
    expect(reversed.sequential[0]).toEqual({ driver: "realisation", effect: "-3840" });
    expect(reversed.sequential.at(-1)).toEqual({ driver: "users", effect: "-1488" });
  });
  it("adds up exactly, and gives a driver that did not move no effect", () => {
    fc.assert(
      fc.property(someDrivers, ({ plan, actual }) => {
        const bridge = productBridge({ plan, actual });
        expect(sumDecimals(bridge.sequential.map(({ effect }) => effect))).toBe(bridge.total);
        expect(subtractDecimals(bridge.actual, bridge.plan)).toBe(bridge.total);
        for (const { driver, effect } of bridge.sequential) {
          expect(plan[driver] !== actual[driver] || effect === "0").toBe(true);
        }
      }),
    );
  });
  it("takes numbers and text with an exponent as well", () => {
    expect(productBridge({ plan: { users: 200 }, actual: { users: "1.8E+2" } }).total).toBe("-20");
  });
  it("bridges a driver that was 0, and none at all", () => {
    expect(productBridge({ plan: { users: "0" }, actual: { users: "3" } })).toMatchObject({
      plan: "0",
      sequential: [{ driver: "users", effect: "3" }],
    });
    expect(productBridge({ plan: {}, actual: {} })).toEqual({
      plan: "1",
      actual: "1",
      total: "0",
      sequential: [],
    });
  });
  it("refuses sides that do not name the same drivers, and what is no decimal", () => {
    expect(() => productBridge({ plan: { users: "1" }, actual: {} })).toThrow("same drivers");
    expect(() => productBridge({ plan: { users: "1" }, actual: { hours: "1" } })).toThrow(
      'The driver "users" is not on both sides',
    );
    expect(() => productBridge({ plan: { toString: "1" }, actual: { hours: "1" } })).toThrow("not on both");
    expect(() =>
      productBridge({
        plan: { users: "1", hours: "1" },
        actual: { users: "1", hours: "1" },
        order: ["users", "users"],
      }),
    ).toThrow("each once");
    expect(() => productBridge({ plan: { users: "1" }, actual: { users: "1,000" } })).toThrow(
      'The driver "users" is a decimal, not "1,000"',
    );
  });
});

describe("shapleyEffects", () => {
  it("is the mean over all orders of the reference vector", () => {
    const effects = shapleyEffects(vector);
    expect(Object.entries(effects).map(([name, effect]) => [name, Number(effect)])).toEqual([
      ["users", expect.closeTo(-1720.893333333333, 9)],
      ["adoption", expect.closeTo(-4673.293333333333, 9)],
      ["hours", expect.closeTo(3680.306666666667, 9)],
      ["rate", expect.closeTo(537.7733333333333, 9)],
      ["realisation", expect.closeTo(-3631.893333333333, 9)],
    ]);
  });
  it("does not depend on the order in which the drivers stand, and adds up to 30 digits", () => {
    fc.assert(
      fc.property(someDrivers, ({ plan, actual }) => {
        const effects = shapleyEffects({ plan, actual });
        const reversed = shapleyEffects({
          plan: Object.fromEntries(Object.entries(plan).toReversed()),
          actual,
        });
        expect(reversed).toEqual(effects);
        const { total } = productBridge({ plan, actual });
        const left = Number(subtractDecimals(sumDecimals(Object.values(effects)), total));
        const size = Object.values(effects).reduce((sum, effect) => sum + Math.abs(Number(effect)), 0);
        expect(Math.abs(left)).toBeLessThanOrEqual(size * 1e-30);
      }),
    );
  });
  it("refuses more drivers than it can average", () => {
    // Each of 12 drivers goes from 1 to 2: by symmetry a twelfth of 4,096 − 1 each, 341.25.
    const twelve = (value: string) =>
      Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`driver ${index}`, value]));
    expect(Object.values(shapleyEffects({ plan: twelve("1"), actual: twelve("2") }))).toEqual(
      Array.from({ length: 12 }, () => "341.25"),
    );
    const many = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`driver ${index}`, "1"]));
    expect(() => shapleyEffects({ plan: many, actual: many })).toThrow("At most 12 drivers");
  });
});
