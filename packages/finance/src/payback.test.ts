import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { netPresentValue } from "./net-present-value.ts";
import { discountedPayback, payback, type Payback, type PaybackTime } from "./payback.ts";
import { expectWithin } from "./testing/expect-within.ts";

function expectTime(got: PaybackTime, expected: string | null): void {
  if (got.kind === "reached" && expected !== null) {
    expectWithin(got.periods, expected, { abs: 1e-12, rel: 1e-12 });
  } else if (got.kind === "reached" || expected !== null) {
    throw new Error(`${JSON.stringify(got)} against ${expected}`);
  }
}

function periodsOf({ first }: Payback): number {
  return first.kind === "reached" ? Number(first.periods) : Infinity;
}

// The "payback-edge" vectors of the finance reference set, exact fractions.
const edges = [
  { name: "never", net: ["-100", "20", "20", "20"], first: null, durable: null, breaksEven: false },
  { name: "exact at year end", net: ["-100", "50", "50", "10"], first: "2", durable: "2", breaksEven: true },
  {
    name: "dips again",
    net: ["-100", "150", "-80", "60"],
    first: "0.6666666666666667",
    durable: "2.5",
    breaksEven: true,
  },
  { name: "immediate", net: ["10", "5", "5"], first: null, durable: null, breaksEven: true },
] as const;

describe("payback", () => {
  it.each(edges)('meets the edge "$name"', ({ net, first, durable, breaksEven }) => {
    const got = payback(net);
    expectTime(got.first, first);
    expectTime(got.durable, durable);
    expect(got.breaksEvenAtHorizon).toBe(breaksEven);
    expect(got.startsPositive).toBe(Number(net[0]) >= 0);
  });

  it("says why there is no time", () => {
    expect(payback(["-100", "20", "20"]).first).toEqual({
      kind: "not-within-horizon",
      reason: "Not within the horizon of 2 periods.",
    });
    expect(payback(["-1", "0"]).durable).toMatchObject({ reason: "Not within the horizon of 1 period." });
    expect(payback(["10", "5"]).first.kind).toBe("nothing-to-pay-back");
    expect(payback([])).toMatchObject({ first: { kind: "nothing-to-pay-back" }, breaksEvenAtHorizon: false });
  });
  it("has a first crossing and no durable one where the money is gone again at the horizon", () => {
    const got = payback(["-100", "150", "-80"]);
    expectTime(got.first, "0.6666666666666667");
    expect(got.durable.kind).toBe("not-within-horizon");
    expect(got.breaksEvenAtHorizon).toBe(false);
  });
  it("counts a dip below zero after a positive start", () => {
    // 10, −40, 20: back at 1 + 40/60
    const got = payback(["10", "-50", "60"]);
    expect(got.startsPositive).toBe(true);
    expectTime(got.first, "1.6666666666666667");
    expectTime(got.durable, "1.6666666666666667");
  });
  it("takes a touch of zero for being back, and stays back", () => {
    const got = payback(["-100", "100", "0", "5"]);
    expectTime(got.first, "1");
    expectTime(got.durable, "1");
  });
  it("counts from the first flow unless told otherwise", () => {
    const late = ["0", "0", "-100", "50", "100"];
    expectTime(payback(late).first, "1.5");
    expectTime(payback(late, "column-0").first, "3.5");
    expect(payback(late).startsPositive).toBe(false);
    expect(payback(late, "column-0").startsPositive).toBe(true);
  });
});

describe("discountedPayback", () => {
  it("discounts before it adds up", () => {
    // The "annual-metrics" vector of the finance reference set.
    const got = discountedPayback("0.10", ["-100000", "40000", "60000", "70000"]);
    expectTime(got.first, "2.267142857142857");
    expectTime(got.durable, "2.267142857142857");
  });
  it("takes the timing and the start of the clock", () => {
    // −100, 121/1.1 = 110: 100/110 of the period; at its middle, 121/√1.21 = 110 likewise.
    expectTime(discountedPayback("0.1", ["0", "-110", "133.1"], "t0_then_end").first, "0.9090909090909091");
    expectTime(discountedPayback("0.21", ["-100", "121"], "mid_period").first, "0.9090909090909091");
    expectTime(
      discountedPayback("0.1", ["0", "-110", "133.1"], "t0_then_end", "column-0").first,
      "1.9090909090909091",
    );
  });
  it("is back where the discounted flow comes to zero, whatever the last digit of a discount says", () => {
    // n / 1.07 + (114.49 − 1.07 n) / 1.1449 is exactly 100; neither part has an end in decimals.
    for (let n = 1; n <= 20; n += 1) {
      const last = String((11449 - 107 * n) / 100);
      expectTime(discountedPayback("0.07", ["-100", n, last]).durable, "2");
      expect(netPresentValue("0.07", ["-100", n, last])).toBe("0");
    }
  });
  it("is never sooner than the undiscounted one, for a rate above zero and a flow that pays first", () => {
    const earned = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        earned,
        fc.integer({ min: 1, max: 500_000 }),
        fc.integer({ min: 1, max: 999 }),
        (flows, paid, rate) => {
          const amounts = [-paid, ...flows];
          expect(periodsOf(payback(amounts))).toBeLessThanOrEqual(
            periodsOf(discountedPayback(rate / 1000, amounts)),
          );
        },
      ),
    );
  });
});
