import { gateCriteria, type CriterionKey } from "@liftledger/roi/governance/gate-criteria";
import { defaultGateRules } from "@liftledger/roi/governance/gate-rules";
import { describe, expect, it } from "vitest";
import { draftOfRules, readRules } from "./rules-draft.ts";

const criteria = Object.entries(gateCriteria).map(([key, { question, limit }]) => {
  return { criterion: key as CriterionKey, question, limit: structuredClone(limit) as never };
});
const rules = {
  criteria,
  gates: {
    pilots: [{ criterion: "owner", least: null }],
    scale: [
      { criterion: "evidence-grade", least: "C" },
      { criterion: "training", least: "0.755" },
    ],
    transform: [{ criterion: "owner", least: null }],
  },
};

describe("readRules", () => {
  it("reads what draftOfRules wrote, limits in percent", () => {
    const draft = draftOfRules(rules, "de-DE");
    expect(draft.scale).toEqual({ "evidence-grade": "C", training: "75,5" });
    expect(readRules(criteria, draft, "de-DE")).toEqual({ kind: "gates", gates: rules.gates });
    const set = readRules(
      criteria,
      draftOfRules({ criteria, gates: structuredClone(defaultGateRules.gates) as never }, "en-GB"),
      "en-GB",
    );
    if (set.kind === "faults") throw new Error("the default set is sound");
    for (const gate of ["pilots", "scale", "transform"] as const)
      expect(set.gates[gate].toSorted(byCriterion)).toEqual(
        defaultGateRules.gates[gate].toSorted(byCriterion),
      );
  });

  it("tells a limit that is none, and a gate that asks nothing", () => {
    const draft = draftOfRules(rules, "en-GB");
    const wrong = { ...draft, pilots: { owner: null }, scale: { training: "120" } };
    expect(readRules(criteria, wrong, "en-GB")).toEqual({
      kind: "faults",
      faults: {
        "scale.training": "A percentage from 0 to 100",
        pilots: "A gate asks something: choose at least one criterion.",
      },
    });
  });
});

const byCriterion = (one: { criterion: string }, other: { criterion: string }) =>
  one.criterion < other.criterion ? -1 : 1;
