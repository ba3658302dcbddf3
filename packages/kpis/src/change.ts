import type { Direction } from "./kpi.ts";

/** A share of something, or the reason why there is none. */
type Relative =
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "no-value"; readonly reason: string };

/** The change from one value of a KPI to another. */
export type Change = {
  readonly kind: "change";
  /** After minus before, in the KPI's own unit. */
  readonly absolute: number;
  /** The absolute change as a share of the value before: 0.15 is 15 percent more. */
  readonly relative: Relative;
  /** The absolute change of a share in percentage points: from 0.02 to 0.03 is 1 point. */
  readonly points: number;
  /** Which way it went. Whether that is good depends on the KPI: see `judgeChange`. */
  readonly sign: -1 | 0 | 1;
};

/** A change, or the reason why nothing can be said about one. */
export type ChangeOrNone = Change | { readonly kind: "no-value"; readonly reason: string };

/**
 * The one definition of change in the product: every "15 percent more" comes from here.
 *
 * Relative change is (after − before) / before. From zero it is undefined, whatever comes after, and from
 * a negative value it would turn its sign: both give a reason instead. A missing value is null: without one
 * of the two there is no change, with a reason that says which is missing. Throws a RangeError on a value
 * that is not finite.
 *
 *     changeBetween(0.02, 0.03)
 *     // { kind: "change", absolute: 0.01, relative: { kind: "value", value: 0.5 }, points: 1, sign: 1 } (to rounding)
 *     changeBetween(null, 0.03) // { kind: "no-value", reason: "There is no value before." }
 */
export function changeBetween(before: number, after: number): Change;
export function changeBetween(before: number | null, after: number | null): ChangeOrNone;
export function changeBetween(before: number | null, after: number | null): ChangeOrNone {
  if (before === null || after === null) return { kind: "no-value", reason: whyNone(before, after) };
  const absolute = after - before;
  if (!Number.isFinite(before) || !Number.isFinite(after) || !Number.isFinite(absolute * 100)) {
    throw new RangeError(`There is no change from ${before} to ${after}: both must be finite numbers`);
  }
  const relative = relativeChange(before, absolute);
  return { kind: "change", absolute, relative, points: absolute * 100, sign: signOf(absolute) };
}

/** Whether a change is good: more where higher is better, less where lower is. */
export type Judgement = "better" | "worse" | "unchanged";

/**
 * Whether a change is for the better. A change smaller than `smallest` (0 unless given, in the KPI's own
 * unit) is "unchanged".
 *
 *     judgeChange(changeBetween(12, 9), "lower") // "better": nine days instead of twelve
 */
export function judgeChange(
  change: Pick<Change, "absolute">,
  direction: Direction,
  smallest: number = 0,
): Judgement {
  if (change.absolute === 0 || Math.abs(change.absolute) < smallest) return "unchanged";
  return change.absolute > 0 === (direction === "higher") ? "better" : "worse";
}

function relativeChange(before: number, absolute: number): Relative {
  if (before === 0)
    return { kind: "no-value", reason: "The value before is 0: no percentage leads away from it." };
  if (before < 0)
    return { kind: "no-value", reason: "The value before is negative: a percentage of it would mislead." };
  const value = absolute / before;
  if (!Number.isFinite(value))
    return { kind: "no-value", reason: "The value before is too close to 0: the percentage has no end." };
  return { kind: "value", value };
}

function whyNone(before: number | null, after: number | null): string {
  if (before === null && after === null) return "There is no value before and none after.";
  return before === null ? "There is no value before." : "There is no value after.";
}

function signOf(value: number): -1 | 0 | 1 {
  if (value === 0) return 0;
  return value > 0 ? 1 : -1;
}
