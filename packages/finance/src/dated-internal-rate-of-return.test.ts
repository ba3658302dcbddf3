import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { datedInternalRateOfReturn } from "./dated-internal-rate-of-return.ts";
import { internalRateOfReturn } from "./internal-rate-of-return.ts";
import { expectRoots } from "./testing/expect-roots.ts";
import { expectWithin } from "./testing/expect-within.ts";
import { xirrVectors } from "./testing/rate-vectors.ts";

const someDay = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someFlows = fc.array(fc.tuple(someDay, fc.integer({ min: -1_000_000, max: 1_000_000 })), {
  minLength: 2,
  maxLength: 15,
});

function rateOf(flows: readonly (readonly [string, string | number])[]) {
  return datedInternalRateOfReturn({
    dates: flows.map(([date]) => date),
    amounts: flows.map(([, amount]) => amount),
  });
}

describe("datedInternalRateOfReturn", () => {
  it.each(xirrVectors)("meets $id", ({ amounts, dates, status, roots, signChanges, tolerance }) => {
    const got = datedInternalRateOfReturn({ dates, amounts });
    expect(got).toMatchObject({ status, signChanges });
    expectRoots(got, roots, tolerance);
  });

  it("refuses dates and amounts that differ in number, whichever is more", () => {
    const dates = ["2025-01-01", "2025-06-01", "2026-01-01"];
    expect(() => datedInternalRateOfReturn({ dates, amounts: ["-100", "110"] })).toThrow(RangeError);
    expect(() => datedInternalRateOfReturn({ dates: dates.slice(0, 1), amounts: ["-100", "110"] })).toThrow(
      RangeError,
    );
  });

  it("searches the rates of a year it says it searches, and no further", () => {
    const dates = ["2025-01-01", "2026-01-01"];
    const ask = (last: string) => datedInternalRateOfReturn({ dates, amounts: ["-1", last] });
    expect(ask("0.000000000002")).toMatchObject({ status: "unique", rate: expect.closeTo(2e-12 - 1, 14) });
    expect(ask("0.0000000000001")).toMatchObject({ status: "none", cause: "beyond-range" });
    expect(ask("90000000000000000")).toMatchObject({ status: "unique" });
    expect(ask("1000000000000000000")).toMatchObject({ status: "none", cause: "beyond-range" });
  });

  it("nets the flows of one day before it counts the changes of sign, exactly", () => {
    const flows = [
      ["2025-01-01", "-100"],
      ["2025-06-01", "0.1"],
      ["2025-06-01", "0.2"],
      ["2025-06-01", "-0.3"],
      ["2026-01-01", "110"],
    ] as const;
    expect(rateOf(flows)).toMatchObject({ status: "unique", signChanges: 1 });
    expectWithin(rateOf(flows).roots[0] ?? Number.NaN, 0.1, { abs: 1e-14, rel: 0 });
  });
  it("has none for flows that all fall on one day", () => {
    expect(
      rateOf([
        ["2025-01-01", "-100"],
        ["2025-01-01", "110"],
      ]),
    ).toMatchObject({ status: "none", cause: "no-sign-change" });
  });
  it("is the periodic rate where the years have 365 days", () => {
    const flows = ["-4500", "3045", "2371"];
    const dates = ["2025-01-01", "2026-01-01", "2027-01-01"];
    expectWithin(
      datedInternalRateOfReturn({ dates, amounts: flows }).roots[0] ?? Number.NaN,
      internalRateOfReturn(flows).roots[0] ?? Number.NaN,
      { abs: 1e-14, rel: 0 },
    );
  });
  it("does not depend on the order of the flows", () => {
    const shuffled = someFlows.chain((flows) =>
      fc.tuple(
        fc.constant(flows),
        fc.shuffledSubarray(flows, { minLength: flows.length, maxLength: flows.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([flows, reordered]) => {
        expect(rateOf(reordered)).toEqual(rateOf(flows));
      }),
    );
  });
  it("does not depend on when it all happened", () => {
    fc.assert(
      fc.property(someFlows, (flows) => {
        // 400 Gregorian years are a whole number of days that repeats the calendar.
        const later = flows.map(
          ([date, amount]) => [`${Number(date.slice(0, 4)) + 400}${date.slice(4)}`, amount] as const,
        );
        expect(rateOf(later)).toEqual(rateOf(flows));
      }),
    );
  });
  it("refuses a day that does not exist and an amount without its date", () => {
    expect(() => rateOf([["2025-02-30", 1]])).toThrow(RangeError);
    expect(() => datedInternalRateOfReturn({ dates: ["2025-01-01"], amounts: [1, 2] })).toThrow(RangeError);
  });
});
