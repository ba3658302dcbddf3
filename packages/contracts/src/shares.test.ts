import { describe, expect, it } from "vitest";
import { BenefitAssumptions } from "./initiative.ts";
import { ShareText } from "./values.ts";

const oneAndALittle = `1.${"0".repeat(50)}1`;

describe("ShareText", () => {
  it.each(["0", "00.5", "1", "01.000", "0.99999999999999999999999999", "-0.0"])("takes %s", (text) => {
    expect(ShareText.safeParse(text).success).toBe(true);
  });

  it.each([oneAndALittle, "1.01", "10", "-0.5", `-0.${"0".repeat(50)}1`, "11"])("refuses %s", (text) => {
    expect(ShareText.safeParse(text).success).toBe(false);
  });
});

describe("the stages of a realisation", () => {
  const isTaken = (accepted: string, redeployed: string, cashed: string) =>
    BenefitAssumptions.safeParse({ realisation: { accepted, redeployed, cashed } }).success;

  it("are together the whole at most, to the last digit", () => {
    expect(isTaken("0.1", "0.2", "0.7")).toBe(true);
    expect(isTaken("0.333333333333333333", "0.333333333333333333", "0.333333333333333334")).toBe(true);
    expect(isTaken("0.5", `0.${"0".repeat(50)}1`, "0.5")).toBe(false);
    expect(isTaken("0.5", "0.3", "0.3")).toBe(false);
  });
});
