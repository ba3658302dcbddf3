import { addDecimals, multiplyDecimals, subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import { measureSegments, type MeasuredSegment, type Segment } from "./segment.ts";

/** What one segment did to the change of the pooled ratio; `rate + mix` is its whole part in it. */
export type SegmentEffect = {
  readonly segment: string;
  /** A segment is *new* without a denominator before, *vanished* without one after, *stray* without either. */
  readonly kind: "in-both" | "new" | "vanished" | "stray";
  /** What its own ratio changed. */
  readonly rate: number;
  /** What its share of the denominator changed. */
  readonly mix: number;
};

/** The change of a pooled ratio taken apart, or the reason why there is none. */
export type MixEffect =
  | {
      readonly kind: "effect";
      readonly before: number;
      readonly after: number;
      /** after − before; equals rate + mix. */
      readonly change: number;
      readonly rate: number;
      readonly mix: number;
      readonly segments: readonly SegmentEffect[];
    }
  | { readonly kind: "no-value"; readonly reason: string };

/**
 * How much of the change of a pooled ratio ΣN/ΣD is *rate* (the segments' own ratios changed) and how much
 * is *mix* (their shares of the denominator shifted).
 *
 * The definition is Kitagawa's symmetric one, which leaves no interaction over. With shares w = D/ΣD, ratios
 * r = N/D, the two times 0 and 1, and R̄ the mean of the two pooled ratios, each segment has
 *
 *     rate = ½(w₀ + w₁) · (r₁ − r₀)        mix = (w₁ − w₀) · (½(r₀ + r₁) − R̄)
 *
 * R̄ changes no sum, since shares add to 1 before and after; it makes the mix of one segment say whether the
 * shift went towards a segment above or below the whole. Rate and mix add up to the change, and swapping
 * before and after turns every sign. A segment that is new or has vanished has no ratio of its own at one of
 * the times: its ratio is taken as unchanged, so it is all mix. A numerator without a denominator (spend of
 * a channel that brought nobody) has no share that could shift, so what it adds is rate.
 *
 * The arithmetic is decimal, to 40 digits; only the results are rounded to numbers. No value where the
 * pooled denominator is not above 0 before or after. Throws a RangeError where a segment comes twice, a
 * denominator is negative or a quantity is not a finite number or plain decimal.
 *
 * Source: E. M. Kitagawa, "Components of a Difference Between Two Rates", JASA 50 (1955).
 *
 *     mixEffect(
 *       [{ segment: "small", numerator: 81, denominator: 87 }, { segment: "large", numerator: 192, denominator: 263 }],
 *       [{ segment: "small", numerator: 234, denominator: 270 }, { segment: "large", numerator: 55, denominator: 80 }],
 *     ) // 78 % to 82.6 %: rate −5.4 points, since both segments fell; mix +9.9 points
 */
export function mixEffect(before: Iterable<Segment>, after: Iterable<Segment>): MixEffect {
  const [start, end] = [measureSegments(before), measureSegments(after)];
  if (start === null) return { kind: "no-value", reason: "There is nothing to divide by before." };
  if (end === null) return { kind: "no-value", reason: "There is nothing to divide by after." };
  const middle = half(addDecimals(start.ratio, end.ratio));
  const names = [...new Set([...start.segments.keys(), ...end.segments.keys()])];
  const effects = names.map((name) =>
    effectOf(name, start.segments.get(name), end.segments.get(name), middle),
  );
  return {
    kind: "effect",
    before: Number(start.ratio),
    after: Number(end.ratio),
    change: Number(subtractDecimals(end.ratio, start.ratio)),
    rate: Number(sumDecimals(effects.map((effect) => effect.rate))),
    mix: Number(sumDecimals(effects.map((effect) => effect.mix))),
    segments: effects.map(({ rate, mix, ...rest }) => ({ ...rest, rate: Number(rate), mix: Number(mix) })),
  };
}

type ExactEffect = Pick<SegmentEffect, "segment" | "kind"> & { readonly rate: string; readonly mix: string };

function effectOf(
  segment: string,
  before: MeasuredSegment | undefined,
  after: MeasuredSegment | undefined,
  middle: string,
): ExactEffect {
  const [ratioBefore, ratioAfter] = [before?.ratio ?? null, after?.ratio ?? null];
  const [shareBefore, shareAfter] = [before?.share ?? "0", after?.share ?? "0"];
  const [from, to] = [ratioBefore ?? ratioAfter ?? "0", ratioAfter ?? ratioBefore ?? "0"];
  const rate = multiplyDecimals(half(addDecimals(shareBefore, shareAfter)), subtractDecimals(to, from));
  const mix = multiplyDecimals(
    subtractDecimals(shareAfter, shareBefore),
    subtractDecimals(half(addDecimals(from, to)), middle),
  );
  const stray = subtractDecimals(strayOf(after), strayOf(before));
  return { segment, kind: kindOf(ratioBefore, ratioAfter), rate: addDecimals(rate, stray), mix };
}

function kindOf(ratioBefore: string | null, ratioAfter: string | null): SegmentEffect["kind"] {
  if (ratioBefore === null) return ratioAfter === null ? "stray" : "new";
  return ratioAfter === null ? "vanished" : "in-both";
}

/** What a numerator without a denominator adds to the pooled ratio. */
function strayOf(measured: MeasuredSegment | undefined): string {
  return measured === undefined || measured.ratio !== null ? "0" : measured.contribution;
}

function half(decimal: string): string {
  return multiplyDecimals(decimal, "0.5");
}
