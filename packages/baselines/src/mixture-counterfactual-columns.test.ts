import { describe, expect, it } from "vitest";
import { mixtureCounterfactual, type CounterfactualRequest } from "./mixture-counterfactual.ts";
import { answerOf } from "./testing/answer-of.ts";

const PRE = [5, 6, 5, 7, 6, 8, 6, 7, 9, 7];
const POST = [9, 9, 8];

function figures(request: Partial<CounterfactualRequest>) {
  const answer = answerOf(mixtureCounterfactual({ pre: PRE, post: POST, ...request }));
  return [answer.expectedPeriods, answer.effectTotalInterval(0.8), answer.pValue];
}

describe("mixtureCounterfactual", () => {
  it("gives every control series a column of its own", () => {
    const north = { pre: [1, 3, 2, 5, 1, 4, 2, 2, 6, 3], post: [4, 4, 5] };
    const south = { pre: [7, 7, 9, 8, 7, 9, 6, 8, 8, 7], post: [8, 6, 7] };
    const rows = (side: "pre" | "post") =>
      north[side].map((value, i) => [1, value, south[side][i] as number]);
    expect(figures({ controls: [north, south] })).toEqual(
      figures({ designPre: rows("pre"), designPost: rows("post") }),
    );
  });

  it("does not care where the counting of periods begins", () => {
    const counted = (from: number) => ({
      pre: PRE.map((_, i) => from + i),
      post: POST.map((_, i) => from + PRE.length + i),
    });
    expect(figures({ trend: true, times: counted(2e9) })).toEqual(figures({ trend: true }));
  });
});
