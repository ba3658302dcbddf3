import { describe, expect, it } from "vitest";
import { placeboSentence } from "./placebo-sentence.ts";

describe("placeboSentence", () => {
  const check = {
    kind: "checked" as const,
    folds: 18,
    falseAlarms: 1,
    falseAlarmRate: 1 / 18,
    falseAlarmInterval: { low: 0.01, high: 0.34, level: 0.95 },
    level: 0.95,
    wideningFactor: 1,
    passed: true,
  };

  it("prints folds, false alarms and how sure their rate is", () => {
    expect(placeboSentence(check)).toBe(
      "Of 18 pretended starts 1 showed an effect where there was none: 6% (the rate itself lies between 1% and 34%).",
    );
  });

  it("says what it does to the interval", () => {
    const widened = placeboSentence({ ...check, folds: 1, wideningFactor: 1.25 });
    expect(widened).toMatch(/^Of 1 pretended start 1 .*; the likely range is made 25% wider for it\.$/);
  });

  it("says how much history it would need", () => {
    expect(placeboSentence({ kind: "not-enough-history", needed: 34, found: 30 })).toBe(
      "A placebo check needs 34 periods before the start, and 30 are there.",
    );
  });
});
