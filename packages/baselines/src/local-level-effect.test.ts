import { describe, expect, it } from "vitest";
import { localLevelEffect } from "./local-level-effect.ts";
import { answerOf } from "./testing/answer-of.ts";

const PRE = [50, 52, 49, 51, 50, 53, 51, 50, 52, 51];

function effectOf(post: readonly number[], sign = 1) {
  return answerOf(
    localLevelEffect({
      pre: PRE.map((value) => sign * value),
      post: post.map((value) => sign * value),
    }),
  );
}

describe("localLevelEffect", () => {
  it("gives the effect as a share of what was expected, with the ends of its total", () => {
    const answer = effectOf([60, 61]);
    const expected = 121 - answer.totalEffect;
    const { low, high } = answer.totalEffectInterval;
    expect(answer.relativeEffect).toEqual({
      kind: "value",
      value: expect.closeTo(answer.totalEffect / expected, 14),
      interval: {
        low: expect.closeTo(low / expected, 14),
        high: expect.closeTo(high / expected, 14),
        level: 0.95,
      },
    });
    expect(low).toBeLessThan(high);
    expect(expected).toBeCloseTo(2 * answer.expectedMean, 10);
  });

  it("keeps the lower end below the upper one where less than nothing was expected", () => {
    const [plain, mirrored] = [effectOf([60, 61]), effectOf([60, 61], -1)];
    expect(mirrored.totalEffect).toBeCloseTo(-plain.totalEffect, 9);
    // −121 against −102 expected is as large a share as 121 against 102, and its ends as well.
    const [share, again] = [plain.relativeEffect, mirrored.relativeEffect];
    if (share.kind !== "value" || again.kind !== "value") throw new Error("there is a share");
    expect(again.value).toBeCloseTo(share.value, 12);
    const [ends, mirroredEnds] = [share, again].map(({ interval }) => [interval?.low, interval?.high]);
    expect(mirroredEnds).toEqual(ends?.map((end) => expect.closeTo(end as number, 10)));
  });

  it("has no share of next to nothing, no effect without a period, and passes a refusal on", () => {
    const answer = localLevelEffect({ pre: [1, -1, 2, -2, 1, -1, 2, -2], post: [3] });
    expect(answer).toMatchObject({
      relativeEffect: {
        kind: "no-value",
        reason: "the expected total is too close to zero to take a share of it",
      },
    });
    expect(() => localLevelEffect({ pre: PRE, post: [] })).toThrow("no period since the start");
    expect(localLevelEffect({ pre: [1], post: [2] }).kind).toBe("refused");
  });
});
