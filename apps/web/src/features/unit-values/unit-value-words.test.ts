import { describe, expect, it } from "vitest";
import { standingWords, unitValuesTitle } from "./unit-value-words.ts";

const nobody = {
  proposedBy: "Grace",
  proposedAt: "2026-05-03T10:00:00.000Z",
  approvedBy: null,
  approvers: ["Ada"],
};

describe("standingWords", () => {
  it("names who approved it, or who may, and never offers one's own", () => {
    const proposed = { ...nobody, state: "proposed" as const };
    expect(standingWords({ ...proposed, decision: "own" })).toBe(
      "You proposed it, so somebody else must approve it: Ada may.",
    );
    expect(standingWords({ ...proposed, decision: "finance" })).toBe("Finance decides: Ada may.");
    expect(standingWords({ ...proposed, decision: "yours" })).toContain("Waits for you");
    expect(standingWords({ ...nobody, state: "approved", approvedBy: "Ada", decision: null })).toBe(
      "Approved by Ada",
    );
  });
});

describe("unitValuesTitle", () => {
  it("says what waits first, then what is missing", () => {
    const states = (...all: ("approved" | "proposed" | "unset")[]) => all.map((state) => ({ state }));
    expect(unitValuesTitle(states("approved", "proposed", "unset"))).toBe("1 unit value waits for approval");
    expect(unitValuesTitle(states("proposed", "proposed"))).toBe("2 unit values wait for approval");
    expect(unitValuesTitle(states("approved", "unset"))).toBe("1 benefit has no unit value yet");
    expect(unitValuesTitle(states("approved"))).toBe("Every unit value is approved");
  });
});
