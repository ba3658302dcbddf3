import { seededRandom } from "@liftledger/numerics/seeded-random";
import { describe, expect, it } from "vitest";
import { composeDesign, FLAT_DESIGN } from "./baseline-design.ts";
import { periodsUntilDecided, type UndecidedRequest } from "./periods-until-decided.ts";
import { ratioLift } from "./ratio-lift.ts";
import type { RatioPoint } from "./ratio-point.ts";
import { mixturePValue } from "./mixture-p-value.ts";
import { answerOf } from "./testing/answer-of.ts";

function weeks(count: number, from: number, effect: number, seed: number): RatioPoint[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => ({
    index: from + i,
    numerator: 1000 * (0.1 + effect + 0.01 * random.normal()),
    denominator: 1000,
  }));
}

const undecided: UndecidedRequest = {
  pre: weeks(40, 0, 0, 1),
  post: weeks(3, 40, 0.01, 2),
  design: FLAT_DESIGN,
  direction: 1,
  level: 0.8,
};

const pValueAfter = (request: UndecidedRequest): number => {
  const lift = answerOf(ratioLift(request));
  return mixturePValue(lift.incrementalUnitsDistribution());
};

describe("periodsUntilDecided", () => {
  it("says when the lift seen so far would be decided if it went on, and no week earlier", () => {
    const answer = periodsUntilDecided(undecided);
    if (answer.kind !== "decided-in") throw new Error(answer.kind);
    expect(answer.periods).toBeGreaterThan(0);

    // Carried on by hand: every further week adds the lift of a week so far to what was expected of it.
    const lift = answerOf(ratioLift(undecided));
    const perWeek = lift.incrementalUnits / undecided.post.length;
    const carriedOn = (more: number): RatioPoint[] => {
      const blank = Array.from({ length: more }, (_, i) => ({
        index: 43 + i,
        numerator: 0,
        denominator: 1000,
      }));
      const foreseen = answerOf(ratioLift({ ...undecided, post: [...undecided.post, ...blank] }));
      return blank.map((week, i) => ({
        ...week,
        numerator: (foreseen.periods[3 + i]?.expectedNumerator ?? 0) + perWeek,
      }));
    };
    const after = (more: number) =>
      pValueAfter({ ...undecided, post: [...undecided.post, ...carriedOn(more)] });
    expect(after(answer.periods)).toBeLessThan(0.2);
    expect(after(answer.periods - 1)).toBeGreaterThanOrEqual(0.2);
  });

  it("carries the lift of every period so far on, the first one as well", () => {
    const [first, ...rest] = undecided.post as [RatioPoint, ...RatioPoint[]];
    const strong = { ...undecided, post: [{ ...first, numerator: first.numerator + 12 }, ...rest] };
    const later = {
      ...undecided,
      post: [first, ...rest.map((p, i) => ({ ...p, numerator: p.numerator + 12 * i }))],
    };
    // The same total in another week gives the same pace, and hardly another answer.
    expect(periodsUntilDecided(strong)).toEqual(periodsUntilDecided(later));
  });

  it("needs no more where the interval leaves zero out already, whichever way", () => {
    const post = weeks(8, 40, 0.05, 3);
    expect(periodsUntilDecided({ ...undecided, post })).toMatchObject({ kind: "decided-in", periods: 0 });
    expect(periodsUntilDecided({ ...undecided, post, direction: -1 })).toMatchObject({ periods: 0 });
  });

  it("is sooner decided at a lower level", () => {
    const strict = periodsUntilDecided(undecided);
    const lenient = periodsUntilDecided({ ...undecided, level: 0.75 });
    if (strict.kind !== "decided-in" || lenient.kind !== "decided-in") throw new Error("undecided");
    expect(lenient.periods).toBeLessThan(strict.periods);
  });

  it("tries the last period allowed as well", () => {
    const answer = periodsUntilDecided(undecided);
    if (answer.kind !== "decided-in") throw new Error(answer.kind);
    expect(periodsUntilDecided({ ...undecided, atMost: answer.periods })).toEqual(answer);
    expect(periodsUntilDecided({ ...undecided, atMost: answer.periods - 1 }).kind).toBe("not-within");
  });

  it("is not decided at the very level at which the interval touches zero", () => {
    const pValue = pValueAfter(undecided);
    const level = 1 - pValue;
    expect(1 - level).toBe(pValue);
    expect(periodsUntilDecided({ ...undecided, level, atMost: 0 }).kind).toBe("not-within");
    expect(periodsUntilDecided({ ...undecided, level: level - 1e-9, atMost: 0 }).kind).toBe("decided-in");
  });

  it("says so where the lift is too small for the noise to be decided in time", () => {
    const small = { ...undecided, post: weeks(3, 40, 0, 4), atMost: 6 };
    expect(periodsUntilDecided(small)).toMatchObject({ kind: "not-within", periods: 6 });
  });

  it("carries control series on at their mean", () => {
    const north = weeks(43, 0, 0, 9).map((p) => ({ ...p, numerator: 100 + (p.numerator - 100) / 100 }));
    const design = composeDesign({ difference: "north" });
    // A control that hardly moves changes hardly anything.
    expect(periodsUntilDecided({ ...undecided, design, controls: { north } })).toEqual(
      periodsUntilDecided(undecided),
    );
  });

  it("has no value without periods since the start, an interval, noise or a control's history", () => {
    const none = (request: Partial<UndecidedRequest>) => periodsUntilDecided({ ...undecided, ...request });
    expect(none({ post: [] })).toMatchObject({ kind: "no-value" });
    expect(none({ pre: undecided.pre.slice(-2) })).toMatchObject({ kind: "no-value" });
    const still = undecided.pre.map((p) => ({ ...p, numerator: 100 }));
    expect(none({ pre: still })).toMatchObject({
      kind: "no-value",
      reason: expect.stringContaining("noise"),
    });
    const design = composeDesign({ controls: ["north"] });
    expect(none({ design, controls: { north: [] } })).toEqual({
      kind: "no-value",
      reason: "in no period before the start has every control series a value",
    });
    expect(() => none({ level: 0 })).toThrow(RangeError);
    expect(() => none({ atMost: -1 })).toThrow(RangeError);
  });
});
