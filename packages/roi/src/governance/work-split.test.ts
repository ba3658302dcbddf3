import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workSplit, workSplitChange, type WorkSplitTally } from "./work-split.ts";

const tally = (mechanicalHours: string, strategicHours: string, answers = 3): WorkSplitTally => {
  return { answers, mechanicalHours, strategicHours, isClosed: true };
};

describe("workSplit", () => {
  // By hand: 59.99 of 100 is under the published 60-70%, 60 and 70 are within it, 70.01 is over.
  it.each([
    ["59.99", "40.01", "0.5999", "under"],
    ["60", "40", "0.6", "within"],
    ["70", "30", "0.7", "within"],
    ["70.01", "29.99", "0.7001", "over"],
    ["0", "10", "0", "under"],
  ])("of %s and %s hours is %s, %s", (mechanical, strategic, mechanicalShare, againstPublished) => {
    expect(workSplit(tally(mechanical, strategic))).toEqual({
      kind: "split",
      mechanicalShare,
      againstPublished,
    });
  });

  it("says nothing under three answers, of no hours, or while the round is open", () => {
    expect(workSplit(tally("60", "40", 2)).kind).toBe("too-few");
    expect(workSplit(tally("0", "0")).kind).toBe("too-few");
    expect(workSplit({ ...tally("60", "40", 30), isClosed: false }).kind).toBe("open");
  });

  it("tells the change between two rounds that are both shown", () => {
    const [before, after] = [workSplit(tally("65", "35")), workSplit(tally("52", "48"))];
    expect(workSplitChange(before, after)).toBe("-0.13");
    expect(workSplitChange(workSplit(tally("65", "35", 2)), after)).toBeNull();
  });

  it("weighs everybody by their hours, whoever answers first", () => {
    const hours = fc.record({ mechanical: fc.nat(80), strategic: fc.nat(80) });
    fc.assert(
      fc.property(fc.array(hours, { minLength: 3, maxLength: 20 }), (all) => {
        const sum = (side: "mechanical" | "strategic") => all.reduce((total, one) => total + one[side], 0);
        const [mechanical, strategic] = [sum("mechanical"), sum("strategic")];
        const split = workSplit(tally(String(mechanical), String(strategic), all.length));
        if (mechanical + strategic === 0) return split.kind === "too-few";
        if (split.kind !== "split") return false;
        // A tie of four digits lies half a digit away, which floating point may make a little more.
        const difference = Number(split.mechanicalShare) - mechanical / (mechanical + strategic);
        return Math.abs(difference) <= 0.00005 + 1e-12;
      }),
    );
  });
});
