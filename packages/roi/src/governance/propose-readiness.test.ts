import { describe, expect, it } from "vitest";
import { proposeReadiness, type KnownFacts } from "./propose-readiness.ts";
import type { QuestionKey } from "./readiness-questions.ts";

const facts: KnownFacts = {
  outcome: { initiativeId: "i1", text: "Increase leads by 15 percent by 31 March 2027", hasNumber: true },
  businessCase: { caseId: "c1", name: "Chat", status: "approved" },
  baselines: [{ baselineId: "b1", status: "frozen" }],
  series: [{ seriesId: "s1", name: "Leads", grade: "good" }],
  owner: { personId: "p1", name: "Ines Duarte" },
  handOverOwner: { personId: "p2", name: "Tom Reed" },
  trainingShare: { initiativeId: "i1", share: 0.2 },
};
const of = (question: QuestionKey, differences: Partial<KnownFacts>) =>
  proposeReadiness({ ...facts, ...differences }).find((proposed) => proposed.question === question);

describe("proposeReadiness", () => {
  it("proposes 5 for everything it knows to be done, with what shows it, and nothing of the others", () => {
    const proposed = proposeReadiness(facts);
    expect(proposed.map(({ question, score }) => [question, score])).toEqual([
      ["outcome", 5],
      ["business-case", 5],
      ["baseline", 5],
      ["data-quality", 5],
      ["owner", 5],
      ["training", 5],
    ]);
    for (const { evidence } of proposed) expect(evidence.length).toBeGreaterThan(0);
  });

  it.each<[QuestionKey, Partial<KnownFacts>, number, string]>([
    ["outcome", { outcome: null }, 0, "No outcome is stated yet."],
    [
      "outcome",
      { outcome: { initiativeId: "i1", text: "Use AI", hasNumber: false } },
      2,
      "“Use AI” has no number.",
    ],
    ["business-case", { businessCase: null }, 0, "There is no business case yet."],
    [
      "business-case",
      { businessCase: { caseId: "c1", name: "Chat", status: "submitted" } },
      3,
      "The case “Chat” waits for a decision.",
    ],
    ["baseline", { baselines: [] }, 0, "No benefit is claimed yet."],
    [
      "baseline",
      {
        baselines: [
          { baselineId: "b1", status: "frozen" },
          { baselineId: "b2", status: "draft" },
        ],
      },
      3,
      "1 of 2 baselines is frozen.",
    ],
    [
      "baseline",
      { baselines: [{ baselineId: "b1", status: "draft" }] },
      1,
      "The one baseline is not frozen.",
    ],
    ["baseline", { baselines: [{ baselineId: "b1", status: "none" }] }, 0, "The one baseline is not frozen."],
    [
      "data-quality",
      {
        series: [
          { seriesId: "s1", name: "Leads", grade: "good" },
          { seriesId: "s2", name: "Cost", grade: "poor" },
        ],
      },
      1,
      "The data quality of Cost is poor.",
    ],
    [
      "owner",
      { handOverOwner: null },
      3,
      "Ines Duarte answers for it; nobody is recorded who takes it over in production.",
    ],
    ["owner", { owner: null }, 0, "Nobody is named who answers for it."],
    [
      "training",
      { trainingShare: { initiativeId: "i1", share: 0.15 } },
      5,
      "Training is 15% of what was spent; early adopters spend from 15% (Digital Applied).",
    ],
    [
      "training",
      { trainingShare: { initiativeId: "i1", share: 0.1499 } },
      4,
      "Training is 14.99% of what was spent; early adopters spend from 15% (Digital Applied).",
    ],
    [
      "training",
      { trainingShare: { initiativeId: "i1", share: 0.03 } },
      1,
      "Training is 3% of what was spent",
    ],
    ["training", { trainingShare: { initiativeId: "i1", share: 0 } }, 0, "Training is 0% of what was spent"],
  ])("%s at %j is %i", (question, differences, score, reason) => {
    const proposed = of(question, differences);
    expect(proposed?.score).toBe(score);
    expect(proposed?.reason).toContain(reason);
  });

  it("proposes nothing where it does not know", () => {
    expect(of("training", { trainingShare: null })).toBeUndefined();
    expect(of("data-quality", { series: [] })).toBeUndefined();
    const judgedInPart: KnownFacts["series"] = [
      { seriesId: "s1", name: "Leads", grade: "good" },
      { seriesId: "s2", name: "Cost", grade: "not-judged" },
    ];
    expect(of("data-quality", { series: judgedInPart })).toBeUndefined();
  });
});
