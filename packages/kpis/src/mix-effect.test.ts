import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { mixEffect, type MixEffect } from "./mix-effect.ts";
import type { Segment } from "./segment.ts";

type Effect = Extract<MixEffect, { kind: "effect" }>;

function effectOf(before: readonly Segment[], after: readonly Segment[]): Effect {
  const effect = mixEffect(before, after);
  if (effect.kind !== "effect") throw new Error(effect.reason);
  return effect;
}

// Charig et al., BMJ 292 (1986) 879-882: stones removed by open surgery, then by the new method.
const openSurgery: Segment[] = [
  { segment: "small", numerator: 81, denominator: 87 },
  { segment: "large", numerator: 192, denominator: 263 },
];
const newMethod: Segment[] = [
  { segment: "small", numerator: 234, denominator: 270 },
  { segment: "large", numerator: 55, denominator: 80 },
];

const someSegment = fc.record({
  numerator: fc.integer({ min: 0, max: 100_000 }),
  denominator: fc.integer({ min: 0, max: 100_000 }),
});
// The first segment has a denominator, so that there is something to divide by; the others may have none.
const someSegments = fc.array(someSegment, { minLength: 1, maxLength: 8 }).map((parts) =>
  parts.map(({ numerator, denominator }, at) => ({
    segment: `s${at}`,
    numerator,
    denominator: at === 0 ? denominator + 1 : denominator,
  })),
);

describe("mixEffect", () => {
  // Exact fractions: change 8/175, rate −3274803/61016000, mix 42448741/427112000; by segment
  // rate −119/3625 and −8771/420800, mix 178303/3552500 and 25358859/515480000.
  it("takes a published Simpson's paradox apart: both segments fell, the whole rose", () => {
    const effect = effectOf(openSurgery, newMethod);
    expect(effect.before).toBe(0.78);
    expect(effect.after).toBe(289 / 350);
    expect(effect.change).toBeCloseTo(8 / 175, 15);
    expect(effect.rate).toBeCloseTo(-3274803 / 61016000, 15);
    expect(effect.mix).toBeCloseTo(42448741 / 427112000, 15);
    expect(effect.segments.map(({ segment, kind }) => [segment, kind])).toEqual([
      ["small", "in-both"],
      ["large", "in-both"],
    ]);
    const [small, large] = effect.segments;
    expect(small?.rate).toBeCloseTo(-119 / 3625, 15);
    expect(small?.mix).toBeCloseTo(178303 / 3552500, 15);
    expect(large?.rate).toBeCloseTo(-8771 / 420800, 15);
    expect(large?.mix).toBeCloseTo(25358859 / 515480000, 15);
  });
  it("is all rate where shares stay, and all mix where ratios stay", () => {
    const start = [
      { segment: "a", numerator: "1", denominator: "10" },
      { segment: "b", numerator: "9", denominator: "30" },
    ];
    const better = [
      { segment: "a", numerator: "2", denominator: "10" },
      { segment: "b", numerator: "12", denominator: "30" },
    ];
    expect(effectOf(start, better)).toMatchObject({ change: 0.1, rate: 0.1, mix: 0 });
    const shifted = [
      { segment: "a", numerator: "3", denominator: "30" },
      { segment: "b", numerator: "3", denominator: "10" },
    ];
    expect(effectOf(start, shifted)).toMatchObject({ change: -0.1, rate: 0, mix: -0.1 });
  });
  it("counts a new and a vanished segment as mix", () => {
    const old = { segment: "old", numerator: 10, denominator: 100 };
    const fresh = { segment: "new", numerator: 30, denominator: 100 };
    const arrived = effectOf([old], [old, fresh]);
    expect(arrived).toMatchObject({ before: 0.1, after: 0.2, rate: 0, mix: 0.1 });
    expect(arrived.segments.map((segment) => segment.kind)).toEqual(["in-both", "new"]);
    const gone = effectOf([old, fresh], [old]);
    expect(gone).toMatchObject({ change: -0.1, rate: 0, mix: -0.1 });
    expect(gone.segments.map((segment) => segment.kind)).toEqual(["in-both", "vanished"]);
  });
  it("counts the spend of a channel that brought nobody as rate", () => {
    const search = { segment: "search", numerator: 1000, denominator: 100 };
    const wasted = { segment: "radio", numerator: 500, denominator: 0 };
    const effect = effectOf([search], [search, wasted]);
    expect(effect).toMatchObject({ before: 10, after: 15, change: 5, rate: 5, mix: 0 });
    expect(effect.segments[1]).toEqual({ segment: "radio", kind: "stray", rate: 5, mix: 0 });
  });
  it("adds up exactly where quantities are decimals of many digits", () => {
    const before = [{ segment: "a", numerator: "0.1", denominator: "3" }];
    const after = [{ segment: "a", numerator: "0.30000000000000000001", denominator: "3" }];
    expect(effectOf(before, after)).toMatchObject({ change: 0.2 / 3, rate: 0.2 / 3, mix: 0 });
  });
  it("leaves nothing over: rate and mix add up to the change, in the whole and by segment", () => {
    fc.assert(
      fc.property(someSegments, someSegments, (before, after) => {
        const effect = effectOf(before, after);
        const close = 1e-15 * (Math.abs(effect.before) + Math.abs(effect.after) + Math.abs(effect.rate));
        expect(Math.abs(effect.rate + effect.mix - effect.change)).toBeLessThanOrEqual(close);
        const parts = effect.segments.reduce((sum, segment) => sum + segment.rate + segment.mix, 0);
        expect(Math.abs(parts - effect.change)).toBeLessThanOrEqual(20 * close);
      }),
    );
  });
  it("turns every sign when before and after change places, whatever the order of the segments", () => {
    fc.assert(
      fc.property(someSegments, someSegments, (before, after) => {
        const there = effectOf(before, after);
        const back = effectOf(after.toReversed(), before.toReversed());
        expect([0 - back.change, 0 - back.rate, 0 - back.mix]).toEqual([there.change, there.rate, there.mix]);
      }),
    );
  });
  it("says why there is no effect without a denominator", () => {
    const empty = [{ segment: "a", numerator: 5, denominator: 0 }];
    expect(mixEffect([], openSurgery)).toEqual({
      kind: "no-value",
      reason: "There is nothing to divide by before.",
    });
    expect(mixEffect(openSurgery, empty)).toMatchObject({ kind: "no-value" });
  });
  it("refuses a segment that comes twice, a negative denominator and what is no number", () => {
    const part = { segment: "a", numerator: 1, denominator: 2 };
    expect(() => mixEffect([part, part], [part])).toThrow('"a" comes twice');
    expect(() => mixEffect([{ ...part, denominator: -1 }], [part])).toThrow("negative");
    expect(() => mixEffect([{ ...part, numerator: Number.NaN }], [part])).toThrow(RangeError);
    expect(() => mixEffect([{ ...part, numerator: "1e3" }], [part])).toThrow(RangeError);
    expect(() => mixEffect([{ ...part, numerator: 1e300 }], [part])).toThrow("too large");
  });
});
