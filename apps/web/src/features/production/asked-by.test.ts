import type { GateRulesInForce } from "@liftledger/contracts/gate";
import { gateCriteria } from "@liftledger/roi/governance/gate-criteria";
import { defaultGateRules } from "@liftledger/roi/governance/gate-rules";
import { describe, expect, it } from "vitest";
import { askedBy } from "./asked-by.ts";

const rules = {
  ...structuredClone(defaultGateRules),
  criteria: Object.entries(gateCriteria).map(([criterion, { question, limit }]) => ({
    criterion,
    question,
    limit,
  })),
} as unknown as GateRulesInForce;

describe("askedBy", () => {
  it("names every gate that asks for a fact, and what it asks", () => {
    expect(askedBy("securityReview", rules, "en-GB")).toEqual([
      "Gate into Pilots: Was the security review opened before the pilot began?",
      "Gate into Scale and Transform: Has the security review ended?",
    ]);
  });

  it("says the limit, apart for gates that want another one", () => {
    const asked = "Have those who will use it been trained?";
    expect(askedBy("trained", rules, "en-GB")).toEqual([
      `Gate into Scale and Transform: ${asked} At least 80%.`,
    ]);
    const transform = rules.gates.transform.map((rule) =>
      rule.criterion === "training" ? { ...rule, least: "0.925" } : rule,
    );
    expect(askedBy("trained", { ...rules, gates: { ...rules.gates, transform } }, "en-GB")).toEqual([
      `Gate into Scale: ${asked} At least 80%.`,
      `Gate into Transform: ${asked} At least 92.5%.`,
    ]);
  });

  it("says nothing where no gate asks", () => {
    expect(askedBy("itInvolvedOn", { ...rules, gates: { pilots: [], scale: [], transform: [] } })).toEqual(
      [],
    );
  });
});
