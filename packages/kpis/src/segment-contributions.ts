import { subtractDecimals } from "@liftledger/numerics/decimal";
import { divide, isZero, measureSegments, type Segment } from "./segment.ts";

/** A segment's share of the pooled ratio at one time. */
export type SegmentContribution = {
  readonly segment: string;
  /** Its part of the pooled denominator, 0 to 1. */
  readonly share: number;
  /** Its own ratio; null without a denominator. */
  readonly ratio: number | null;
  /** Its numerator over the pooled denominator; over all segments these add up to the pooled ratio. */
  readonly contribution: number;
  /** The pooled ratio of all other segments; null where they have no denominator. */
  readonly withoutIt: number | null;
};

/**
 * What each segment contributes to the pooled ratio ΣN/ΣD: its numerator over the pooled denominator, beside
 * its share, its own ratio, and what the ratio would be without it. Order as given; empty where the pooled
 * denominator is 0. Throws as `mixEffect` does.
 *
 *     segmentContributions([
 *       { segment: "search", numerator: 30, denominator: 100 },
 *       { segment: "social", numerator: 10, denominator: 300 },
 *     ]) // search: share 0.25, ratio 0.3, contribution 0.075, without it 0.0333
 */
export function segmentContributions(segments: Iterable<Segment>): SegmentContribution[] {
  const whole = measureSegments(segments);
  if (whole === null) return [];
  return [...whole.segments].map(([segment, { numerator, denominator, share, ratio, contribution }]) => ({
    segment,
    share: Number(share),
    ratio: ratio === null ? null : Number(ratio),
    contribution: Number(contribution),
    withoutIt: ratioOrNull(
      subtractDecimals(whole.numerator, numerator),
      subtractDecimals(whole.denominator, denominator),
    ),
  }));
}

function ratioOrNull(numerator: string, denominator: string): number | null {
  return isZero(denominator) ? null : Number(divide(numerator, denominator));
}
