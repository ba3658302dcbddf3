import { describe, expect, it } from "vitest";
import { phaseAt, phaseOn, wholeMonthsBetween } from "./phase.ts";

const history = [
  { phase: "scale", enteredOn: "2025-06-01" },
  { phase: "foundation", enteredOn: "2025-01-01" },
  { phase: "pilots", enteredOn: "2025-01-01" },
] as const;

describe("phaseAt", () => {
  it("finds the phase of a day with the one before it, whatever the order of the history", () => {
    expect(phaseAt(history, "2025-06-01")).toEqual({ current: history[0], previous: history[2] });
    expect(phaseAt(history, "2025-05-31")).toEqual({ current: history[2], previous: history[1] });
  });

  it("knows none before the first entry", () => {
    expect(phaseAt(history, "2024-12-31")).toBeUndefined();
  });
});

describe("phaseOn", () => {
  it("takes the first phase before the first entry", () => {
    expect(phaseOn(history, "2024-12-31").current.phase).toBe("foundation");
  });

  it("refuses a history without an entry", () => {
    expect(() => phaseOn([], "2025-01-01")).toThrow(RangeError);
  });
});

describe("wholeMonthsBetween", () => {
  it.each([
    ["2025-01-15", "2025-03-14", 1],
    ["2025-01-15", "2025-03-15", 2],
    ["2024-12-31", "2025-01-31", 1],
    ["2024-08-31", "2025-02-27", 5],
    ["2024-08-31", "2025-02-28", 6],
    ["2025-01-15", "2025-01-15", 0],
  ])("counts from %s to %s %i", (from, to, months) => {
    expect(wholeMonthsBetween(from, to)).toBe(months);
  });
});
