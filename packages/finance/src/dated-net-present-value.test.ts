import { describe, expect, it } from "vitest";
import { datedNetPresentValue } from "./dated-net-present-value.ts";
import { expectWithin } from "./testing/expect-within.ts";
import { xnpvVectors } from "./testing/rate-vectors.ts";

describe("datedNetPresentValue", () => {
  it.each(xnpvVectors)("meets $id, valued at the first listed date", ({ rate, dates, amounts, value }) => {
    const valuationDate = dates[0] ?? "";
    expectWithin(datedNetPresentValue({ rate, valuationDate, dates, amounts }), value, {
      abs: 1e-6,
      rel: 1e-12,
    });
  });

  const flows = { dates: ["2025-01-01", "2026-01-01"], amounts: ["-100", "121"] };
  it("is exact where a year has 365 days", () => {
    expect(datedNetPresentValue({ rate: "0.1", valuationDate: "2025-01-01", ...flows })).toBe("10");
  });
  it("compounds what lies before the valuation date", () => {
    // −100 · 1.1 + 121
    expect(datedNetPresentValue({ rate: "0.1", valuationDate: "2026-01-01", ...flows })).toBe("11");
  });
  it("does not depend on the order of the flows", () => {
    const turned = { dates: flows.dates.toReversed(), amounts: flows.amounts.toReversed() };
    expect(datedNetPresentValue({ rate: "0.1", valuationDate: "2025-01-01", ...turned })).toBe("10");
  });
  it("is nothing for no flows", () => {
    expect(datedNetPresentValue({ rate: "0.1", valuationDate: "2025-01-01", dates: [], amounts: [] })).toBe(
      "0",
    );
  });
  it("refuses a rate of −100 percent, a day that does not exist and an amount without its date", () => {
    expect(() => datedNetPresentValue({ rate: "-1", valuationDate: "2025-01-01", ...flows })).toThrow(
      RangeError,
    );
    expect(() => datedNetPresentValue({ rate: "0.1", valuationDate: "2025-13-01", ...flows })).toThrow(
      RangeError,
    );
    expect(() =>
      datedNetPresentValue({ rate: "0.1", valuationDate: "2025-01-01", dates: [], amounts: ["1"] }),
    ).toThrow("There are 1 amounts and 0 dates");
  });
});
