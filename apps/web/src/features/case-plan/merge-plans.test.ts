import { describe, expect, it } from "vitest";
import { mergePlans } from "./merge-plans.ts";

const line = (id: string, amount: string) => ({ id, amount: [{ from: 0, value: amount }] });
const base = {
  horizon: "36",
  costs: [line("a", "1"), line("b", "2")],
  scenarios: [{ name: "Low", changes: [1] }],
};

describe("mergePlans", () => {
  it("takes from each what only they changed", () => {
    const mine = { ...base, costs: [line("a", "10"), line("b", "2")] };
    const theirs = { ...base, horizon: "24", costs: [line("a", "1"), line("b", "20")] };
    expect(mergePlans(base, mine, theirs)).toEqual({
      ...base,
      horizon: "24",
      costs: [line("a", "10"), line("b", "20")],
    });
  });

  it("keeps mine where both changed the same", () => {
    expect(mergePlans(base, { ...base, horizon: "12" }, { ...base, horizon: "24" }).horizon).toBe("12");
  });

  it("keeps both sides' new lines, and takes away what either did unless the other changed it", () => {
    const mine = { ...base, costs: [line("a", "1"), line("mine", "5")] };
    const theirs = { ...base, costs: [line("b", "2"), line("theirs", "6")] };
    expect(mergePlans(base, mine, theirs).costs).toEqual([line("theirs", "6"), line("mine", "5")]);
    const changed = { ...base, costs: [line("a", "1"), line("b", "9")] };
    expect(mergePlans(base, mine, changed).costs).toEqual([
      line("a", "1"),
      line("b", "9"),
      line("mine", "5"),
    ]);
  });
});
