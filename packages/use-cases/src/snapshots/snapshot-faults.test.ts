import { findBuiltInKpi } from "@liftledger/kpis/catalogue/catalogue";
import type { Kpi } from "@liftledger/kpis/kpi";
import { describe, expect, it } from "vitest";
import { snapshotFaults } from "./snapshot-faults.ts";

function kpi(key: string): Kpi {
  const found = findBuiltInKpi(key);
  if (found === undefined) throw new Error(key);
  return found;
}

const rate = kpi("conversion-rate");
const total = kpi("revenue-per-channel");
const sound = { seriesId: "s", period: "2026-W20", numerator: "1", denominator: "2" };

function messages(snapshot: object, of: Kpi = rate, periodType: "week" | "month" = "week") {
  const faults = snapshotFaults({ ...sound, ...snapshot }, { kpi: of, periodType, today: "2026-06-24" });
  return faults.map((fault) => `${fault.field}: ${fault.message}`);
}

describe("snapshotFaults", () => {
  it("finds nothing wrong with a sound snapshot, zero over zero included", () => {
    expect(messages({})).toEqual([]);
    expect(messages({ numerator: "0", denominator: "0" })).toEqual([]);
  });

  it.each([
    [{ period: "2025-W53" }, /period: The year 2025 has 52 ISO weeks/],
    [{ period: "2026-05" }, /period: This series is logged by the week; 2026-05 is a month/],
    [{ numerator: "-1" }, /numerator: .* cannot be fewer than none/],
    [{ denominator: "-2" }, /denominator: .* cannot be fewer than none/],
    [{ numerator: "3" }, /numerator: Conversion rate cannot be more than 100%: 3 of 2/],
    [{ denominator: undefined }, /denominator: Conversion rate is divided by .*: give their number/],
  ])("says what is wrong with %j", (snapshot, message) => {
    expect(messages(snapshot)).toEqual([expect.stringMatching(message)]);
  });

  it("takes a period that begins within a week, and none that begins later", () => {
    expect(messages({ period: "2026-W27" })).toEqual([]); // 29 June
    expect(messages({ period: "2026-W28" })).toEqual([
      "period: 2026-W28 begins on 2026-07-06: it has not begun.",
    ]);
  });

  it("gives a total the denominator 1 and refuses another", () => {
    expect(messages({ denominator: undefined }, total)).toEqual([]);
    expect(messages({ denominator: "1.0" }, total)).toEqual([]);
    expect(messages({ denominator: "2" }, total)).toEqual([expect.stringMatching(/is a total/)]);
  });

  it("lets money be negative, as refunds are, and takes a rate of exactly 100%", () => {
    expect(messages({ numerator: "-20", denominator: undefined }, total)).toEqual([]);
    expect(messages({ numerator: "2.0", denominator: "2" })).toEqual([]);
  });
});
