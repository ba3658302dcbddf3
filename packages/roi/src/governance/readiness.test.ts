import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "../explanation.ts";
import { playbook } from "./playbook.ts";
import {
  readinessGaps,
  readinessQuestion,
  readinessQuestions,
  type QuestionKey,
} from "./readiness-questions.ts";
import { isShown, readiness, readinessOn, type Evidence, type ReadinessAnswer } from "./readiness.ts";

const link: Evidence = { kind: "link", address: "https://wiki.example/audit", text: "Audit of 3 May" };
const answer = (
  question: QuestionKey,
  score: number,
  evidence: readonly Evidence[] = [link],
  on = "2026-01-05",
): ReadinessAnswer => ({ question, score, evidence, by: "Ines Duarte", on });
const all = (score: number) => readinessQuestions.map(({ key }) => answer(key, score));

describe("readinessQuestions", () => {
  it("are ten, two of each of the five gaps, each with what every phase needs, never less than the phase before", () => {
    expect(readinessQuestions.length).toBe(10);
    for (const { key } of readinessGaps)
      expect(readinessQuestions.filter(({ gap }) => gap === key).length).toBe(2);
    for (const { needs } of readinessQuestions) {
      expect(needs.pilots).toBeLessThanOrEqual(needs.scale);
      expect(needs.scale).toBeLessThanOrEqual(needs.transform);
    }
    expect(readinessGaps.map(({ step }) => step)).toEqual(playbook.map(({ key }) => key));
  });

  it("throws for what is no question", () => {
    expect(() => readinessQuestion("budget" as QuestionKey)).toThrow('"budget" is none of the ten questions');
  });
});

describe("readiness", () => {
  // The baseline needs 4 before Pilots and 5 before Scale.
  it.each<["pilots" | "scale", ReadinessAnswer, number, boolean, string]>([
    ["pilots", answer("baseline", 3), 3, false, "3 of 5, and Pilots needs 4."],
    ["pilots", answer("baseline", 4), 4, true, "4 of 5; Pilots needs 4."],
    ["pilots", answer("baseline", 5), 5, true, "5 of 5; Pilots needs 4."],
    ["scale", answer("baseline", 4), 4, false, "4 of 5, and Scale needs 5."],
    ["pilots", answer("baseline", 5, []), 0, false, "Scored 5, with nothing to show for it."],
    [
      "pilots",
      answer("baseline", 5, [{ kind: "file", reference: " " }]),
      0,
      false,
      "Scored 5, with nothing to show for it.",
    ],
    ["pilots", answer("baseline", 0, []), 0, false, "0 of 5, and Pilots needs 4."],
  ])("into %s counts %j as %i", (into, given, score, isClosed, reason) => {
    const { questions } = readiness(into, [given]);
    expect(questions.find(({ question }) => question === "baseline")).toMatchObject({
      score,
      isClosed,
      reason,
    });
    expect(questions.filter((other) => other.reason === "Nobody has answered it yet.").length).toBe(9);
  });

  it("closes a gap when both of its questions are, and scores it by the lower one", () => {
    const one = readiness("pilots", [answer("baseline", 5), answer("data-quality", 2)]);
    expect(one.gaps.find(({ key }) => key === "data")).toEqual({
      key: "data",
      name: "Data",
      score: 2,
      isClosed: false,
    });
    const both = readiness("pilots", [answer("baseline", 4), answer("data-quality", 3)]);
    expect(both).toMatchObject({
      ready: 1,
      of: 5,
      open: ["Strategy", "Process", "Governance", "Talent"],
      sentence: "1 of 5 gaps is closed for Pilots; still open: Strategy, Process, Governance, Talent.",
      score: "0.14", // 7 of 50 points
    });
  });

  it("asks more of a later phase", () => {
    expect(readiness("pilots", all(4)).open).toEqual([]);
    expect(readiness("pilots", all(4)).sentence).toBe("Ready for Pilots: all 5 gaps are closed.");
    expect(readiness("scale", all(4)).open).toEqual(["Strategy", "Data", "Governance"]);
    expect(readiness("transform", all(4)).ready).toBe(0);
    expect(readiness("transform", all(5)).open).toEqual([]);
  });

  it("refuses a question answered twice, one that is none, and what is no score", () => {
    expect(() => readiness("pilots", [answer("owner", 1), answer("owner", 2)])).toThrow("answered twice");
    expect(() => readiness("pilots", [answer("budget" as QuestionKey, 1)])).toThrow("none of the ten");
    for (const score of [-1, 6, 2.5, Number.NaN])
      expect(() => readiness("pilots", [answer("owner", score)])).toThrow("scored 0 to 5");
  });

  it("is what its tree gives, and never falls when a score rises", () => {
    const scores = fc.array(fc.nat(5), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(scores, fc.nat(9), fc.constantFrom("pilots", "scale", "transform"), (given, at, into) => {
        const answers = readinessQuestions.map(({ key }, place) => answer(key, given[place] ?? 0));
        const before = readiness(into, answers);
        expect(evaluateExplanation(before.tree)).toBe(before.score);
        expect(before.ready + before.open.length).toBe(5);
        const better = answers.map((one, place) =>
          place === at ? { ...one, score: Math.min(5, one.score + 1) } : one,
        );
        expect(readiness(into, better).ready).toBeGreaterThanOrEqual(before.ready);
      }),
    );
  });
});

describe("readinessOn", () => {
  it("takes of each question the latest answer by a day", () => {
    const history = [
      answer("owner", 5, [link], "2026-03-01"),
      answer("owner", 2, [link], "2026-01-01"),
      answer("owner", 3, [link], "2026-01-01"),
      answer("baseline", 4, [link], "2026-02-01"),
    ];
    const on = (day: string) => readinessOn(history, day).map(({ question, score }) => [question, score]);
    expect(on("2025-12-31")).toEqual([]);
    expect(on("2026-01-31")).toEqual([["owner", 3]]);
    expect(on("2026-02-28")).toEqual([
      ["owner", 3],
      ["baseline", 4],
    ]);
    expect(on("2026-03-01")).toEqual([
      ["owner", 5],
      ["baseline", 4],
    ]);
  });
});

describe("isShown", () => {
  it("wants something behind each kind of evidence", () => {
    expect(isShown(link)).toBe(true);
    expect(isShown({ ...link, address: "" })).toBe(false);
    expect(isShown({ kind: "object", noun: "baseline", id: "", text: "Frozen" })).toBe(false);
    expect(isShown({ kind: "object", noun: "baseline", id: "b1", text: "Frozen" })).toBe(true);
  });
});
