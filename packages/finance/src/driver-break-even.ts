import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  numberToDecimal,
  subtractDecimals,
} from "@liftledger/numerics/decimal";
import { findRoot } from "@liftledger/numerics/root-search";
import type { Amount } from "./amount.ts";
import { plainDecimal } from "./plain-decimal.ts";

/** The value of a driver at which the metric meets its target, or why there is none. */
export type DriverBreakEven =
  | {
      readonly kind: "value";
      readonly value: string;
      /** `linear`: solved by division; `search`: found by Brent's method, to double precision. */
      readonly method: "linear" | "search";
      /** Whether it lies between the driver's low and high. */
      readonly withinRange: boolean;
      /** Further values at which the metric meets its target, farther from the base. */
      readonly others: readonly string[];
    }
  | { readonly kind: "no-value"; readonly reason: string };

/** A driver to solve for: its range, and where it may lie at all (a share: from "0" to "1"). */
export type DriverRange<Value = Amount> = {
  readonly low: Value;
  readonly base: Value;
  readonly high: Value;
  readonly limits?: { readonly from: Value; readonly to: Value };
};

/** Points between the ends at which a curved metric is looked at for a change of sign. */
const scanPoints = 64;

/** Metrics that are text carry at least so many digits; those that are numbers, a double's. */
const tolerances = { text: "0.00000000000000000001", number: "0.000000000001" };

/**
 * Where a metric meets a target (0 unless told) as one driver moves. Where the metric is linear in the driver,
 * checked at five points, the answer is a division, to 34 digits, and may lie outside low to high (within
 * the limits, when there are any) if the metric is still on the line there. Otherwise Brent's method searches between the limits, or between low and
 * high, from sign changes at 65 points: the value nearest the base first. A curve that only touches the
 * target between two of them is not found. `metric` gives null where it has no value.
 *
 *     driverBreakEven({ low: "1", base: "2", high: "4" }, (x) => String(3 * Number(x) - 9))
 *     // { kind: "value", value: "3", method: "linear", withinRange: true, others: [] }
 */
export function driverBreakEven(
  given: DriverRange,
  metric: (value: string) => string | number | null,
  target: Amount = "0",
): DriverBreakEven {
  const range = readDriverRange(given, "driver");
  const aim = plainDecimal(target, "target");
  if (compareDecimals(range.low, range.high) === 0) {
    return { kind: "no-value", reason: "The driver has no range to move in." };
  }
  const gap = (value: string): Gap | null => {
    const found = metric(value);
    if (found === null || (typeof found === "number" && !Number.isFinite(found))) return null;
    const text = typeof found === "number" ? numberToDecimal(found) : found;
    return { gap: subtractDecimals(text, aim), isText: typeof found === "string" };
  };
  const width = subtractDecimals(range.high, range.low);
  const points = ["0", "0.25", "0.5", "0.75", "1"].map((share) => {
    const x = addDecimals(range.low, multiplyDecimals(width, share));
    return { share, found: gap(x) };
  });
  const line = lineThrough(points);
  if (line !== null) {
    const solved = solveLine(range, width, line);
    if (solved.kind === "no-value" || solved.withinRange) return solved;
    if (isStillOnLine(solved.value, range, line, gap)) return solved;
  }
  const numeric = (x: number): number => Number(gap(numberToDecimal(x))?.gap ?? Number.NaN);
  return searchRoots(range, numeric);
}

/** How far a metric is from its target; whether it came as text, with all its digits. */
type Gap = { readonly gap: string; readonly isText: boolean };

/** A range with all its values as plain decimals. Throws a RangeError that names it on what is none. */
export function readDriverRange({ low, base, high, limits }: DriverRange, name: string): DriverRange<string> {
  const read = (value: Amount): string => plainDecimal(value, name);
  return {
    low: read(low),
    base: read(base),
    high: read(high),
    ...(limits && { limits: { from: read(limits.from), to: read(limits.to) } }),
  };
}

type Line = { readonly atLow: string; readonly rise: string; readonly allowed: string };

/** The metric at the low end and its rise over the range, or null where five points are on no line. */
function lineThrough(points: readonly { readonly share: string; readonly found: Gap | null }[]): Line | null {
  const known = points.flatMap(({ share, found }) => (found === null ? [] : [{ share, ...found }]));
  const [low, high] = [known[0], known.at(-1)];
  if (low === undefined || high === undefined || known.length < points.length) return null;
  const rise = subtractDecimals(high.gap, low.gap);
  const size = known.map(({ gap }) => absolute(gap)).reduce((a, b) => (compareDecimals(a, b) > 0 ? a : b));
  const tolerance = known.every(({ isText }) => isText) ? tolerances.text : tolerances.number;
  const allowed = multiplyDecimals(size, tolerance);
  const straight = known.every(({ share, gap }) => {
    const expected = addDecimals(low.gap, multiplyDecimals(rise, share));
    return compareDecimals(absolute(subtractDecimals(gap, expected)), allowed) <= 0;
  });
  if (!straight) return null;
  return { atLow: low.gap, rise: compareDecimals(absolute(rise), allowed) <= 0 ? "0" : rise, allowed };
}

/** Beyond the range the metric may bend, or have no value: a share cannot be 2. */
function isStillOnLine(
  value: string,
  { low, high }: DriverRange<string>,
  { allowed }: Line,
  gap: (value: string) => Gap | null,
): boolean {
  const widths = divideDecimals(absolute(subtractDecimals(value, low)), subtractDecimals(high, low));
  try {
    const found = gap(value);
    const reach = multiplyDecimals(allowed, addDecimals("1", widths));
    return found !== null && compareDecimals(absolute(found.gap), reach) <= 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function solveLine(range: DriverRange<string>, width: string, { atLow, rise }: Line): DriverBreakEven {
  const { low, base, high, limits } = range;
  if (rise === "0") {
    return compareDecimals(atLow, "0") === 0
      ? { kind: "value", value: base, method: "linear", withinRange: true, others: [] }
      : { kind: "no-value", reason: "The driver does not move the metric." };
  }
  const along = multiplyDecimals(width, multiplyDecimals("-1", atLow));
  // One rounding, of the value itself: low + width · (−atLow) / rise over one denominator.
  const value = divideDecimals(addDecimals(multiplyDecimals(low, rise), along), rise);
  if (limits !== undefined && !lies(value, limits.from, limits.to))
    return noBreakEven(limits.from, limits.to);
  return { kind: "value", value, method: "linear", withinRange: lies(value, low, high), others: [] };
}

function searchRoots(range: DriverRange<string>, gap: (x: number) => number): DriverBreakEven {
  const { low, base, high } = range;
  const { from, to } = range.limits ?? { from: low, to: high };
  const [start, end] = [Number(from), Number(to)];
  const xs = Array.from({ length: scanPoints + 1 }, (_, step) => start + ((end - start) * step) / scanPoints);
  const gaps = xs.map(gap);
  const roots = xs.flatMap((x, index) => {
    const [here, next] = [gaps[index] ?? Number.NaN, gaps[index + 1] ?? Number.NaN];
    if (here === 0) return [x];
    if (!(Math.sign(here) * Math.sign(next) < 0)) return [];
    const found = findRoot(gap, x, xs[index + 1] ?? x);
    return found.kind === "root" ? [found.x] : [];
  });
  const [nearest, ...others] = roots
    .toSorted((a, b) => Math.abs(a - Number(base)) - Math.abs(b - Number(base)))
    .map((root) => numberToDecimal(root));
  if (nearest === undefined) return noBreakEven(from, to);
  return { kind: "value", value: nearest, method: "search", withinRange: lies(nearest, low, high), others };
}

function noBreakEven(from: string, to: string): DriverBreakEven {
  return { kind: "no-value", reason: `No break-even within ${from} to ${to}.` };
}

function lies(value: string, from: string, to: string): boolean {
  return compareDecimals(value, from) >= 0 && compareDecimals(value, to) <= 0;
}

function absolute(value: string): string {
  return value.startsWith("-") ? value.slice(1) : value;
}
