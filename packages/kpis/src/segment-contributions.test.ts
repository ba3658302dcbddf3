import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { mixEffect } from "./mix-effect.ts";
import { segmentContributions } from "./segment-contributions.ts";

const someSegment = fc.record({ numerator: fc.nat(100_000), denominator: fc.nat(100_000) });
const someSegments = fc
  .array(someSegment, { minLength: 1, maxLength: 8 })
  .map((parts) => parts.map((part, at) => ({ segment: `s${at}`, ...part })));

describe("segmentContributions", () => {
  it("shows share, own ratio, contribution and the ratio without each", () => {
    const [search, social] = segmentContributions([
      { segment: "search", numerator: 30, denominator: 100 },
      { segment: "social", numerator: 10, denominator: 300 },
    ]);
    expect(search).toEqual({
      segment: "search",
      share: 0.25,
      ratio: 0.3,
      contribution: 0.075,
      withoutIt: 10 / 300,
    });
    expect(social).toMatchObject({ share: 0.75, contribution: 0.025, withoutIt: 0.3 });
  });
  it("has nothing to say without a denominator, and no ratio without a segment's own", () => {
    expect(segmentContributions([])).toEqual([]);
    expect(segmentContributions([{ segment: "a", numerator: 1, denominator: 0 }])).toEqual([]);
    expect(
      segmentContributions([
        { segment: "a", numerator: 5, denominator: 0 },
        { segment: "b", numerator: 10, denominator: 10 },
      ]),
    ).toEqual([
      { segment: "a", share: 0, ratio: null, contribution: 0.5, withoutIt: 1 },
      { segment: "b", share: 1, ratio: 1, contribution: 1, withoutIt: null },
    ]);
  });
  it("adds up to the pooled ratio", () => {
    fc.assert(
      fc.property(someSegments, (segments) => {
        const effect = mixEffect(segments, segments);
        if (effect.kind === "no-value") return;
        const sum = segmentContributions(segments).reduce((total, part) => total + part.contribution, 0);
        expect(Math.abs(sum - effect.after)).toBeLessThanOrEqual(1e-14 * (1 + sum));
        expect(effect).toMatchObject({ change: 0, rate: 0, mix: 0 });
      }),
    );
  });
});
