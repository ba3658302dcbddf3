import { describe, expect, it } from "vitest";
import { isAskedAsItStands, signersOf } from "./case-words.ts";

describe("signersOf", () => {
  it("names all who signed, and who decided where the signatures are not told", () => {
    expect(signersOf({ signedBy: ["Linus", "Grace"], decidedBy: "Grace" })).toBe("Linus and Grace");
    expect(signersOf({ signedBy: ["Grace"], decidedBy: "Grace" })).toBe("Grace");
    expect(signersOf({ signedBy: [], decidedBy: "Grace" })).toBe("Grace");
  });
});

describe("isAskedAsItStands", () => {
  const [early, late] = ["2026-07-01T08:00:00.000Z", "2026-07-02T08:00:00.000Z"];
  it("holds for what was asked for and not written since, whatever became of it", () => {
    expect(isAskedAsItStands({ status: "submitted", changedAt: early, submittedAt: late })).toBe(true);
    expect(isAskedAsItStands({ status: "withdrawn", changedAt: early, submittedAt: late })).toBe(true);
    expect(isAskedAsItStands({ status: "returned", changedAt: early, submittedAt: late })).toBe(true);
  });
  it("does not hold for a draft, nor for what was written anew after it was returned, withdrawn or not", () => {
    expect(isAskedAsItStands({ status: "draft", changedAt: early, submittedAt: null })).toBe(false);
    expect(isAskedAsItStands({ status: "draft", changedAt: late, submittedAt: early })).toBe(false);
    expect(isAskedAsItStands({ status: "returned", changedAt: late, submittedAt: early })).toBe(false);
    expect(isAskedAsItStands({ status: "withdrawn", changedAt: late, submittedAt: early })).toBe(false);
  });
});
