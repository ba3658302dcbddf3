import { describe, expect, it } from "vitest";
import { bandOf } from "../benchmark.ts";
import type { GatePhase } from "../phase.ts";
import { exampleGateFacts, forwardFact } from "../testing/example-gate-facts.ts";
import { findCriterion, gateCriteria, type CriterionKey } from "./gate-criteria.ts";
import type { GateFacts } from "./gate-facts.ts";
import { gateReview } from "./gate-review.ts";
import {
  defaultGateRules,
  gateRuleProblems,
  leavingPhase,
  type GateRule,
  type GateRules,
} from "./gate-rules.ts";

const facts = exampleGateFacts;
const gates = Object.keys(leavingPhase) as GatePhase[];
const withRules = (into: GatePhase, ...rules: GateRule[]): GateRules => ({
  version: 3,
  gates: { ...defaultGateRules.gates, [into]: rules },
});

describe("defaultGateRules", () => {
  it("asks every criterion at some gate, and can be used", () => {
    const asked = new Set(
      gates.flatMap((gate) => defaultGateRules.gates[gate]).map(({ criterion }) => criterion),
    );
    expect([...asked].toSorted()).toEqual(Object.keys(gateCriteria).toSorted());
    expect(gateRuleProblems(defaultGateRules)).toEqual([]);
  });

  it("wants evidence of grade D into Scale and C into Transform", () => {
    const graded = (into: GatePhase, evidenceGrade: GateFacts["evidenceGrade"]) =>
      gateReview(into, facts(into, { evidenceGrade })).criteria.find(
        ({ criterion }) => criterion === "evidence-grade",
      );
    expect(graded("scale", "D")).toMatchObject({ result: "met", least: "D" });
    expect(graded("transform", "D")).toMatchObject({ result: "unmet", least: "C" });
    expect(graded("transform", "C")).toMatchObject({ result: "met" });
  });
});

describe("gateRuleProblems", () => {
  it.each<[GateRule[], string | undefined]>([
    [[], "The gate asks nothing."],
    [[{ criterion: "owner", least: null }], undefined],
    [
      [
        { criterion: "owner", least: null },
        { criterion: "owner", least: null },
      ],
      '"owner" is asked twice.',
    ],
    [[{ criterion: "luck" as CriterionKey, least: null }], '"luck" is no criterion.'],
    [[{ criterion: "toString" as CriterionKey, least: null }], '"toString" is no criterion.'],
    [[{ criterion: "owner", least: "2" }], '"owner" has no limit to set.'],
    [[{ criterion: "evidence-grade", least: "E" }], 'The limit of "evidence-grade" is one of D, A, B, C.'],
    [[{ criterion: "training", least: "1" }], undefined],
    [[{ criterion: "training", least: "0" }], undefined],
    [[{ criterion: "training", least: "1.01" }], 'The limit of "training" is a share from 0 to 1.'],
    [[{ criterion: "training", least: "most" }], 'The limit of "training" is a share from 0 to 1.'],
  ])("of %j says %j", (rules, reason) => {
    expect(gateRuleProblems(withRules("scale", ...rules))[0]?.reason).toBe(reason);
  });
});

describe("gateReview", () => {
  it.each(gates)("proposes to advance into %s when everything is met", (into) => {
    const review = gateReview(into, facts(into));
    expect(review.criteria.filter(({ result }) => result !== "met")).toEqual([]);
    expect(review).toMatchObject({ proposal: "advance", rulesVersion: 0 });
  });

  it.each<[GatePhase, CriterionKey, Partial<GateFacts>, string, string]>([
    ["pilots", "outcome-sentence", { outcomeSentence: null }, "unmet", "No outcome is stated yet."],
    [
      "pilots",
      "outcome-sentence",
      { outcomeSentence: { text: "Use AI.", hasNumber: false } },
      "unmet",
      "“Use AI” has no number.",
    ],
    ["pilots", "owner", { owner: null }, "unmet", "Nobody is named."],
    [
      "pilots",
      "approved-case",
      { approvedCase: null },
      "unmet",
      "No version of a business case is approved.",
    ],
    [
      "pilots",
      "approved-case",
      { approvedCase: { name: "Chat", version: 2, approvedOn: "2025-07-01" } },
      "met",
      "Version 2 of “Chat” was approved on 2025-07-01.",
    ],
    [
      "pilots",
      "approved-case",
      { approvedCase: { name: "Chat", version: 2, approvedOn: "2025-07-02" } },
      "unmet",
      "was approved only on 2025-07-02",
    ],
    ["pilots", "readiness", { readiness: null }, "unknown", "Nobody has scored readiness."],
    [
      "pilots",
      "readiness",
      { readiness: { into: "pilots", ready: 4, of: 5, open: ["Data"] } },
      "unmet",
      "4 of 5 are closed; still open: Data.",
    ],
    [
      "scale",
      "readiness",
      { readiness: { into: "pilots", ready: 5, of: 5, open: [] } },
      "unknown",
      "Readiness is scored for Pilots, not for Scale.",
    ],
    ["pilots", "frozen-baseline", { baselines: [] }, "unmet", "No benefit is claimed yet."],
    ["pilots", "frozen-baseline", { baselines: ["frozen"] }, "met", "The one baseline is frozen."],
    ["scale", "frozen-baseline", { baselines: ["frozen", "draft"] }, "unmet", "1 of 2 baselines is frozen."],
    ["scale", "kill-rules", { killRules: [] }, "unmet", "No rule is declared that would end it in Scale."],
    [
      "scale",
      "kill-rules",
      { killRules: [{ phase: "pilots", declaredOn: "2025-01-01" }] },
      "unmet",
      "No rule is declared that would end it in Scale.",
    ],
    [
      "scale",
      "kill-rules",
      { killRules: [{ phase: "scale", declaredOn: "2025-07-01" }] },
      "met",
      "One rule for Scale was declared on 2025-07-01.",
    ],
    [
      "scale",
      "kill-rules",
      { killRules: [{ phase: "scale", declaredOn: "2025-07-02" }] },
      "unmet",
      "No rule",
    ],
    ["scale", "data-quality", { dataQuality: [] }, "unknown", "no series"],
    ["scale", "data-quality", { dataQuality: [{ series: "Leads", grade: "fair" }] }, "met", "fair or better"],
    [
      "scale",
      "data-quality",
      { dataQuality: [{ series: "Leads", grade: "poor" }] },
      "unmet",
      "Not fair: Leads.",
    ],
    [
      "scale",
      "data-quality",
      { dataQuality: [{ series: "Leads", grade: "not-judged" }] },
      "unknown",
      "Not judged yet: Leads.",
    ],
    ["scale", "hand-over-owner", { handOverOwner: null }, "unmet", "Nobody is named."],
    ["pilots", "it-involved", { itInvolvedOn: null }, "unmet", "IT has not joined"],
    [
      "pilots",
      "it-involved",
      { itInvolvedOn: "2025-03-01", toolChosenOn: "2025-03-01" },
      "met",
      "the tool was chosen on 2025-03-01",
    ],
    [
      "pilots",
      "it-involved",
      { itInvolvedOn: "2025-03-02", toolChosenOn: "2025-03-01" },
      "unmet",
      "after the tool was chosen",
    ],
    ["pilots", "it-involved", { itInvolvedOn: "2025-03-02", toolChosenOn: null }, "met", "IT joined"],
    ["pilots", "security-review", { securityReview: null }, "unknown", "not recorded"],
    [
      "pilots",
      "security-review",
      { securityReview: { kind: "none" } },
      "unmet",
      "for 6 to 12 months (Writer).",
    ],
    [
      "pilots",
      "security-review",
      { securityReview: { kind: "not-needed", because: "Nothing leaves the house." } },
      "met",
      "None is needed: Nothing leaves the house.",
    ],
    ...(
      [
        ["2025-02-01", "met", "It was opened on 2025-02-01."],
        ["2025-02-02", "unmet", "after the pilot began on 2025-02-01."],
        ["2025-08-01", "unmet", "It is only to be opened on 2025-08-01."],
      ] as const
    ).map(([openedOn, result, reason]): [GatePhase, CriterionKey, Partial<GateFacts>, string, string] => [
      "pilots",
      "security-review",
      { securityReview: { kind: "opened", openedOn, closedOn: null } },
      result,
      reason,
    ]),
    [
      "scale",
      "security-review-ended",
      { securityReview: { kind: "opened", openedOn: "2025-01-10", closedOn: null } },
      "unmet",
      "It has been open since 2025-01-10.",
    ],
    [
      "scale",
      "security-review-ended",
      { securityReview: { kind: "opened", openedOn: "2025-01-10", closedOn: "2025-07-01" } },
      "met",
      "It ended on 2025-07-01.",
    ],
    [
      "scale",
      "security-review-ended",
      { securityReview: { kind: "opened", openedOn: "2025-01-10", closedOn: "2025-07-02" } },
      "unmet",
      "It has been open",
    ],
    ["scale", "residency", { residency: null }, "unmet", "Nobody has answered it."],
    ["scale", "production-data", { productionData: null }, "unknown", "not recorded"],
    [
      "scale",
      "production-data",
      { productionData: { representative: false, shownBy: "A sample of 200." } },
      "unmet",
      "Not yet: A sample of 200.",
    ],
    ["scale", "integration", { integration: null }, "unknown", "not recorded"],
    [
      "scale",
      "integration",
      { integration: { inScope: true, inBudget: false } },
      "unmet",
      "part of the budget.",
    ],
    [
      "scale",
      "integration",
      { integration: { inScope: false, inBudget: false } },
      "unmet",
      "part of the scope and the budget.",
    ],
    ["scale", "data-access-rule", { dataAccessRule: null }, "unmet", "It is not written down."],
    [
      "scale",
      "data-access-rule",
      { dataAccessRule: { where: "Chapter 4", owner: "Ines Duarte", reopenedOn: "2026-05-04" } },
      "unmet",
      "Chapter 4: to be approved again, because the scope changed on 2026-05-04.",
    ],
    ["scale", "output-review-rule", { outputReviewRule: null }, "unmet", "It is not written down."],
    ["scale", "error-handling-rule", { errorHandlingRule: null }, "unmet", "It is not written down."],
    ["scale", "process-documented", { processDocumentedOn: null }, "unmet", "No description"],
    ["scale", "process-documented", { processDocumentedOn: "2025-07-02" }, "unmet", "No description"],
    ["scale", "training", { trained: { done: 79, of: 100 } }, "unmet", "79 of 100 are trained (79%)"],
    ["scale", "training", { trained: { done: 4, of: 5 } }, "met", "4 of 5 are trained (80%)"],
    ["scale", "training", { trained: { done: 0, of: 0 } }, "unknown", "not recorded"],
    [
      "pilots",
      "months",
      { enteredOn: "2025-01-01", until: "2025-02-28" },
      "unmet",
      "The phase Foundation has lasted 1 month; the benchmark is 2 to 3.",
    ],
    [
      "pilots",
      "months",
      { enteredOn: "2025-01-01", until: "2025-03-01" },
      "met",
      "The phase Foundation has lasted 2 months; the benchmark is 2 to 3.",
    ],
    [
      "scale",
      "months",
      { enteredOn: "2025-01-01", until: "2025-03-31" },
      "unmet",
      "The phase Pilots has lasted 2 months; the benchmark is 3 to 6.",
    ],
    ["scale", "months", { enteredOn: null }, "unknown", "When it was entered is not recorded."],
    [
      "scale",
      "verdict",
      { verdict: "above", roi: "0.9" },
      "met",
      "It is above the benchmark of Pilots: 90% against 30–70% (Pilots).",
    ],
    ["scale", "verdict", { verdict: "watch", roi: "0.2996" }, "unmet", "29.96% against 30–70% (Pilots)."],
    ["transform", "verdict", { verdict: "below", roi: "0.99" }, "unmet", "99% against 100–300% (Scale)."],
    [
      "scale",
      "verdict",
      { verdict: "losing-money", roi: "-0.2" },
      "unmet",
      "It is losing money: −20% against",
    ],
    ["scale", "verdict", { verdict: "too-early" }, "unknown", "It cannot be judged yet."],
    ["scale", "verdict", { verdict: null }, "unknown", "It cannot be judged yet."],
    [
      "scale",
      "verdict",
      { verdict: "above", band: bandOf("scale") },
      "unknown",
      "It was judged against 100–300% (Scale), and it leaves Pilots.",
    ],
    ["scale", "evidence-grade", { evidenceGrade: null }, "unknown", "Nothing is measured yet."],
    [
      "scale",
      "evidence-grade",
      { evidenceGrade: "E" },
      "unmet",
      "is “guess” (grade E); the gate wants “before and after” (grade D) or better.",
    ],
    ["scale", "guardrails", { worsenedGuardrails: ["Complaint rate"] }, "unmet", "Worse: Complaint rate."],
    ["scale", "coverage", { costCoverage: 0.8999, benefitCoverage: 0.5 }, "unmet", "costs need 90%"],
    ["scale", "coverage", { costCoverage: 0.9, benefitCoverage: 0.9 }, "met", "for 90% of the time"],
    ["scale", "coverage", { costCoverage: 0.9, benefitCoverage: 0.91 }, "unmet", "run ahead of costs"],
    ["scale", "coverage", { costCoverage: null }, "unknown", "not known"],
    ["scale", "forward-value", { forwardNetPresentValue: null }, "unknown", "There is no forecast"],
    [
      "scale",
      "forward-value",
      { forwardNetPresentValue: forwardFact("0") },
      "unmet",
      "€0.00, without what is spent already: going on does not bring more",
    ],
    [
      "scale",
      "forward-value",
      { forwardNetPresentValue: forwardFact("0.01") },
      "met",
      "Forward net present value €0.01, without what is spent already.",
    ],
  ])("into %s: %s at %j is %s", (into, key, differences, result, reason) => {
    const { criteria } = gateReview(into, facts(into, differences));
    const answered = criteria.find(({ criterion }) => criterion === key);
    expect([answered?.result, answered?.question]).toEqual([result, findCriterion(key)?.question]);
    expect(answered?.reason).toContain(reason);
  });

  it.each<[string, string | null, Partial<GateFacts>, string]>([
    ["data-quality", "good", { dataQuality: [{ series: "Leads", grade: "fair" }] }, "unmet"],
    ["verdict", "watch", { verdict: "watch" }, "met"],
    ["verdict", "above", { verdict: "on-track" }, "unmet"],
    ["evidence-grade", "A", { evidenceGrade: "B" }, "unmet"],
    ["coverage", "0.5", { costCoverage: 0.5, benefitCoverage: 0.5 }, "met"],
    ["training", "1", { trained: { done: 9, of: 10 } }, "unmet"],
  ])("judges %s by the organisation's own limit %j", (criterion, least, differences, result) => {
    const rules = withRules("scale", { criterion: criterion as CriterionKey, least });
    const review = gateReview("scale", facts("scale", differences), rules);
    expect(review.criteria).toEqual([expect.objectContaining({ criterion, least, result })]);
    expect(review.rulesVersion).toBe(3);
  });

  it("judges one in Transform, which no gate follows, by the band of Transform itself", () => {
    const own = { band: bandOf("transform"), enteredOn: "2022-01-01" };
    const inTransform = facts("transform", { ...own, roi: "3.2" });
    const review = gateReview("transform", inTransform, defaultGateRules, "transform");
    expect(review).toMatchObject({
      into: "transform",
      leaving: "transform",
      proposal: "graduate",
      reason: "Everything that the gate of Transform asks is met.",
    });
    const before = gateReview("transform", inTransform);
    expect(before).toMatchObject({ leaving: "scale", proposal: "hold" });
    const early = facts("transform", { ...own, enteredOn: "2025-06-01" });
    const { criteria } = gateReview("transform", early, defaultGateRules, "transform");
    expect(criteria.find(({ criterion }) => criterion === "months")?.reason).toMatch(
      /^The phase Transform has lasted/,
    );
  });

  it("refuses rules that cannot be used", () => {
    expect(() => gateReview("scale", facts("scale"), withRules("scale"))).toThrow(
      "The gate into Scale: The gate asks nothing.",
    );
  });

  it.each<[Partial<GateFacts>, string, string]>([
    [{ verdict: "losing-money", forwardNetPresentValue: null }, "stop", "losing money"],
    [{ verdict: "losing-money", forwardNetPresentValue: forwardFact("-1") }, "stop", "losing money"],
    [{ verdict: "losing-money", forwardNetPresentValue: forwardFact("1") }, "hold", "1 unmet"],
    [{ verdict: "below", forwardNetPresentValue: forwardFact("-1") }, "stop", "costs more than it brings"],
    [{ verdict: "below", forwardNetPresentValue: forwardFact("1") }, "hold", "Of 22 criteria: 1 unmet."],
    [{ verdict: "watch", forwardNetPresentValue: null }, "hold", "Of 22 criteria: 1 unmet, 1 not known."],
    [{ verdict: "too-early", costCoverage: null }, "hold", "Of 22 criteria: 2 not known."],
  ])("with %j proposes to %s", (differences, proposal, reason) => {
    const review = gateReview("scale", facts("scale", differences));
    expect(review.proposal).toBe(proposal);
    expect(review.reason).toContain(reason);
  });

  it("never stops a pilot that has not begun for what it has not earned", () => {
    expect(gateReview("pilots", facts("pilots", { verdict: "losing-money" })).proposal).toBe("advance");
  });
});
