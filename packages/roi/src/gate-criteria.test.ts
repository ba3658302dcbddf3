import { describe, expect, it } from "vitest";
import { gateReview, gates, type GateFacts, type GatePhase } from "./gate-criteria.ts";

const facts: GateFacts = {
  outcomeSentence: { text: "Raise lead conversion by 15% by March 2026.", hasNumber: true },
  owner: "Ines Duarte",
  baselines: ["frozen", "frozen"],
  readiness: { ready: 5, of: 5, open: [] },
  securityReviewOpenedOn: "2025-01-10",
  pilotBeginsOn: "2025-02-01",
  verdict: "on-track",
  worsenedGuardrails: [],
  enteredOn: "2025-01-01",
  until: "2025-07-01",
  costCoverage: 0.95,
  benefitCoverage: 0.9,
  forwardNetPresentValue: "12000.50",
};

const criterion = (into: GatePhase, key: string, differences: Partial<GateFacts>) => {
  const found = gateReview(into, { ...facts, ...differences }).criteria.find((one) => one.key === key);
  return [found?.result, found?.reason];
};

describe("gateReview", () => {
  it.each(["pilots", "scale", "transform"] as const)("graduates into %s when everything is met", (into) => {
    const answer = gateReview(into, facts);
    expect(answer.criteria.map(({ result }) => result)).toEqual(gates[into].criteria.map(() => "met"));
    expect(answer.proposal).toBe("graduate");
  });

  it.each<[GatePhase, string, Partial<GateFacts>, string, string]>([
    ["pilots", "outcome-sentence", { outcomeSentence: null }, "unmet", "No outcome is stated yet."],
    [
      "pilots",
      "outcome-sentence",
      { outcomeSentence: { text: "Use AI.", hasNumber: false } },
      "unmet",
      "“Use AI.” has no number.",
    ],
    ["pilots", "owner", { owner: null }, "unmet", "Nobody is named."],
    ["pilots", "readiness", { readiness: null }, "unknown", "Nobody has scored readiness."],
    [
      "pilots",
      "readiness",
      { readiness: { ready: 4, of: 5, open: ["Data"] } },
      "unmet",
      "4 of 5 are closed; still open: Data.",
    ],
    ["pilots", "frozen-baseline", { baselines: [] }, "unmet", "No benefit is claimed yet."],
    ["pilots", "frozen-baseline", { baselines: ["frozen"] }, "met", "1 of 1 baseline is frozen."],
    ["scale", "frozen-baseline", { baselines: ["frozen", "draft"] }, "unmet", "1 of 2 baselines are frozen."],
    ["pilots", "security-review", { securityReviewOpenedOn: null }, "unmet", "No security review is open."],
    [
      "pilots",
      "security-review",
      { securityReviewOpenedOn: "2025-02-01" },
      "met",
      "It was opened on 2025-02-01.",
    ],
    [
      "pilots",
      "security-review",
      { securityReviewOpenedOn: "2025-02-02" },
      "unmet",
      "It was opened on 2025-02-02, after the pilot began on 2025-02-01.",
    ],
    [
      "pilots",
      "security-review",
      { securityReviewOpenedOn: "2025-08-01" },
      "unmet",
      "It is only to be opened on 2025-08-01.",
    ],
    [
      "pilots",
      "months",
      { until: "2025-02-28" },
      "unmet",
      "Foundation has lasted 1 month; the benchmark is 2 to 3.",
    ],
    [
      "pilots",
      "months",
      { until: "2025-03-01" },
      "met",
      "Foundation has lasted 2 months; the benchmark is 2 to 3.",
    ],
    [
      "scale",
      "months",
      { until: "2025-03-31" },
      "unmet",
      "Pilots has lasted 2 months; the benchmark is 3 to 6.",
    ],
    ["scale", "months", { enteredOn: null }, "unknown", "When it was entered is not recorded."],
    ["scale", "verdict", { verdict: "above" }, "met", "It is above the benchmark of Pilots."],
    ["scale", "verdict", { verdict: "watch" }, "unmet", "It may reach the benchmark of Pilots"],
    ["transform", "verdict", { verdict: "below" }, "unmet", "It is below the benchmark of Scale."],
    ["scale", "verdict", { verdict: "too-early" }, "unknown", "It cannot be judged yet."],
    ["scale", "verdict", { verdict: null }, "unknown", "It cannot be judged yet."],
    ["scale", "guardrails", { worsenedGuardrails: ["Complaint rate"] }, "unmet", "Worse: Complaint rate."],
    ["scale", "coverage", { costCoverage: 0.8999, benefitCoverage: 0.5 }, "unmet", "costs need 90%"],
    ["scale", "coverage", { costCoverage: 0.9, benefitCoverage: 0.9 }, "met", "for 90% of the time"],
    ["scale", "coverage", { costCoverage: 0.9, benefitCoverage: 0.91 }, "unmet", "run ahead of costs"],
    ["scale", "coverage", { costCoverage: null }, "unknown", "not known"],
    ["scale", "forward-value", { forwardNetPresentValue: null }, "unknown", "There is no forecast"],
    ["scale", "forward-value", { forwardNetPresentValue: "0" }, "unmet", "going on costs more"],
  ])("into %s: %s at %j is %s", (into, key, differences, result, reason) => {
    const [found, because] = criterion(into, key, differences);
    expect(found).toBe(result);
    expect(because).toContain(reason);
  });

  it.each<[Partial<GateFacts>, string, string]>([
    [{ verdict: "losing-money", forwardNetPresentValue: null }, "stop", "losing money"],
    [{ verdict: "losing-money", forwardNetPresentValue: "-1" }, "stop", "losing money"],
    [{ verdict: "losing-money", forwardNetPresentValue: "1" }, "hold", "1 unmet"],
    [{ verdict: "below", forwardNetPresentValue: "-1" }, "stop", "costs more than it brings"],
    [{ verdict: "below", forwardNetPresentValue: "1" }, "hold", "Of 7 criteria: 1 unmet."],
    [{ verdict: "watch", forwardNetPresentValue: null }, "hold", "Of 7 criteria: 1 unmet, 1 not known."],
    [{ verdict: "too-early", costCoverage: null }, "hold", "Of 7 criteria: 2 not known."],
  ])("with %j proposes to %s", (differences, proposal, reason) => {
    const answer = gateReview("scale", { ...facts, ...differences });
    expect(answer.proposal).toBe(proposal);
    expect(answer.reason).toContain(reason);
  });

  it("never stops a pilot that has not begun for what it has not earned", () => {
    expect(gateReview("pilots", { ...facts, verdict: "losing-money" }).proposal).toBe("graduate");
  });
});
