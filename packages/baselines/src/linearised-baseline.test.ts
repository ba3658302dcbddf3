import { describe, expect, it } from "vitest";
import { composeDesign } from "./baseline-design.ts";
import { linearisedSeries, type LinearisedRequest } from "./linearised-baseline.ts";
import { answerOf } from "./testing/answer-of.ts";

const point = (index: number, numerator: number, denominator = 1) => ({ index, numerator, denominator });

function seriesOf(request: Pick<LinearisedRequest, "design" | "controls">) {
  const pre = [point(10, 2), point(11, -8, 2), point(12, 6)];
  return answerOf(linearisedSeries({ pre, post: [], ...request }));
}

describe("linearisedSeries", () => {
  it("counts a trend from the middle of the pre-period", () => {
    const { rowsAt } = seriesOf({ design: composeDesign({ trend: true }) });
    expect(rowsAt([10, 11, 12, 20])).toEqual([
      [1, -1],
      [1, 0],
      [1, 1],
      [1, 9],
    ]);
  });

  it("knows the size of the numbers its values are differences of", () => {
    // The largest numerator, 8, over the mean denominator, 4/3; and the level of what is subtracted, −2.
    expect(seriesOf({ design: composeDesign({ trend: true }) }).magnitude).toBeCloseTo(6, 14);
    const south = [point(10, -1), point(11, -2), point(12, -3)];
    const series = seriesOf({ design: composeDesign({ difference: "south" }), controls: { south } });
    expect(series.magnitude).toBeCloseTo(8, 14);
    expect([10, 11, 12].map(series.offsetAt)).toEqual([1, 0, -1]);
  });
});
