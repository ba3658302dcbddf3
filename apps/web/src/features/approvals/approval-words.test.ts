import type { Approval } from "@liftledger/contracts/approval";
import { describe, expect, it } from "vitest";
import {
  approvalsTitle,
  baselineWords,
  caseWords,
  gateReviewWords,
  guardrailWords,
  whoDecides,
  yourTurn,
} from "./approval-words.ts";

const approval = (decision: Approval["decision"], approvers: string[]): Approval => ({
  kind: "baseline",
  objectId: "b",
  version: 1,
  what: "Baseline of Conversion rate, Shop",
  seriesId: "s",
  kpiKey: "conversion-rate",
  initiativeId: null,
  initiative: null,
  askedBy: "Ada",
  askedAt: "2026-06-24T12:00:00.000Z",
  decision,
  approvers,
  baseline: null,
  assumptions: null,
  businessCase: null,
  gateReview: null,
  guardrails: null,
});

describe("whoDecides", () => {
  it("names who may, whom to ask for where nobody may, and nobody where the reader does", () => {
    expect(whoDecides(approval("yours", ["Grace"]))).toBeNull();
    expect(whoDecides(approval("own", ["Finn", "Grace"]))).toBe(
      "You asked for it, so somebody else must approve this: Finn or Grace may.",
    );
    expect(whoDecides(approval("finance", ["Ada", "Finn", "Grace"]))).toBe(
      "Finance decides: Ada, Finn or Grace may.",
    );
    expect(whoDecides(approval("own", []))).toContain("an admin can invite a person");
    const ofCase = { ...approval("own", ["Grace"]), kind: "business-case" as const };
    expect(whoDecides(ofCase)).toBe(
      "You wrote or signed some of it, so somebody else must approve this: Grace may.",
    );
    const ofReview = { ...approval("own", ["Grace"]), kind: "gate-review" as const };
    expect(whoDecides(ofReview)).toBe(
      "You asked for, wrote or signed some of it, so somebody else must sign this: Grace may.",
    );
    const ofGuardrails = { ...approval("own", ["Grace"]), kind: "guardrails" as const };
    expect(whoDecides(ofGuardrails)).toBe(
      "You changed the scope, so somebody else must approve this: Grace may.",
    );
  });
});

describe("yourTurn", () => {
  const asked = {
    into: "scale",
    leaving: "pilots",
    decision: "advance",
    reason: "It pays",
    overrides: 0,
  } as const;
  const review = (decision: Approval["decision"], signed: string[], signatures: number) => ({
    ...approval(decision, ["Finn"]),
    kind: "gate-review" as const,
    gateReview: { ...asked, signed, signatures },
  });

  it("is told where two sign and the reader is one of those that are left", () => {
    expect(yourTurn(review("yours", [], 2))).toBe("It is your turn, and another person’s after you.");
    expect(yourTurn(review("yours", ["Grace"], 2))).toBe("It is your turn: yours is the last.");
    expect(yourTurn(review("own", ["Grace"], 2))).toBeNull();
    expect(yourTurn(review("yours", [], 1))).toBeNull();
    expect(yourTurn(approval("yours", []))).toBeNull();
  });
});

describe("baselineWords", () => {
  it("says on what it would stand, a single period once", () => {
    const kind = { rung: "guess", reasons: [], interventionStart: "2026-W15" };
    expect(baselineWords({ ...kind, preFrom: "2026-W12", preTo: "2026-W14" })).toBe(
      "Starts in week 15, 2026; held against week 12, 2026 to week 14, 2026",
    );
    expect(baselineWords({ ...kind, preFrom: "2026-W12", preTo: "2026-W12" })).toBe(
      "Starts in week 15, 2026; held against week 12, 2026",
    );
  });
});

describe("caseWords", () => {
  it("says what a case spends, and whose signatures it has of those it wants", () => {
    const spend = { amount: "26000.00", currency: "EUR" };
    const terms = { number: 2, spend, signed: ["Grace"], signatures: 2 };
    expect(caseWords(terms, "en-GB")).toBe("Spends €26,000 · 1 of 2 signatures: Grace");
    expect(caseWords({ ...terms, spend: null, signed: [], signatures: 1 }, "en-GB")).toBe(
      "What it spends is not known yet · wants 1 signature",
    );
  });
});

describe("gateReviewWords", () => {
  it("says why, what is let pass, and whose signatures it has of those that it wants", () => {
    const asked = { into: "scale", leaving: "pilots", decision: "advance", reason: "It pays" } as const;
    expect(gateReviewWords({ ...asked, overrides: 0, signed: [], signatures: 1 })).toBe(
      "“It pays” · wants 1 signature",
    );
    expect(gateReviewWords({ ...asked, overrides: 2, signed: ["Grace"], signatures: 2 })).toBe(
      "“It pays” · 2 criteria are let pass · 1 of 2 signatures: Grace",
    );
  });
});

describe("guardrailWords", () => {
  it("says which scope they are to be approved for, or that none is stated", () => {
    const changed = { changedOn: "2026-06-24", rules: [] };
    expect(guardrailWords({ ...changed, scope: "Leads of the shop" })).toMatch(
      /^The scope since .*2026: “Leads of the shop”$/,
    );
    expect(guardrailWords({ ...changed, scope: null })).toMatch(/^No scope is stated since .*2026$/);
  });
});

describe("approvalsTitle", () => {
  it("counts what waits, and says so where there is more than is shown", () => {
    const all = { more: false, mine: false };
    expect([0, 1, 2].map((count) => approvalsTitle(count, all))).toEqual([
      "Nothing waits for approval",
      "One thing waits for approval",
      "2 things wait for approval",
    ]);
    // The count beside Approvals is of what is for the reader: the title says how the two go together.
    expect(approvalsTitle(5, { ...all, yours: 4 })).toBe("5 things wait for approval, 4 of them for you");
    expect(approvalsTitle(2, { ...all, yours: 2 })).toBe("2 things wait for approval, all of them for you");
    expect(approvalsTitle(50, { more: true, mine: true })).toBe("More than 50 things wait for your approval");
  });
});
