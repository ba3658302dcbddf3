import type { Kpi } from "@liftledger/contracts/kpi";
import { outcomeSentence } from "@liftledger/kpis/outcome-sentence";
import { describe, expect, it } from "vitest";
import { draftSentence, emptyInitiative, missingFields, newInitiative, withKpi } from "./initiative-draft.ts";

const cycleTime = { name: "Lead-to-opportunity cycle time", direction: "lower" } as Kpi;
const typed = { ...emptyInitiative("2026-11-22"), kpiKey: "cycle", change: "decrease" as const };

describe("withKpi", () => {
  it("moves a KPI the way that is better", () => {
    const cycle = { key: "cycle", direction: "lower" } as Kpi;
    expect(withKpi(emptyInitiative("2026-11-22"), cycle)).toMatchObject({
      kpiKey: "cycle",
      change: "decrease",
    });
    const rate = { key: "rate", direction: "higher" } as Kpi;
    expect(withKpi(typed, rate)).toMatchObject({ kpiKey: "rate", change: "increase" });
    expect(withKpi(typed, undefined)).toMatchObject({ kpiKey: "", change: "increase" });
  });
});

describe("emptyInitiative", () => {
  it("has a year, also from a leap day", () => {
    expect(emptyInitiative("2026-11-22").by).toBe("2027-11-22");
    expect(emptyInitiative("2028-02-29").by).toBe("2029-02-28");
  });
});

describe("draftSentence", () => {
  it("says nothing before there is a KPI and a number", () => {
    expect(draftSentence(typed, undefined, "en-GB", outcomeSentence)).toBeUndefined();
    expect(draftSentence(typed, cycleTime, "en-GB", outcomeSentence)).toBeUndefined();
  });
  it("refuses a contradicting direction before there is a number", () => {
    expect(
      draftSentence({ ...typed, change: "increase" }, cycleTime, "en-GB", outcomeSentence),
    ).toMatchObject({
      kind: "refused",
      field: "change",
    });
  });
  it("reads the number in the reader's locale", () => {
    expect(
      draftSentence({ ...typed, percent: "12,5", by: "2027-03-31" }, cycleTime, "de-DE", outcomeSentence),
    ).toEqual({
      kind: "sentence",
      text: "Reduce lead-to-opportunity cycle time by 12.5 percent by 2027-03-31",
    });
    expect(draftSentence({ ...typed, percent: "some" }, cycleTime, "en-GB", outcomeSentence)).toMatchObject({
      field: "percent",
    });
  });
});

describe("missingFields", () => {
  it("names what is still to be filled by the wire's fields", () => {
    const draft = {
      ...typed,
      percent: "15",
      name: "Routing",
      owner: "Ada",
      team: " ",
      useCasePattern: "other",
    };
    expect(missingFields(draft)).toEqual({ team: "Name the team" });
  });
});

describe("newInitiative", () => {
  it("puts the sentence's parts under the outcome, with a plain decimal", () => {
    const { outcome, ...rest } = newInitiative({ ...typed, percent: "12,5" }, "de-DE");
    expect(outcome).toEqual({ kpiKey: "cycle", change: "decrease", percent: "12.5", by: "2027-11-22" });
    expect(Object.keys(rest).toSorted()).toEqual([
      "name",
      "owner",
      "phase",
      "startedOn",
      "team",
      "useCasePattern",
    ]);
  });
});
