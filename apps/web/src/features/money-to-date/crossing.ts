import type { Portfolio } from "@liftledger/contracts/portfolio";

/** Cumulative value and cost at the end of one period. */
export type MoneyPoint = Portfolio["toDate"][number];

/** When cumulative value passed cumulative cost for good, and the range in which that happened. */
export interface Crossing {
  /** Index of the point from which value stayed at or above cost; null when it has not. */
  at: number | null;
  /** The same with the high end of the likely range. */
  earliest: number | null;
  /** The same with its low end. */
  latest: number | null;
}

/**
 * The durable crossing: a value that passes cost and falls back has not broken even. Points without a value
 * do not count as passed, and neither does a time before the first cost.
 */
export function crossing(points: readonly MoneyPoint[]): Crossing {
  return {
    at: staysAbove(points, (point) => point.value),
    earliest: staysAbove(points, (point) => point.valueHigh),
    latest: staysAbove(points, (point) => point.valueLow),
  };
}

function staysAbove(
  points: readonly MoneyPoint[],
  valueOf: (point: MoneyPoint) => string | null,
): number | null {
  const last = points.findLastIndex((point) => {
    const value = valueOf(point);
    return value === null || Number(point.cost) <= 0 || Number(value) < Number(point.cost);
  });
  return last + 1 < points.length ? last + 1 : null;
}
