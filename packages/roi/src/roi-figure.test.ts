import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import {
  asNet,
  headlineType,
  ratioOfPercent,
  returnPerUnitSpent,
  roiFigure,
  type RoiBasis,
} from "./roi-figure.ts";

const ratioOf = (value: string, cost: string, basis: RoiBasis) => {
  const answer = roiFigure({ value, cost, currency: "EUR", type: { ...headlineType, basis } });
  return answer.kind === "roi" ? answer.ratio : answer.reason;
};

describe("roiFigure", () => {
  // 750 ÷ 425 = 30/17 = 1.76470588235294117647…
  it.each<[string, string, RoiBasis, string]>([
    ["750", "425", "net", "0.76470588235294117647"],
    ["750", "425", "gross", "1.7647058823529411765"],
    ["750", "425", "net_pv", "0.76470588235294117647"],
    ["0", "425", "net", "-1"],
    ["-425", "425", "net", "-2"],
    ["-425", "425", "gross", "-1"],
    ["130", "100", "net", "0.3"],
    ["12345678901234567890.12", "0.01", "gross", "1234567890123456789000"],
  ])("of %s on %s, %s, is %s", (value, cost, basis, ratio) => {
    expect(ratioOf(value, cost, basis)).toBe(ratio);
  });

  it.each(["0", "-0.01", "0.00"])("has none at a cost of %s, and says why", (cost) => {
    expect(ratioOf("750", cost, "net")).toBe("There is no cost above zero, so there is no return on it.");
  });

  it.each(["unstated", "ambiguous", "campaign-gain"] as const)(
    "refuses to compute one that is %s",
    (basis) => {
      expect(() => ratioOf("1", "1", basis)).toThrow(RangeError);
    },
  );

  it("is what its tree gives, evaluated from the leaves", () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => String(cents / 100));
    const cost = fc.integer({ min: 1, max: 1_000_000 }).map((cents) => String(cents / 100));
    fc.assert(
      fc.property(amount, cost, fc.constantFrom<RoiBasis>("net", "gross"), (value, spent, basis) => {
        const answer = roiFigure({ value, cost: spent, currency: "EUR", type: { ...headlineType, basis } });
        expect(answer.kind === "roi" && evaluateExplanation(answer.tree)).toBe(
          answer.kind === "roi" && answer.ratio,
        );
      }),
    );
  });
});

describe("asNet", () => {
  it.each<[string, RoiBasis, string | null]>([
    ["5.44", "gross", "4.44"],
    ["6.44", "gross", "5.44"],
    ["0.3", "net", "0.3"],
    ["0", "gross", "-1"],
    ["0.3", "unstated", null],
    ["0.3", "net_pv", null],
  ])("reads %s %s as %s", (ratio, basis, net) => {
    expect(asNet({ ratio, basis })).toBe(net);
  });

  it("is undone by returnPerUnitSpent", () => {
    expect(returnPerUnitSpent("4.44")).toBe("5.44");
  });
});

describe("ratioOfPercent", () => {
  it("moves the point by two places", () => {
    expect(["544", "30", "0.5", "-71.2"].map(ratioOfPercent)).toEqual(["5.44", "0.3", "0.005", "-0.712"]);
  });
});
