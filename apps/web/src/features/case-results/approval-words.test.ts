import type { CaseVersion } from "@liftledger/contracts/business-case";
import { describe, expect, it } from "vitest";
import { askedOfPlan, signaturesWords } from "./approval-words.ts";
import { decidesFinding } from "./decides-finding.ts";
import { deedsOf } from "./deeds-of.ts";

const money = (amount: string) => ({ amount, currency: "EUR" });
const terms = (about: Partial<CaseVersion["terms"]>): CaseVersion["terms"] => ({
  spend: money("26000.00"),
  spendHere: money("26000.00"),
  isOnePage: false,
  signatures: 1,
  settings: 1,
  twoSignaturesFrom: null,
  onePageBelow: null,
  defaultRate: null,
  isAtDefaultRate: false,
  benchmarks: null,
  engineVersion: "1",
  ...about,
});

describe("signaturesWords", () => {
  it("says by which rule one or two people sign, the stricter one where the spend is not known", () => {
    const twoSignaturesFrom = money("20000");
    expect(signaturesWords(terms({}))).toBe("One person signs: no rule asks for two.");
    expect(signaturesWords(terms({ twoSignaturesFrom, signatures: 2 }))).toBe(
      "Two people sign: it spends at least €20,000.",
    );
    expect(signaturesWords(terms({ twoSignaturesFrom, signatures: 2, spend: null }))).toMatch(/not known/);
    expect(signaturesWords(terms({ twoSignaturesFrom: money("50000") }))).toMatch(/less than €50,000/);
  });
});

describe("askedOfPlan", () => {
  it("asks a small case for one page only", () => {
    expect(askedOfPlan(terms({ onePageBelow: money("30000"), isOnePage: true }))).toMatch(/are enough/);
    expect(askedOfPlan(terms({ onePageBelow: money("10000") }))).toMatch(/at least €10,000/);
  });
});

describe("decidesFinding", () => {
  const figureIds = { atLow: "low", atHigh: "high", distance: "distance" };
  const bar = { lineId: "l", name: "Orders", distance: "1", figureIds };
  it("says whether the widest line turns the answer round", () => {
    const found = (netPresentValue: string, atLow: string, atHigh: string) =>
      decidesFinding({ netPresentValue, bars: [{ ...bar, atLow, atHigh }] });
    expect(found("5", "-1", "9")).toBe("Orders decides: at its worst the plan loses money");
    expect(found("5", "1", "9")).toMatch(/even at its worst the plan is worth something/);
    expect(found("-5", "-9", "1")).toBe("Orders decides: at its best the plan pays");
    expect(found("-5", "-9", "-1")).toMatch(/even at its best the plan does not pay/);
    // A cost is worth the least at its high.
    expect(found("5", "9", "-1")).toBe("Orders decides: at its worst the plan loses money");
  });
});

describe("deedsOf", () => {
  const at = "2026-07-01T08:00:00.000Z";
  const head = {
    caseId: "c",
    number: 2,
    version: 4,
    status: "superseded",
    basedOn: 1,
    authors: ["Ada"],
    createdAt: at,
    createdBy: "Ada",
    changedAt: at,
    round: 2,
    submittedAt: at,
    submittedBy: "Ada",
    decidedAt: at,
    decidedBy: "Grace",
    comment: "",
    signedBy: ["Ada", "Grace"],
    digest: "ab",
    endedAt: at,
    endedBy: "Grace",
    endReason: "Version 3 was approved",
  } as const;
  it("tells what was done to a version, first to last", () => {
    const deeds = (signedBy: string[]) =>
      deedsOf({ ...head, authors: ["Ada"], signedBy }).map((deed) => deed.split(", ")[0]);
    expect(deeds(["Grace"])).toEqual([
      "Begun by Ada from version 1",
      "Asked for again by Ada",
      "Approved by Grace",
      "Superseded",
    ]);
    // Where two signed, both approved it: the one who decided is only the last.
    expect(deeds(["Linus", "Grace"])).toContain("Approved by Linus and Grace");
  });

  it("says of what was returned that it was, also once it is written anew or withdrawn", () => {
    const returned = {
      ...head,
      authors: ["Ada"],
      signedBy: [],
      digest: null,
      comment: "Which seats?",
      endedAt: null,
    };
    for (const status of ["returned", "draft", "withdrawn"] as const)
      expect(deedsOf({ ...returned, status }).at(-1)).toMatch(/^Returned by Grace, .*: “Which seats\?”$/);
  });
});
