import { describe, expect, it } from "vitest";
import { welch } from "./hold-out/welch.ts";
import { timedSample } from "./timed-sample.ts";

const BEFORE = Array.from({ length: 24 }, (_, i) => 12 + ((i * 7) % 5) - 2);
const AFTER = Array.from({ length: 20 }, (_, i) => 7 + ((i * 3) % 4) - 1.5);

describe("timedSample", () => {
  it("is Welch's test of the items, turned so that less time is better", () => {
    const sample = timedSample({ before: BEFORE, after: AFTER, level: 0.8 });
    const test = welch({ control: BEFORE, treatment: AFTER, level: 0.8 });
    if (sample.kind !== "sample" || test.kind !== "test") throw new Error("no sample");
    expect(sample.improvement).toBe(-test.difference);
    expect(sample.improvementInterval).toEqual({
      low: -test.interval.high,
      high: -test.interval.low,
      level: 0.8,
    });
    expect(sample.probabilityBetter).toBe(1 - test.pValue / 2);
    expect(sample).toMatchObject({ itemsBefore: 24, itemsAfter: 20, evidenceGrade: "D" });
  });

  it("keeps the sign where more is better", () => {
    const sample = timedSample({ before: BEFORE, after: AFTER, direction: 1 });
    expect(sample).toMatchObject({ kind: "sample", improvement: expect.closeTo(-4.93, 1) });
    if (sample.kind !== "sample") throw new Error("no sample");
    expect(sample.probabilityBetter).toBe(sample.pValue / 2);
    expect(sample.improvementInterval.high).toBeLessThan(0);
  });

  it("shows no improvement, and no minus before it, where nothing changed", () => {
    expect(timedSample({ before: BEFORE, after: BEFORE })).toMatchObject({
      improvement: 0,
      probabilityBetter: 0.5,
      pValue: 1,
    });
  });

  it("says how many items are needed and found", () => {
    expect(timedSample({ before: BEFORE, after: AFTER.slice(1) })).toEqual({
      kind: "insufficient-data",
      needed: 20,
      foundBefore: 24,
      foundAfter: 19,
      reason: "A timed sample needs 20 items before and after the start; there are 24 and 19.",
    });
    expect(timedSample({ before: [], after: [] })).toMatchObject({ kind: "insufficient-data" });
  });

  it("has no value where no item differs from another, and refuses what is no number", () => {
    expect(timedSample({ before: BEFORE.map(() => 5), after: AFTER.map(() => 4) }).kind).toBe("no-value");
    expect(() => timedSample({ before: BEFORE.with(0, Number.NaN), after: AFTER })).toThrow(RangeError);
  });
});
