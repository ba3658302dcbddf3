import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { internalRateOfReturn } from "./internal-rate-of-return.ts";
import { netPresentValue } from "./net-present-value.ts";
import { compoundRateOfReturn, HIGHEST_RATE, LOWEST_RATE } from "./rate-of-return.ts";
import { expectRoots } from "./testing/expect-roots.ts";
import { irrVectors } from "./testing/rate-vectors.ts";
import { countRatesOfReturn, multiplyPolynomials } from "./testing/real-root-count.ts";

const cents = fc.integer({ min: -100_000_00, max: 100_000_00 });
const someFlows = fc.array(cents, { minLength: 2, maxLength: 20 });

describe("internalRateOfReturn", () => {
  it.each(irrVectors)("meets $id", ({ amounts, status, roots, signChanges, tolerance }) => {
    const got = internalRateOfReturn(amounts);
    expect(got).toMatchObject({ status, signChanges });
    expectRoots(got, roots, tolerance);
  });

  it("finds the four rates of one cash flow", () => {
    // (y − 1)(y − 1.1)(y − 1.2)(y − 1.3) in growth y, expanded by hand: roots 0, 10, 20 and 30 %.
    const got = internalRateOfReturn(["1", "-4.6", "7.91", "-6.026", "1.716"]);
    expect(got).toMatchObject({ status: "multiple", signChanges: 4 });
    expectRoots(got, [0, 0.1, 0.2, 0.3], 1e-12);
  });
  it("counts a rate once, however often the value touches zero there", () => {
    // −1000 (y − 1.1)³ and −1000 (y − 1.1)⁴: no sign change of the value in the second.
    const third = internalRateOfReturn(["-1000", "3300", "-3630", "1331"]);
    expect(third).toMatchObject({ status: "unique", rate: 0.1, signChanges: 3 });
    const fourth = internalRateOfReturn(["-1000", "4400", "-7260", "5324", "-1464.1"]);
    expect(fourth).toMatchObject({ status: "unique", rate: 0.1, signChanges: 4 });
  });
  it("counts a rate once up to the seventh power, where doubles see nothing but noise", () => {
    // −(10 y − 11)^n in growth y, expanded in whole numbers: all else of the value is rounding.
    for (let power = 1; power <= 7; power += 1) {
      const flows = Array.from({ length: power }).reduce<bigint[]>(
        (product) => multiplyPolynomials(product, [10n, -11n]),
        [-1n],
      );
      expectRoots(internalRateOfReturn(flows), [0.1], 1e-14);
    }
  });
  it("finds three rates that lie a millionth apart, between which doubles see no change of sign", () => {
    const apart = [1_100_000n, 1_100_001n, 1_100_002n];
    const flows = apart.reduce<bigint[]>(
      (product, root) => multiplyPolynomials(product, [1_000_000n, -root]),
      [-1n],
    );
    expectRoots(internalRateOfReturn(flows), [0.1, 0.100001, 0.100002], 1e-14);
  });
  it("gives near rates to the last digits, which doubles alone lose", () => {
    // −1000 (y − 1.1)(y − 1.1014)
    const roots = [0.1, 0.1014];
    expectRoots(internalRateOfReturn(["-1000", "2201.4", "-1211.54"]), roots, 5e-16);
  });
  it("tells a touch from two rates and from none by one part in 1e20", () => {
    // (y − 1.1)² with its middle coefficient one part in 1e20 off: the discriminant is ± 4.84e-20 · 2.
    const touching = ["-1000", "2200", "-1210"];
    expect(internalRateOfReturn(touching).status).toBe("unique");
    const twoRates = internalRateOfReturn(["-1000", "2200.00000000000000002", "-1210"]);
    // y = 1.1 ± √(1.1 · 2e-20 · …) ≈ 1.1 ± 1.48e-10
    expectRoots(twoRates, [0.1 - 1.4832396974e-10, 0.1 + 1.4832396974e-10], 1e-15);
    expect(internalRateOfReturn(["-1000", "2199.99999999999999998", "-1210"])).toMatchObject({
      status: "none",
      cause: "no-real-root",
    });
  });
  it("gives 0, not a trifle, where the flows add up to nothing", () => {
    // 0.1 + 0.2 − 0.3 is not zero in doubles.
    expect(internalRateOfReturn(["-0.3", "0.1", "0.2"])).toMatchObject({ status: "unique", rate: 0 });
  });
  it("takes decimal text, numbers and minor units alike", () => {
    const rate = 0.13918184168764958;
    for (const flows of [
      ["-4500", "3045", "2371"],
      [-4500, 3045, 2371],
      [-450000n, 304500n, 237100n],
    ]) {
      const got = internalRateOfReturn(flows);
      expect(got.status).toBe("unique");
      expectRoots(got, [rate], 1e-14);
    }
  });
  it("ignores zeros before the first flow and after the last", () => {
    expectRoots(internalRateOfReturn([0, 0, -100, 110, 0]), [0.1], 1e-14);
  });
  it.each([
    ["no flows", []],
    ["one flow", [-5]],
    ["zeros", [0, 0]],
    ["one sign", [-1, -1]],
  ])("has none for %s", (_, flows) => {
    expect(internalRateOfReturn(flows)).toMatchObject({
      status: "none",
      roots: [],
      signChanges: 0,
      cause: "no-sign-change",
    });
  });
  it("tells flows that are all zero from flows of one sign", () => {
    expect(internalRateOfReturn([0, 0])).toMatchObject({
      reason: expect.stringContaining("All flows are zero"),
    });
    expect(internalRateOfReturn([1, 0])).toMatchObject({ reason: expect.stringContaining("the same sign") });
  });
  it("answers that the rate lies beyond what is searched", () => {
    expect(internalRateOfReturn(["-1", "1e19"])).toMatchObject({ status: "none", cause: "beyond-range" });
    expect(internalRateOfReturn(["-1", "1e-13"])).toMatchObject({
      status: "none",
      cause: "beyond-range",
      reason: "The rate of return lies beyond what is searched, -99.9999999999 % to 100000000000000000.",
    });
    // The discounts of 1e17 and of −99.9999999999 %: a root on a bound is not within it either.
    expect(internalRateOfReturn([-9.99999999999999e-18, 1])).toMatchObject({ cause: "beyond-range" });
    expect(internalRateOfReturn([-999_999_999_999.999, 1])).toMatchObject({ cause: "beyond-range" });
    expectRoots(internalRateOfReturn(["-1", "9e16"]), [9e16 - 1], 1e-12);
    expectRoots(internalRateOfReturn(["-1e12", "2"]), [-1 + 2e-12], 1e-15);
    expect([LOWEST_RATE, HIGHEST_RATE]).toEqual([-0.999999999999, 1e17]);
  });
  it("stands sizes that no double holds", () => {
    // What comes back is 1e-200 of what was paid.
    expect(internalRateOfReturn(["-1e380", "1e180"])).toMatchObject({
      status: "none",
      cause: "beyond-range",
    });
    expectRoots(internalRateOfReturn(["-1e380", "1e-380", "1.21e380"]), [0.1], 1e-14);
    // −(y − 1.1)(y − 1.2)
    expectRoots(internalRateOfReturn(["-1e380", "2.3e380", "-1.32e380"]), [0.1, 0.2], 1e-13);
    expectRoots(internalRateOfReturn(["-1e-380", "2.3e-380", "-1.32e-380"]), [0.1, 0.2], 1e-13);
  });
  it("lets later flows lie in the middle of their periods", () => {
    // 1.21 after half a period: growth of 1.21² a period.
    expectRoots(internalRateOfReturn(["-1", "1.21"], "mid_period"), [1.21 ** 2 - 1], 1e-15);
    // All flows a period later: the same rate.
    expectRoots(internalRateOfReturn(["-1", "1.21"], "excel_npv"), [0.21], 1e-15);
  });
  it("refuses what is no decimal", () => {
    expect(() => internalRateOfReturn([-1, Number.NaN])).toThrow(RangeError);
    expect(() => internalRateOfReturn(["-1", "1,5"])).toThrow(RangeError);
    expect(() => internalRateOfReturn(["-1", Infinity])).toThrow(RangeError);
  });

  it("finds as many rates as Sturm's theorem counts, also where the value only touches zero", () => {
    const factor = fc.tuple(
      fc.bigInt({ min: 1n, max: 30n }),
      fc.bigInt({ min: -30n, max: 30n }),
      fc.integer({ min: 1, max: 3 }),
    );
    const products = fc
      .array(factor, { minLength: 1, maxLength: 3 })
      .map((factors) =>
        factors.reduce<bigint[]>(
          (product, [slope, constant, power]) =>
            Array.from({ length: power }).reduce<bigint[]>(
              (so_far) => multiplyPolynomials(so_far, [constant, slope]),
              product,
            ),
          [1n],
        ),
      );
    const anything = fc.array(fc.bigInt({ min: -9n, max: 9n }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(products, anything), (flows) => {
        expect(internalRateOfReturn(flows).roots).toHaveLength(countRatesOfReturn(flows));
      }),
      { numRuns: 150 },
    );
  });
  it("finds as many as Sturm's theorem counts when one flow of a multiple root is off by a trifle", () => {
    const trifle = fc.tuple(fc.nat(3), fc.constantFrom(-1n, 1n), fc.integer({ min: 0, max: 18 }));
    const root = fc.tuple(fc.bigInt({ min: 1n, max: 9n }), fc.bigInt({ min: 1n, max: 9n }));
    fc.assert(
      fc.property(root, trifle, ([slope, constant], [place, change, digits]) => {
        const line = [-constant, slope];
        const cube = multiplyPolynomials(multiplyPolynomials(line, line), line);
        const flows = cube.map((flow) => flow * 10n ** BigInt(digits));
        flows[place] = (flows[place] ?? 0n) + change;
        expect(internalRateOfReturn(flows).roots).toHaveLength(countRatesOfReturn(flows));
      }),
      { numRuns: 60 },
    );
  });
  it("gives roots of the net present value, fewer than sign changes or as many", () => {
    fc.assert(
      fc.property(someFlows, (flows) => {
        const got = internalRateOfReturn(flows);
        expect(got.roots.length).toBeLessThanOrEqual(got.signChanges);
        for (const rate of got.roots) {
          const size = flows.reduce((sum, flow, k) => sum + Math.abs(flow) * (1 + rate) ** -k, 0);
          expect(Math.abs(Number(netPresentValue(rate, flows)))).toBeLessThanOrEqual(1e-9 * size);
        }
      }),
    );
  });
  it("does not change when all flows are scaled or turned round", () => {
    fc.assert(
      fc.property(someFlows, fc.integer({ min: 2, max: 1000 }), fc.boolean(), (flows, scale, turned) => {
        const scaled = flows.map((flow) => (turned ? -flow : flow) * scale);
        expectRoots(internalRateOfReturn(scaled), internalRateOfReturn(flows).roots, 1e-9);
      }),
    );
  });
});

describe("internalRateOfReturn at its edges", () => {
  it("counts halves of a period where flows come in the middle of it", () => {
    // 110 half a period after 100: (1 + r)^½ = 1.1.
    expect(internalRateOfReturn([-100, 110], "mid_period")).toMatchObject({ rate: expect.closeTo(0.21, 14) });
    expect(internalRateOfReturn([-100, 110])).toMatchObject({ rate: expect.closeTo(0.1, 14) });
    // 60 after half a period and 60 after one and a half: mpmath.
    expect(internalRateOfReturn([-100, 60, 60], "mid_period")).toMatchObject({
      rate: expect.closeTo(0.20523070525853337, 14),
    });
  });
  it("takes for none only a rate that a double cannot hold beside 1", () => {
    const rate = (last: string): number => internalRateOfReturn(["-1", last]).roots[0] ?? Number.NaN;
    expect(rate("1.0000000000000003")).toBeGreaterThan(1e-16);
    expect(rate("1.00000000000000003")).toBe(0);
  });
});

describe("compoundRateOfReturn", () => {
  it("gives the one rate of a year as rate and as root", () => {
    const annual = compoundRateOfReturn(internalRateOfReturn(["-1", "1.01"]), 12);
    expect(annual).toMatchObject({ status: "unique", rate: expect.closeTo(0.12682503013196977, 14) });
    expect(annual.roots).toEqual([expect.closeTo(0.12682503013196977, 14)]);
  });
  it("turns every monthly root into an annual one and leaves the answer as it is", () => {
    const two = compoundRateOfReturn(internalRateOfReturn(["-1", "2.03", "-1.0302"]), 12);
    expect(two.status).toBe("multiple");
    // (y − 1.01)(y − 1.02): 1.01¹² and 1.02¹².
    expectRoots(two, [0.12682503013196977, 0.26824179456254527], 1e-12);
    expectRoots(compoundRateOfReturn(internalRateOfReturn(["-1", "1.01"]), 12), [0.12682503013196977], 1e-14);
    const none = internalRateOfReturn([1, 1]);
    expect(compoundRateOfReturn(none, 12)).toBe(none);
  });
});
