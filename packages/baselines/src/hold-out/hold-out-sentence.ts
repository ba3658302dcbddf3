import type { Direction } from "../ratio-point.ts";
import type { Interval } from "../student-mixture.ts";

/** The test an answer stands on. */
export type HoldOutMethod = "two-proportions" | "welch" | "ratio-delta" | "cuped" | "confidence-sequence";

const METHOD_NAMES: Readonly<Record<HoldOutMethod, string>> = {
  "two-proportions": "Newcombe's interval for two proportions",
  welch: "Welch's t-test",
  "ratio-delta": "the delta method for a ratio",
  cuped: "Welch's t-test after adjusting for the time before (CUPED)",
  "confidence-sequence": "an interval that holds however often one looks",
};

/**
 * What a hold-out found, in plain words: what was seen, whether it can be told from chance, and by which
 * method. Shares are written in per cent and their difference in points.
 */
export function describeHoldOut(figures: {
  readonly method: HoldOutMethod;
  readonly controlMean: number;
  readonly treatmentMean: number;
  readonly difference: number;
  readonly interval: Interval;
  readonly direction: Direction;
  readonly isShare: boolean;
}): string {
  const { controlMean, treatmentMean, difference, interval, direction, isShare, method } = figures;
  const amount = (value: number): string => (isShare ? `${threeDigits(100 * value)}%` : threeDigits(value));
  const change = (value: number): string => (isShare ? `${signed(100 * value)} points` : signed(value));
  const seen = `Treatment ${amount(treatmentMean)}, control ${amount(controlMean)}: a difference of ${change(difference)} (${Math.round(1000 * interval.level) / 10}% interval ${change(interval.low)} to ${change(interval.high)}).`;
  return `${seen} ${conclusion(interval, direction)} By ${METHOD_NAMES[method]}.`;
}

function conclusion({ low, high }: Interval, direction: Direction): string {
  if (low <= 0 && high >= 0) return "That may be chance.";
  return low > 0 === (direction === 1) ? "Treatment is the better arm." : "Treatment is the worse arm.";
}

function threeDigits(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function signed(value: number): string {
  const text = threeDigits(value);
  if (text.startsWith("-")) return `−${text.slice(1)}`;
  return value > 0 ? `+${text}` : text;
}
