import { describe, expect, it } from "vitest";
import { deedWords, nounWords } from "./entry-words.ts";

describe("deedWords", () => {
  const noun = "case-version";

  it("calls what is done to a business case what its pages call it", () => {
    expect(deedWords({ action: "submitCaseVersion", noun, after: { status: "submitted" } })).toBe(
      "Ask for the approval of a business case",
    );
    expect(deedWords({ action: "setCaseSettings", noun: "case-settings", after: {} })).toBe(
      "Set the rules for business cases",
    );
    expect(deedWords({ action: "freezeBaseline", noun: "baseline", after: { status: "frozen" } })).toBe(
      "Freeze baseline",
    );
  });

  it("tells a signature from the approval it leads to, and from the end of the version before", () => {
    const said = (action: string, status: string) => deedWords({ action, noun, after: { status } });
    expect(said("signCaseVersion", "submitted")).toBe(
      "Sign a business case that somebody else has yet to sign",
    );
    expect(said("approveCaseVersion", "approved")).toBe("Approve a business case");
    expect(said("approveCaseVersion", "superseded")).toBe(
      "End a version of a business case that a later one takes the place of",
    );
  });
});

describe("nounWords", () => {
  it("says a thing by its name on the pages, others by their own words", () => {
    expect(nounWords("case-version")).toBe("version of a business case");
    expect(nounWords("cost-pool-month")).toBe("cost pool month");
    expect(nounWords("constructor")).toBe("constructor");
  });
});
