import { expectAllClose } from "@liftledger/numerics/testing/expect-close";
import { describe, expect, it } from "vitest";
import { ratioValue } from "./ratio-value.ts";
import { answerOf } from "./testing/answer-of.ts";
import { CAC } from "./testing/ratio-vectors.ts";

describe("ratioValue", () => {
  it("meets value_cac: value and interval, the ends in order though lower is better", () => {
    const worth = answerOf(ratioValue({ ...CAC, direction: -1, unitValue: 1, attribution: 0.8 }));
    expectAllClose(
      [worth.value, worth.interval?.low, worth.interval?.high],
      [2548.9999999999995, 1991.6091853317027, 3106.3908146682966],
    );
  });

  it("turns round with the direction, scales with every factor, and has no interval for a point", () => {
    const plain = answerOf(ratioValue({ ...CAC, direction: 1, unitValue: 10, confidence: 0.5 }));
    expectAllClose([plain.value], [-3186.25 * 5], 1e-12);
    const point = ratioValue({
      ...CAC,
      numeratorsAfter: [5100],
      denominatorsAfter: [58],
      direction: -1,
      unitValue: 1,
    });
    expect(point).toMatchObject({ kind: "value", interval: null });
    expect(ratioValue({ ...CAC, direction: -1, unitValue: 1, attribution: 0 })).toMatchObject({ value: 0 });
    const empty = { ...CAC, numeratorsBefore: [], denominatorsBefore: [] };
    expect(ratioValue({ ...empty, direction: 1, unitValue: 1 }).kind).toBe("no-value");
  });

  it("refuses factors that make no sense", () => {
    const sound = { ...CAC, direction: -1, unitValue: 1 } as const;
    expect(() => ratioValue({ ...sound, direction: 0 as 1 })).toThrow(RangeError);
    expect(() => ratioValue({ ...sound, unitValue: Infinity })).toThrow(RangeError);
    expect(() => ratioValue({ ...sound, attribution: 1.1 })).toThrow(RangeError);
    expect(() => ratioValue({ ...sound, confidence: -0.1 })).toThrow(RangeError);
  });
});
