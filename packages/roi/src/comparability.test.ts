import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparability } from "./comparability.ts";
import { headlineType, initiativeRoiTypes, type RoiType } from "./roi-figure.ts";

const types = fc.record<RoiType>({
  basis: fc.constantFrom("net", "gross", "net_pv", "campaign-gain", "unstated", "ambiguous"),
  span: fc.constantFrom("cumulative", "in-phase", "annualised", "run-rate", "forward", "unstated"),
  tier: fc.constantFrom("cash", "cash-plus-capacity", "unstated"),
  origin: fc.constantFrom("measured", "planned", "unstated"),
});

describe("comparability", () => {
  it.each<[string, Partial<RoiType>, string, string]>([
    ["the same type", {}, "comparable", "Both have the same basis, span and tier."],
    ["a gross one", { basis: "gross" }, "not-comparable", "convert one of them first"],
    ["one on present values", { basis: "net_pv" }, "not-comparable", "convert one of them first"],
    ["a campaign gain", { basis: "campaign-gain" }, "not-comparable", "not a return on AI spend"],
    ["no basis", { basis: "unstated" }, "read-as", "The source states no basis; read as net."],
    [
      "no basis and no span",
      { basis: "unstated", span: "unstated" },
      "read-as",
      "The source states no basis; read as cumulative net.",
    ],
    [
      "two bases at once",
      { basis: "ambiguous" },
      "read-as",
      "says two things; the lower net reading is used",
    ],
    ["an in-phase one", { span: "in-phase" }, "not-comparable", "the other of one phase"],
    ["an annualised one", { span: "annualised" }, "not-comparable", "the other a year's"],
    ["a run-rate", { span: "run-rate" }, "not-comparable", "the other the present pace carried on"],
    ["a forward one", { span: "forward" }, "not-comparable", "of what is still to come"],
    ["no span", { span: "unstated" }, "read-as", "states no span; read as cumulative"],
    ["one with capacity", { tier: "cash-plus-capacity" }, "not-comparable", "capacity put to other use"],
    ["a tier unstated", { tier: "unstated" }, "comparable", "Both have the same basis"],
    ["a planned one", { origin: "planned" }, "not-comparable", "One is planned, the other measured"],
  ])("holds the headline against %s", (_name, difference, kind, reason) => {
    const answer = comparability(headlineType, { ...headlineType, ...difference });
    expect(answer.kind).toBe(kind);
    expect(answer.reason).toContain(reason);
  });

  it("keeps the three returns of an initiative apart", () => {
    const { netRoi, cashPlusCapacityRoi, inPhaseRoi } = initiativeRoiTypes;
    const kinds = [
      comparability(netRoi, cashPlusCapacityRoi),
      comparability(netRoi, inPhaseRoi),
      comparability(cashPlusCapacityRoi, inPhaseRoi),
    ].map(({ kind }) => kind);
    expect(kinds).toEqual(["not-comparable", "not-comparable", "not-comparable"]);
  });

  it("does not depend on the order", () => {
    fc.assert(
      fc.property(types, types, (one, other) => {
        expect(comparability(one, other).kind).toBe(comparability(other, one).kind);
      }),
    );
  });

  it("never finds a type not comparable with itself", () => {
    fc.assert(
      fc.property(types, (type) => {
        expect(comparability(type, type).kind).not.toBe("not-comparable");
      }),
    );
  });
});
