import { describe, expect, it } from "vitest";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import { drawCorrelatedScores } from "./correlated-scores.ts";

function draw(names: readonly string[], correlations?: readonly (readonly number[])[]): number[][] {
  const random = seededRandom(11);
  const drawn = drawCorrelatedScores({ names, runs: 3, random, ...(correlations && { correlations }) });
  if (drawn.kind === "impossible") throw new Error(drawn.reason);
  return drawn.scores.map((scores) => [...scores]);
}

describe("drawCorrelatedScores", () => {
  const random = seededRandom(11);
  const own = Array.from({ length: 3 }, () => Array.from({ length: 3 }, () => random.normal()));

  it("draws one line after another, a score a run", () => {
    expect(draw(["a", "b", "c"])).toEqual(own);
    expect(draw(["a"])).toEqual(own.slice(0, 1));
    expect(draw(["a"], [[1]])).toEqual(own.slice(0, 1));
  });
  it("mixes a line with the lines before it by the Cholesky factor", () => {
    // Of correlations 0.6: rows [1, 0] and [0.6, 0.8]; of 0.6, 0 and 0.8 for the third, what is left is 0.
    const [first = [], second = []] = own;
    const mixed = first.map((score, run) => expect.closeTo(0.6 * score + 0.8 * (second[run] ?? 0), 14));
    expect(
      draw(
        ["a", "b", "c"],
        [
          [1, 0.6, 0],
          [0.6, 1, 0.8],
          [0, 0.8, 1],
        ],
      ),
    ).toEqual([first, mixed, second.map((score) => expect.closeTo(score, 7))]);
  });
  it("repeats a line with a correlation of 1, and mirrors it with −1", () => {
    const [first = []] = own;
    expect(
      draw(
        ["a", "b"],
        [
          [1, 1],
          [1, 1],
        ],
      ),
    ).toEqual([first, first]);
    expect(
      draw(
        ["a", "b"],
        [
          [1, -1],
          [-1, 1],
        ],
      ),
    ).toEqual([first, first.map((score) => -score)]);
  });
  it("draws nothing for no lines", () => {
    expect(draw([])).toEqual([]);
    expect(draw([], [])).toEqual([]);
  });
});
