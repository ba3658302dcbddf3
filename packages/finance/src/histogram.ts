import { countBelow, twelveDigits } from "./sample-summary.ts";

/** So many runs lie from here up to, not including, there; null where a bin is open. */
export type HistogramBin = {
  readonly from: number | null;
  readonly to: number | null;
  readonly runs: number;
};

/** About so many bins are drawn for the bulk of the runs, and so many at most before the tails are gathered. */
const usualBins = 24;
const mostBins = 60;
/** Under it a double has no digits left for the width of a bin. */
const leastSpan = 1e-290;
/** What lies within these two shares of the runs is the bulk. */
const bulk = [0.005, 0.995] as const;

/**
 * How sorted runs are spread: bins of one round width that begin at 0 and, where a round width has them all, at every
 * given edge as well, so that a loss, or a band, is whole bins; an edge that no round width meets cuts its bin in two.
 * Half-open: a run on an edge belongs to the bin above it. Far tails are gathered in an open bin at either end. The runs
 * of the bins add up to all of them.
 *
 * @example histogramOf(Float64Array.of(-1, 0, 0.4, 1), [0.3]).map(({ runs }) => runs).reduce((sum, runs) => sum + runs) // 4
 */
export function histogramOf(sorted: Float64Array, edges: readonly number[] = []): readonly HistogramBin[] {
  if (sorted.length === 0) return [];
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const [low, high] = [at(bulk[0]), at(bulk[1])];
  const near = edges.filter((edge) => edge > low && edge < high);
  const span = [high - low, Math.abs(high) / usualBins].find((size) => size > leastSpan) ?? 1;
  const width = widthFor(span, near);
  const isNear = (most - least) / width <= mostBins;
  const [from, to] = isNear ? [least, most] : [low, high];
  const cuts = cutsOf({ from, to, width }, near);
  return binsBetween(sorted, cuts);
}

/** The widest round width of which every edge is a multiple; without one, the one that gives the usual count. */
function widthFor(span: number, edges: readonly number[]): number {
  const usual = span / usualBins;
  const magnitude = 10 ** Math.floor(Math.log10(usual));
  const round = [0.5, 1, 2, 2.5, 5, 10].map((step) => twelveDigits(step * magnitude));
  const fallback = round.find((width) => width >= usual) ?? magnitude;
  const meets = (width: number) => edges.every((edge) => isWhole(edge / width));
  return round.findLast((width) => span / width >= usualBins / 2 && meets(width)) ?? fallback;
}

function cutsOf(
  { from, to, width }: { from: number; to: number; width: number },
  edges: readonly number[],
): readonly number[] {
  const first = Math.floor(from / width);
  const count = Math.floor(to / width) + 1 - first;
  const grid = Array.from({ length: count + 1 }, (_, place) => twelveDigits((first + place) * width));
  return [...new Set([...grid, ...edges])].toSorted((one, other) => one - other);
}

function binsBetween(sorted: Float64Array, cuts: readonly number[]): readonly HistogramBin[] {
  const below = cuts.map((cut) => countBelow(sorted, cut));
  const inner = cuts.slice(1).map((to, place): HistogramBin => {
    return { from: cuts[place] ?? null, to, runs: (below[place + 1] ?? 0) - (below[place] ?? 0) };
  });
  const under = { from: null, to: cuts[0] ?? null, runs: below[0] ?? 0 };
  const over = { from: cuts.at(-1) ?? null, to: null, runs: sorted.length - (below.at(-1) ?? 0) };
  return [...(under.runs > 0 ? [under] : []), ...inner, ...(over.runs > 0 ? [over] : [])];
}

function isWhole(ratio: number): boolean {
  return Math.abs(ratio - Math.round(ratio)) < 1e-9 * Math.max(1, Math.abs(ratio));
}
