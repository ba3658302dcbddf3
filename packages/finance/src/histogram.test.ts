import { array, assert, double, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { histogramOf } from "./histogram.ts";

const runsOf = (values: readonly number[]) => Float64Array.from(values).toSorted();
const evenly = (from: number, to: number, count: number) =>
  runsOf(Array.from({ length: count }, (_, place) => from + ((to - from) * place) / (count - 1)));

describe("histogramOf", () => {
  it("begins bins at zero and at the edges of bands", () => {
    const bins = histogramOf(evenly(-0.45, 1.55, 1001), [0.3, 0.7, 1]);
    const starts = bins.map(({ from }) => from);
    for (const edge of [0, 0.3, 0.7, 1]) expect(starts).toContain(edge);
    expect(new Set(bins.map(({ from, to }) => ((to ?? 0) - (from ?? 0)).toFixed(9)))).toEqual(
      new Set(["0.100000000"]),
    );
  });

  it("cuts a bin in two at an edge that no round width meets", () => {
    const bins = histogramOf(evenly(0, 1, 1001), [1 / 3]);
    expect(bins.map(({ from }) => from)).toContain(1 / 3);
    expect(bins.map(({ to }) => to)).toContain(1 / 3);
  });

  it("counts a run on an edge in the bin above it: zero is no loss", () => {
    const bins = histogramOf(runsOf([-1, 0, 0, 1]));
    const loss = bins.filter(({ to }) => to !== null && to <= 0);
    expect(loss.reduce((sum, { runs }) => sum + runs, 0)).toBe(1);
  });

  it("gathers far tails instead of drawing a thousand empty bins", () => {
    const bins = histogramOf(runsOf([...evenly(0, 0.98, 998), -1e9, 1e9]));
    expect(bins.length).toBeLessThan(64);
    expect([bins[0], bins.at(-1)]).toMatchObject([
      { from: null, runs: 1 },
      { to: null, runs: 1 },
    ]);
  });

  it("has one bin for runs that are all the same, and none for none", () => {
    for (const same of [0, -3, 1e-9, 2.5e8]) {
      const bins = histogramOf(runsOf([same, same, same]));
      expect(bins).toMatchObject([{ runs: 3 }]);
      expect(bins[0]?.from).toBeLessThanOrEqual(same);
      expect(bins[0]?.to).toBeGreaterThan(same);
    }
    expect(histogramOf(runsOf([]))).toEqual([]);
  });

  it("has room for runs that only their last bit tells apart", () => {
    const bins = histogramOf(Float64Array.of(-5e-324, 5e-324));
    expect(bins.reduce((sum, { runs }) => sum + runs, 0)).toBe(2);
    expect(histogramOf(Float64Array.of(5e-324)).map(({ runs }) => runs)).toEqual([1]);
  });

  it("holds every run once, in adjoining bins that are not too many", () => {
    const value = double({ min: -1e12, max: 1e12, noNaN: true });
    assert(
      property(
        array(value, { minLength: 1, maxLength: 200 }),
        array(value, { maxLength: 4 }),
        (values, edges) => {
          const bins = histogramOf(runsOf(values), edges);
          expect(bins.reduce((sum, { runs }) => sum + runs, 0)).toBe(values.length);
          expect(bins.length).toBeLessThan(72);
          expect(bins.slice(1).map(({ from }) => from)).toEqual(bins.slice(0, -1).map(({ to }) => to));
        },
      ),
    );
  });
});
