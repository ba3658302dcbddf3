import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { internalRateOfReturn } from "./internal-rate-of-return.ts";
import { modifiedInternalRateOfReturn } from "./modified-internal-rate-of-return.ts";
import { expectWithin } from "./testing/expect-within.ts";
import { mirrVectors } from "./testing/rate-vectors.ts";

function rateOf(input: Parameters<typeof modifiedInternalRateOfReturn>[0]): string {
  const answer = modifiedInternalRateOfReturn(input);
  if (answer.kind === "undefined") throw new Error(answer.reason);
  return answer.rate;
}

describe("modifiedInternalRateOfReturn", () => {
  it.each(mirrVectors.filter(({ value }) => value !== null))("meets $id", ({ value, ...input }) => {
    expectWithin(rateOf(input), value ?? Number.NaN, { abs: 1e-9, rel: 1e-9 });
  });
  it.each(mirrVectors.filter(({ value }) => value === null))("meets $id: there is none", (input) => {
    expect(modifiedInternalRateOfReturn(input).kind).toBe("undefined");
  });

  it.each([
    ["nothing is paid out", ["1", "2"], "0.1", "there is only one kind"],
    ["nothing comes in", ["-1", "0"], "0.1", "there is only one kind"],
    ["there is one flow", ["-1"], "0.1", "there is only one kind"],
    ["there is none", [], "0.1", "there is only one kind"],
    ["nothing discounts at the finance rate", ["-1", "2"], "-1", "finance rate of -100 %"],
    ["what is paid is worth nothing below −100 %", ["-1", "-1", "3"], "-2", "worth nothing now"],
  ])("is undefined where %s", (_, amounts, financeRate, reason) => {
    const answer = modifiedInternalRateOfReturn({ amounts, financeRate, reinvestRate: "0.1" });
    expect(answer).toEqual({ kind: "undefined", reason: expect.stringContaining(reason) });
  });
  it("is undefined where a reinvest rate below −100 percent turns a sum negative", () => {
    // −1, 2, 0: 2 · (1 − 2) / 1 is negative.
    const answer = modifiedInternalRateOfReturn({ amounts: [-1, 2, 0], financeRate: 0, reinvestRate: -2 });
    expect(answer.kind).toBe("undefined");
  });
  it("is −100 percent where what came in is reinvested at a loss of all", () => {
    expect(rateOf({ amounts: [-1, 2, 0], financeRate: 0, reinvestRate: -1 })).toBe("-1");
  });
  it("is the internal rate where money is financed and reinvested at it", () => {
    const earned = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(earned, fc.integer({ min: 1, max: 100_000 }), (flows, paid) => {
        const amounts = [-paid, ...flows];
        const { roots } = internalRateOfReturn(amounts);
        const rate = roots[0] ?? Number.NaN;
        const modified = rateOf({ amounts, financeRate: rate, reinvestRate: rate });
        expectWithin(modified, rate, { abs: 1e-12, rel: 1e-12 });
      }),
    );
  });
});
