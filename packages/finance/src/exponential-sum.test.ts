import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Precise } from "./amount.ts";
import { countSignChanges, deriveSum, isCertainlyNonZero, logBalance, weigh } from "./exponential-sum.ts";

/** 2 − e^(−x), zero at −ln 2. */
const falling = { signs: [1, -1], logSizes: [Math.LN2, 0], times: [0, 1] };
/** 1 − 3 e^(−2x), zero at ln 3 / 2 = 0.5493. */
const rising = { signs: [1, -1], logSizes: [0, Math.log(3)], times: [0, 2] };

describe("weigh", () => {
  it("gives what comes in and goes out as shares of the largest term", () => {
    // Exponents 0 and −2 − 10 · (−0.5) = 3.
    const weighed = weigh({ signs: [1, -1], logSizes: [0, -2], times: [0, 10] }, -0.5);
    expect(weighed.incoming).toBeCloseTo(Math.exp(-3), 15);
    expect(weighed.outgoing).toBe(1);
    // e^(−3) · (4 + 0 + 0 + 3) + 1 · (4 + 2 + 2 · 5 + 3) roundings.
    expect(weighed.noise / Number.EPSILON).toBeCloseTo(7 * Math.exp(-3) + 19, 10);
  });
  it("knows how far rounding may have moved the difference, against 60 digits", () => {
    const term = fc.record({
      amount: fc.double({ min: 1e-300, max: 10, noNaN: true }),
      sign: fc.constantFrom(1, -1),
      time: fc.nat(1000),
    });
    const x = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), x, (terms, at) => {
        const weighed = weigh(
          {
            signs: terms.map(({ sign }) => sign),
            logSizes: terms.map(({ amount }) => Math.log(amount)),
            times: terms.map(({ time }) => time),
          },
          at,
        );
        const exact = terms.map(({ amount, sign, time }) =>
          new Precise(-time).times(at).exp().times(amount).times(sign),
        );
        const size = exact.reduce((sum, value) => sum.plus(value.abs()), new Precise(0));
        const share = exact.reduce((sum, value) => sum.plus(value), new Precise(0)).dividedBy(size);
        const scale = weighed.incoming + weighed.outgoing;
        const error = weighed.incoming - weighed.outgoing - share.toNumber() * scale;
        expect(Math.abs(error)).toBeLessThanOrEqual(weighed.noise);
      }),
      { numRuns: 50 },
    );
  });
});

describe("logBalance", () => {
  it("is zero at the root and finite where nothing comes in or goes out", () => {
    expect(logBalance(falling, -Math.LN2)).toBeCloseTo(0, 15);
    expect(logBalance({ ...falling, signs: [1, 1] }, 0)).toBe(Number.MAX_VALUE);
    expect(logBalance({ ...falling, signs: [-1, -1] }, 0)).toBe(-Number.MAX_VALUE);
  });
});

describe("deriveSum", () => {
  it("divides by the term at the middle sign change and differentiates", () => {
    // 1 − 3y + 2y², y = e^(−x): over y that is 1/y − 3 + 2y, whose derivative in y, times y, is −1/y + 2y.
    const sum = { signs: [1, -1, 1], logSizes: [0, Math.log(3), Math.LN2], times: [0, 1, 2] };
    expect(deriveSum(sum)).toEqual({
      sum: { signs: [-1, 1], logSizes: [0, Math.LN2], times: [0, 2] },
      dividedTime: 1,
    });
  });
  it("leaves exactly one sign change fewer", () => {
    const someSigns = fc
      .array(fc.constantFrom(1, -1), { minLength: 2, maxLength: 12 })
      .filter((signs) => countSignChanges(signs) > 0);
    fc.assert(
      fc.property(someSigns, (signs) => {
        const sum = { signs, logSizes: signs.map(() => 0), times: signs.map((_, index) => index) };
        expect(countSignChanges(deriveSum(sum).sum.signs)).toBe(countSignChanges(signs) - 1);
      }),
    );
  });
});

describe("isCertainlyNonZero", () => {
  it("reaches from a point to the root of two terms and no farther", () => {
    expect(isCertainlyNonZero(falling, 0, 0.69)).toBe(true);
    expect(isCertainlyNonZero(falling, 0, 0.7)).toBe(false);
    expect(isCertainlyNonZero(rising, 1, 0.45)).toBe(true);
    expect(isCertainlyNonZero(rising, 1, 0.452)).toBe(false);
    expect(isCertainlyNonZero(rising, -1, 1.549)).toBe(true);
    expect(isCertainlyNonZero(rising, -1, 1.55)).toBe(false);
  });
  it("is not certain of a root, even without a reach", () => {
    expect(isCertainlyNonZero({ signs: [1, -1], logSizes: [0, 0], times: [0, 1] }, 0, 0)).toBe(false);
  });
});
