import { describe, expect, it } from "vitest";
import type { KnownRules, KnownWorkflow } from "./propose-from-records.ts";
import { proposeReadiness, type KnownFacts } from "./propose-readiness.ts";
import type { QuestionKey } from "./readiness-questions.ts";

const facts: KnownFacts = {
  outcome: { initiativeId: "i1", text: "Increase leads by 15 percent by 2027-03-31", hasNumber: true },
  businessCase: { caseId: "c1", name: "Chat", status: "approved" },
  baselines: [{ baselineId: "b1", series: "Leads", status: "frozen" }],
  series: [{ seriesId: "s1", name: "Leads", grade: "good" }],
  data: [{ dataAssetId: "d1", name: "Leads of the shop", isReady: true }],
  workflow: {
    initiativeId: "i1",
    before: { steps: 6, owned: 6 },
    after: { steps: 4, owned: 4 },
    workarounds: 0,
  },
  rules: {
    initiativeId: "i1",
    dataAccess: "written",
    outputReview: "written",
    errorHandling: "written",
    securityReview: { openedOn: "2026-03-09" },
    processDocumentedOn: "2026-06-01",
  },
  owner: { personId: "p1", name: "Ines Duarte" },
  handOverOwner: { personId: "p2", name: "Tom Reed" },
  trainingShare: { initiativeId: "i1", share: 0.2 },
};
const workflow = (differences: Partial<KnownWorkflow>) => ({
  workflow: facts.workflow === null ? null : { ...facts.workflow, ...differences },
});
const rules = (differences: Partial<KnownRules>) => ({
  rules: facts.rules === null ? null : { ...facts.rules, ...differences },
});
const of = (question: QuestionKey, differences: Partial<KnownFacts>) =>
  proposeReadiness({ ...facts, ...differences }).find((proposed) => proposed.question === question);

describe("proposeReadiness", () => {
  it("proposes 5 for everything it knows to be done, with what shows it, and nothing of the others", () => {
    const proposed = proposeReadiness(facts);
    expect(proposed.map(({ question, score }) => [question, score])).toEqual([
      ["outcome", 5],
      ["business-case", 5],
      ["workflow", 5],
      ["daily-work", 5],
      ["baseline", 5],
      ["data-quality", 5],
      ["owner", 5],
      ["rules", 5],
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
          { baselineId: "b1", series: "Leads", status: "frozen" },
          { baselineId: "b2", series: "Leads", status: "draft" },
        ],
      },
      3,
      "1 of 2 baselines is frozen.",
    ],
    [
      "baseline",
      { baselines: [{ baselineId: "b1", series: "Leads", status: "draft" }] },
      1,
      "The one baseline is not frozen.",
    ],
    [
      "baseline",
      { baselines: [{ baselineId: "b1", series: "Leads", status: "none" }] },
      0,
      "The one baseline is not frozen.",
    ],
    [
      "data-quality",
      {
        series: [
          { seriesId: "s1", name: "Leads", grade: "good" },
          { seriesId: "s2", name: "Cost", grade: "poor" },
        ],
      },
      1,
      "The data quality of Cost is poor. By the inventory nothing stands in the way of using them.",
    ],
    // Numbers that are good do not say that the data may be used.
    [
      "data-quality",
      { data: [] },
      4,
      "The data quality of Leads is good. The inventory has none of its data, so whether they may be used is not known.",
    ],
    [
      "data-quality",
      {
        data: [
          { dataAssetId: "d1", name: "Leads of the shop", isReady: true },
          { dataAssetId: "d2", name: "Chats", isReady: false },
        ],
      },
      2,
      "The data quality of Leads is good. By the inventory not ready: “Chats”.",
    ],
    [
      "data-quality",
      {
        series: [{ seriesId: "s1", name: "Leads", grade: "poor" }],
        data: [{ dataAssetId: "d2", name: "Chats", isReady: false }],
      },
      1,
      "The data quality of Leads is poor. By the inventory not ready: “Chats”.",
    ],
    [
      "workflow",
      workflow({ after: { steps: 4, owned: 3 } }),
      3,
      "Mapped: 6 steps before it, 4 steps with it; without an owner: 1 of 10.",
    ],
    [
      "workflow",
      workflow({ before: { steps: 0, owned: 0 } }),
      3,
      "Mapped: no step before it, 4 steps with it; each has an owner.",
    ],
    [
      "workflow",
      workflow({ before: { steps: 0, owned: 0 }, after: { steps: 1, owned: 0 } }),
      2,
      "Mapped: no step before it, 1 step with it; without an owner: 1 of 1.",
    ],
    ["daily-work", workflow({ workarounds: 1 }), 2, "1 manual workaround is still needed with it."],
    ["daily-work", workflow({ workarounds: 3 }), 2, "3 manual workarounds are still needed with it."],
    [
      "daily-work",
      rules({ processDocumentedOn: null }),
      4,
      "No manual workaround is needed with it; that the process is written down is not recorded.",
    ],
    [
      "daily-work",
      {},
      5,
      "No manual workaround is needed with it; the description of the process was agreed on 2026-06-01.",
    ],
    ["rules", rules({ securityReview: null }), 3, "Still missing: the security review."],
    [
      "rules",
      rules({ dataAccess: "missing", outputReview: "reopened" }),
      2,
      "Still missing: the rule for data access and approval of the rule for review of output for the new scope.",
    ],
    [
      "rules",
      rules({
        dataAccess: "missing",
        outputReview: "missing",
        errorHandling: "missing",
        securityReview: null,
      }),
      0,
      "Still missing: the rule for data access, the rule for review of output, the rule for errors and the security review.",
    ],
    [
      "rules",
      rules({ securityReview: "not-needed" }),
      5,
      "All three rules are written down, and no security review is needed.",
    ],
    [
      "owner",
      { handOverOwner: null },
      3,
      "Ines Duarte answers for it; nobody is recorded who takes it over in production.",
    ],
    ["owner", { owner: null }, 0, "Nobody is named who answers for it."],
    [
      "owner",
      { handOverOwner: { personId: "p1", name: "Ines Duarte" } },
      5,
      "Ines Duarte answers for it, in production too.",
    ],
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

  it("shows each thing once, by its name", () => {
    const evidence = (question: QuestionKey, differences: Partial<KnownFacts>) =>
      of(question, differences)?.evidence.map((shown) => (shown.kind === "object" ? shown.text : ""));
    expect(evidence("owner", { handOverOwner: facts.owner })).toEqual(["Ines Duarte"]);
    expect(evidence("baseline", {})).toEqual(["Leads, frozen"]);
    expect(evidence("data-quality", {})).toEqual(["Leads", "Leads of the shop"]);
  });

  it("proposes nothing where it does not know", () => {
    expect(of("training", { trainingShare: null })).toBeUndefined();
    expect(of("workflow", { workflow: null })).toBeUndefined();
    const unmapped = { steps: 0, owned: 0 };
    expect(of("workflow", workflow({ before: unmapped, after: unmapped }))).toBeUndefined();
    expect(of("daily-work", workflow({ after: unmapped }))).toBeUndefined();
    expect(of("rules", { rules: null })).toBeUndefined();
    expect(of("data-quality", { series: [] })).toBeUndefined();
    const judgedInPart: KnownFacts["series"] = [
      { seriesId: "s1", name: "Leads", grade: "good" },
      { seriesId: "s2", name: "Cost", grade: "not-judged" },
    ];
    expect(of("data-quality", { series: judgedInPart })).toBeUndefined();
  });
});
