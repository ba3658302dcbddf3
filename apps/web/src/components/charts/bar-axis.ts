/** A scale from left to right in percent, which holds zero and all it was made for. */
export interface BarAxis {
  at: (value: number) => number;
  length: (span: number) => number;
}

/**
 * The scale of bars. Where all lies at zero, zero is at the left.
 *
 * @example axisOf([-50, 150]).at(0) // 25
 */
export function axisOf(values: readonly number[]): BarAxis {
  const low = Math.min(0, ...values);
  const span = Math.max(0, ...values) - low || 1;
  return {
    at: (value) => ((value - low) / span) * 100,
    length: (length) => (Math.abs(length) / span) * 100,
  };
}
