import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitMixtureBaseline } from "./mixture-baseline.ts";
import { forecastTotal, forecastTotals } from "./mixture-forecast.ts";

describe("forecastTotal", () => {
  const baseline = fitMixtureBaseline({
    times: [0, 1, 2, 3, 4],
    y: [5, 6, 5, 7, 6],
    design: Array.from({ length: 5 }, () => [1]),
  });
  const future = { times: [5, 6], design: [[1], [1]] };

  it("refuses a period without a weight or a design row", () => {
    expect(() => forecastTotal(baseline, { ...future, weights: [1] })).toThrow(
      new RangeError("1 weights for 2 future periods"),
    );
    expect(() => forecastTotal(baseline, { ...future, design: [[1]] })).toThrow(
      new RangeError("every future period needs a design row of 1 columns"),
    );
  });

  it("is certain of no periods at all: their total is 0", () => {
    const { components } = forecastTotal(baseline, { times: [], design: [] });
    for (const { location, scale } of components) expect([location, scale]).toEqual([0, 0]);
  });
});

describe("forecastTotals", () => {
  const times = Array.from({ length: 30 }, (_, time) => time);
  const baseline = fitMixtureBaseline({
    times,
    y: times.map((time) => 40 + time / 3 + 5 * Math.sin(time)),
    design: times.map((time) => [1, time]),
  });
  const periods = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 5 }), weight: fc.nat(1000) }), {
    maxLength: 40,
  });

  it("gives of each number of periods what these alone would give, in whatever order they are asked for", () => {
    fc.assert(
      fc.property(periods, (future) => {
        let time = 29;
        const later = future.map(({ gap }) => (time += gap));
        const weights = future.map(({ weight }) => weight);
        const rows = later.map((at) => [1, at]);
        const totals = forecastTotals(baseline, { times: later, design: rows, weights });
        for (let upTo = later.length; upTo >= 0; upTo -= 1) {
          const first = {
            times: later.slice(0, upTo),
            design: rows.slice(0, upTo),
            weights: weights.slice(0, upTo),
          };
          expect(totals(upTo)).toEqual(forecastTotal(baseline, first));
        }
      }),
    );
  });
});
