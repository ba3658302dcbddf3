import { describe, expect, it } from "vitest";
import { fitMixtureBaseline } from "./mixture-baseline.ts";
import { forecastTotal } from "./mixture-forecast.ts";

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
