/** The change from one value of a KPI to another. */
export type Change = {
  /** After minus before, in the KPI's own unit. */
  readonly absolute: number;
  /** The absolute change as a share of the value before: 0.15 is 15 percent more. */
  readonly relative:
    | { readonly kind: "value"; readonly value: number }
    | { readonly kind: "no-value"; readonly reason: string };
  /** The absolute change of a share in percentage points: from 0.02 to 0.03 is 1 point. */
  readonly points: number;
};

/**
 * The one definition of change in the product: every "15 percent more" comes from here.
 *
 * Relative change is (after − before) / before. From zero it is undefined, whatever comes after, and from
 * a negative value it would turn its sign: both give a reason instead. Throws a RangeError on a value
 * that is not finite.
 *
 *     changeBetween(0.02, 0.03)
 *     // { absolute: 0.01, relative: { kind: "value", value: 0.5 }, points: 1 } (to rounding)
 */
export function changeBetween(before: number, after: number): Change {
  if (!Number.isFinite(before) || !Number.isFinite(after)) {
    throw new RangeError(`There is no change from ${before} to ${after}: both must be finite numbers`);
  }
  const absolute = after - before;
  return { absolute, relative: relativeChange(before, absolute), points: absolute * 100 };
}

function relativeChange(before: number, absolute: number): Change["relative"] {
  if (before === 0)
    return { kind: "no-value", reason: "The value before is 0: no percentage leads away from it." };
  if (before < 0)
    return { kind: "no-value", reason: "The value before is negative: a percentage of it would mislead." };
  return { kind: "value", value: absolute / before };
}
