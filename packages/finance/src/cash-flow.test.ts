import { describe, expect, it } from "vitest";
import { DEFAULT_TIMING, halfPeriodsAt, netFlows } from "./cash-flow.ts";

describe("netFlows", () => {
  it("takes costs from benefits, column by column, exactly", () => {
    expect(netFlows({ costs: ["0.3", "20"], benefits: ["0.1", "60"] })).toEqual(["-0.2", "40"]);
    expect(netFlows({ costs: [10n], benefits: [12.5] })).toEqual(["2.5"]);
  });
  it("goes on with zeros where one side is shorter", () => {
    expect(netFlows({ costs: ["100", "20"], benefits: ["0", "60", "80"] })).toEqual(["-100", "40", "80"]);
    expect(netFlows({ costs: ["100", "20"], benefits: [] })).toEqual(["-100", "-20"]);
    expect(netFlows({ costs: [], benefits: [] })).toEqual([]);
  });
  it("takes a negative benefit and refuses a negative cost", () => {
    expect(netFlows({ costs: ["1"], benefits: ["-2"] })).toEqual(["-3"]);
    expect(() => netFlows({ costs: ["1", "-2"], benefits: [] })).toThrow(
      "The cost of column 1 is -2: costs are gross, and a saving is a benefit",
    );
    expect(() => netFlows({ costs: ["-1"], benefits: [] })).toThrow("The cost of column 0 is -1");
  });
  it.each(["", "1,5", "1.", ".5", "NaN", "0x10", "1e9999", "9".repeat(401)])("refuses %j", (text) => {
    expect(() => netFlows({ costs: [], benefits: [text] })).toThrow(RangeError);
  });
});

describe("an amount", () => {
  it("may be written with an exponent and up to 400 characters long", () => {
    expect(netFlows({ costs: [], benefits: ["6E+1", "1e2", "-2.5e-3", "+7"] })).toEqual([
      "60",
      "100",
      "-0.0025",
      "7",
    ]);
    expect(netFlows({ costs: [], benefits: [`${"0".repeat(399)}8`] })).toEqual(["8"]);
    expect(() => netFlows({ costs: [], benefits: [`${"0".repeat(400)}8`] })).toThrow(RangeError);
  });
});

describe("halfPeriodsAt", () => {
  it("places columns as each timing has it", () => {
    const places = (["t0_then_end", "mid_period", "excel_npv"] as const).map((timing) =>
      [0, 1, 2].map((column) => halfPeriodsAt(timing, column)),
    );
    expect(places).toEqual([
      [0, 2, 4],
      [0, 1, 3],
      [2, 4, 6],
    ]);
    expect(DEFAULT_TIMING).toBe("t0_then_end");
  });
});
