/** So many runs from here up to, not including, there; null where a bin is open. */
export interface HistogramBin {
  from: number | null;
  to: number | null;
  runs: number;
}

/** A bin as it is drawn: where, how wide and how high, in percent of the picture. */
export interface HistogramBar {
  key: string;
  left: number;
  width: number;
  height: number;
  /** Where its values lie: all below zero, or from zero on. */
  isLoss: boolean;
  /** What lies beyond the picture is gathered in it. */
  isOpen: boolean;
}

export interface HistogramPicture {
  bars: HistogramBar[];
  /** Where a value lies, in percent from the left; values beyond the picture lie on its edge. */
  at: (value: number) => number;
  low: number;
  high: number;
}

/**
 * Bins as bars whose area says how many runs they hold: one that was cut in two is as high as its runs for its width.
 * An open bin is as wide as the usual one and stands at its edge.
 */
export function histogramPicture(bins: readonly HistogramBin[]): HistogramPicture {
  const closed = bins.flatMap(({ from, to, runs }) =>
    from === null || to === null ? [] : [{ from, to, runs }],
  );
  const usual = Math.max(...closed.map(({ from, to }) => to - from), 0) || 1;
  const placed = bins.map(({ from, to, runs }) => {
    const begin = from ?? (to ?? 0) - usual;
    const end = to ?? begin + usual;
    return { begin, end, runs, isOpen: from === null || to === null };
  });
  const low = placed[0]?.begin ?? 0;
  const high = placed.at(-1)?.end ?? 1;
  const span = high - low || 1;
  const densest = Math.max(...placed.map(({ begin, end, runs }) => runs / (end - begin)), 0) || 1;
  const at = (value: number) => Math.min(100, Math.max(0, ((value - low) / span) * 100));
  return {
    low,
    high,
    at,
    bars: placed.map(({ begin, end, runs, isOpen }) => ({
      key: `${begin}`,
      left: at(begin),
      width: ((end - begin) / span) * 100,
      height: (runs / (end - begin) / densest) * 100,
      isLoss: end <= 0,
      isOpen,
    })),
  };
}
