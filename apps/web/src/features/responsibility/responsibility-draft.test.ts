import type { ResponsibilityFields } from "@liftledger/contracts/responsibility";
import { describe, expect, it } from "vitest";
import {
  notRecorded,
  responsibilityFaults,
  responsibilityOf,
  typedResponsibility,
} from "./responsibility-draft.ts";

const nothing: ResponsibilityFields = {
  squad: [],
  unapproved: null,
  outputReview: null,
  gdprBasis: null,
  ccpa: null,
  consentRecord: null,
  disclosure: null,
  lastBiasAudit: null,
  aiActRole: null,
  talksWithPeople: null,
  makesContent: null,
  isPublished: null,
  riskClass: null,
};
const all: ResponsibilityFields = {
  squad: [{ role: "legal", who: "Tom Reed" }],
  unapproved: ["Score a lead", "Sort the list"],
  outputReview: { reviewer: "Ada", every: "week", sample: "" },
  gdprBasis: "consent",
  ccpa: "opt-in",
  consentRecord: "Entry 14",
  disclosure: { kind: "told", how: "A line", since: "2026-05-04" },
  lastBiasAudit: { on: "2026-05-18", by: "Tom Reed", result: "None" },
  aiActRole: "deployer",
  talksWithPeople: false,
  makesContent: true,
  isPublished: null,
  riskClass: { class: "minimal", judgedBy: "Tom Reed", judgedOn: "2026-05-18", because: "It orders a list" },
};

describe("the register as it is typed", () => {
  it.each([
    ["nothing", nothing],
    ["all", all],
    ["that nothing is done unapproved", { ...nothing, unapproved: [] }],
    ["why people are not told", { ...nothing, disclosure: { kind: "not-told", because: "Nobody sees it" } }],
  ] as [string, ResponsibilityFields][])("comes back as it was recorded: %s", (_what, facts) => {
    const typed = typedResponsibility(facts);
    expect(responsibilityFaults(typed)).toEqual({});
    expect(responsibilityOf(typed)).toEqual(facts);
  });

  it.each([
    [{ squad: [{ role: "it" as const, who: " " }] }, ["squad.0.who"]],
    [{ unapproved: "these" as const, unapprovedList: " \n" }, ["unapproved"]],
    [{ reviewer: "Ada" }, ["outputReview.every"]],
    [{ disclosure: "told" as const }, ["disclosure", "disclosure.since"]],
    [{ auditOn: "2026-05-18" }, ["lastBiasAudit.by", "lastBiasAudit.result"]],
    [{ riskClass: "high" }, ["riskClass.judgedBy", "riskClass.judgedOn", "riskClass.because"]],
  ])("names what is half said in %j", (differences, fields) => {
    const draft = { ...typedResponsibility(nothing), ...differences };
    expect(Object.keys(responsibilityFaults(draft))).toEqual(fields);
  });

  it("counts what is not recorded", () => {
    expect(notRecorded(nothing)).toEqual({ open: 12, of: 12 });
    expect(notRecorded(all)).toEqual({ open: 1, of: 12 });
  });
});
