import { describe, expect, it } from "vitest";
import { plausibilityNote } from "./plausibility.ts";

const conversions = {
  kpiName: "Conversion rate",
  scope: "Web shop",
  display: "percent",
  currency: null,
  isTotal: false,
  numeratorUnit: "conversion",
  denominatorUnit: "visit",
  proportion: true,
  previous: { numerator: "1200", denominator: "40000", revision: 1, source: "logged by hand" },
} as const;
const ready = (numerator: string, denominator: string) =>
  ({ kind: "ready", numerator, denominator, corrects: false }) as const;
const note = (numerator: string, denominator: string, row: Partial<typeof conversions> | object = {}) =>
  plausibilityNote({ ...conversions, ...row }, ready(numerator, denominator), "en-GB");

describe("plausibilityNote", () => {
  it("says nothing of numbers near the last ones, nor where there are none", () => {
    expect(note("1300", "41000")).toBeUndefined();
    expect(note("13", "41000", { previous: null })).toBeUndefined();
    expect(plausibilityNote(conversions, { kind: "empty" }, "en-GB")).toBeUndefined();
    // From three times on, and no sooner.
    expect(note("3599", "119999")).toBeUndefined();
  });

  it("asks about what is far from the last number, whichever way", () => {
    expect(note("1200", "4")).toBe("More conversions than visits: are they the other way round?");
    expect(note("12", "400")).toBe("1% of the conversions of the last time (1,200): is that right?");
    expect(note("1250", "400000")).toBe("10 times the visits of the last time (40,000): is that right?");
    expect(note("3600", "45000")).toBe("3 times the conversions of the last time (1,200): is that right?");
  });

  it("asks about a result that both numbers together move far", () => {
    expect(note("2400", "20000")).toBe("4 times the result of the last time: is that right?");
  });

  it("leaves what cannot be compared alone: nothing before, or a loss", () => {
    const revenue = { proportion: false, isTotal: true, denominatorUnit: "period" };
    expect(
      note("0", "1", { ...revenue, previous: { ...conversions.previous, numerator: "0" } }),
    ).toBeUndefined();
    expect(note("-50", "1", revenue)).toBeUndefined();
    expect(note("12000", "1", revenue)).toContain("10 times the conversions");
  });
});
