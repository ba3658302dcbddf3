import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import { readiness, readinessGaps, readinessRoadmap, type GapAnswer } from "./readiness.ts";

const answer = (key: GapAnswer["key"], score: GapAnswer["score"], ...evidence: string[]): GapAnswer => ({
  key,
  score,
  evidence,
});

const answers = fc
  .tuple(
    ...readinessGaps.map(({ key }) =>
      fc.record<GapAnswer>({
        key: fc.constant(key),
        score: fc.constantFrom(0, 1, 2, 3),
        evidence: fc.array(fc.constantFrom("a document", " ", "")),
      }),
    ),
  )
  .chain((all) => fc.subarray(all));

describe("readiness", () => {
  it.each<[GapAnswer, number, boolean, string]>([
    [answer("data", 3, "audit of 3 May"), 3, true, "audit of 3 May."],
    [answer("data", 2, "audit of 3 May", "list of owners"), 2, true, "audit of 3 May; list of owners."],
    [answer("data", 1, "audit ordered"), 1, false, "Begun: audit ordered."],
    [answer("data", 3), 0, false, "Scored 3, with nothing to show for it."],
    [answer("data", 3, " "), 0, false, "Scored 3, with nothing to show for it."],
    [answer("data", 0, "nothing yet"), 0, false, "Open."],
  ])("counts %j as %i", (given, score, isClosed, reason) => {
    expect(readiness([given]).gaps.find(({ key }) => key === "data")).toMatchObject({
      score,
      isClosed,
      reason,
    });
  });

  it("lists what is open in the order in which it is closed", () => {
    const { ready, of, open, score } = readiness([
      answer("talent", 2, "course"),
      answer("strategy", 3, "sentence"),
    ]);
    expect({ ready, of, open }).toEqual({ ready: 2, of: 5, open: ["Process", "Data", "Governance"] });
    // 5 of 15 points.
    expect(score).toBe("0.33333333333333333333");
  });

  it("refuses a gap scored twice, and what is no score", () => {
    expect(() => readiness([answer("data", 1, "a"), answer("data", 2, "b")])).toThrow(RangeError);
    expect(() => readiness([answer("data", 4 as GapAnswer["score"], "a")])).toThrow(RangeError);
  });

  it("refuses a gap that is none of the five, rather than lose its score", () => {
    const answer = { key: "date", score: 3, evidence: ["audit"] } as unknown as GapAnswer;
    expect(() => readiness([answer])).toThrow('"date" is none of the five gaps');
  });

  it("is what its tree gives", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { tree, score, ready, open } = readiness(given);
        expect(evaluateExplanation(tree)).toBe(score);
        expect(ready + open.length).toBe(5);
      }),
    );
  });
});

describe("readinessRoadmap", () => {
  it("takes the open gaps in sequence over ninety days", () => {
    const steps = readinessRoadmap(
      readiness([answer("strategy", 3, "sentence"), answer("data", 1, "begun")]),
    );
    // Weights 3, 2, 3, 3 of 90 days: 24.5…, 16.3…, 24.5…, 24.5…
    expect(steps.map(({ key, fromDay, toDay }) => [key, fromDay, toDay])).toEqual([
      ["process", 1, 25],
      ["data", 26, 41],
      ["governance", 42, 66],
      ["talent", 67, 90],
    ]);
  });

  it("always fills ninety days without a gap between steps, or is empty", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const scored = readiness(given);
        const steps = readinessRoadmap(scored);
        expect(steps.length).toBe(scored.open.length);
        steps.forEach(({ fromDay, toDay }, place) => {
          expect(fromDay).toBe((steps[place - 1]?.toDay ?? 0) + 1);
          expect(toDay).toBeGreaterThanOrEqual(fromDay);
        });
        expect(steps.at(-1)?.toDay ?? 90).toBe(90);
      }),
    );
  });
});
