import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDecimals } from "@liftledger/numerics/decimal";
import { creditedBenefit, plannedBenefit, type PlannedFactors } from "./planned-benefit.ts";
import { requireShare } from "./share.ts";

const credited = { adoption: "1", attribution: "1", confidence: "1", realisation: "0.80", overlap: "0" };

const someShare = fc.integer({ min: 0, max: 1000 }).map((thousandths) => String(thousandths / 1000));

describe("plannedBenefit", () => {
  // Vectors: "haircut" of derived_metrics.json in the finance reference set, exact arithmetic.
  it.each([
    [{ gross: "108000", ...credited }, "86400"],
    [
      {
        gross: "250000",
        attribution: "0.6",
        confidence: "0.8",
        realisation: "0.5",
        adoption: "0.75",
        overlap: "0.1",
      },
      "40500",
    ],
  ])("credits %j with %s", (factors, expected) => {
    expect(plannedBenefit(factors)).toMatchObject({ kind: "value", amount: expected });
  });
  it("multiplies all eight factors in their order and shows what each one leaves", () => {
    // 0.006 × 4,000 = 24 leads; × 180 = 4,320; × 0.9 = 3,888; × 0.6 = 2,332.8; × 0.5 = 1,166.4;
    // × 0.75 = 874.8; × (1 − 0.2) = 699.84.
    const benefit = plannedBenefit({
      lift: "0.006",
      volume: "4000",
      unitValue: "180",
      adoption: "0.9",
      attribution: "0.6",
      confidence: "0.5",
      realisation: "0.75",
      overlap: "0.2",
    });
    expect(benefit).toMatchObject({ kind: "value", amount: "699.84", gross: "4320" });
    expect(
      benefit.kind === "value" &&
        benefit.steps.map((step) => [step.factor, step.multiplier, step.product].join(" ")),
    ).toEqual([
      "lift 0.006 0.006",
      "volume 4000 24",
      "unitValue 180 4320",
      "adoption 0.9 3888",
      "attribution 0.6 2332.8",
      "confidence 0.5 1166.4",
      "realisation 0.75 874.8",
      "overlap 0.8 699.84",
    ]);
  });
  it("is not valued yet while a factor is missing, and names each that is", () => {
    expect(plannedBenefit({ lift: "0.1", unitValue: null, ...credited, confidence: undefined })).toEqual({
      kind: "no-value",
      missing: ["volume", "unitValue", "confidence"],
      reason: "Not valued yet: volume, unit value, confidence missing.",
    });
    expect(plannedBenefit({ gross: "1" })).toMatchObject({
      missing: ["adoption", "attribution", "confidence", "realisation", "overlap"],
    });
  });
  it("takes null for not given, on either side", () => {
    const made = { lift: "0.1", volume: "100", unitValue: "10" };
    expect(plannedBenefit({ gross: null, ...made, ...credited })).toEqual(
      plannedBenefit({ ...made, ...credited }),
    );
    const none = { lift: null, volume: null, unitValue: null };
    expect(plannedBenefit({ gross: "100", ...none, ...credited })).toEqual(
      plannedBenefit({ gross: "100", ...credited }),
    );
  });
  it("takes numbers and text with an exponent as well", () => {
    expect(plannedBenefit({ gross: "2.5E+5", ...credited, adoption: 0.1, overlap: 0n })).toMatchObject({
      amount: "20000",
    });
  });
  it("values a factor of 0 at 0, which is an answer", () => {
    expect(plannedBenefit({ gross: "100", ...credited, adoption: "0" })).toMatchObject({
      kind: "value",
      amount: "0",
    });
  });
  it("takes any volume from 0", () => {
    const of = (volume: string) =>
      plannedBenefit({ lift: "1", volume, unitValue: "10", ...credited, realisation: "1" });
    expect(of("0")).toMatchObject({ kind: "value", amount: "0" });
    expect(of("0.5")).toMatchObject({ kind: "value", amount: "5" });
  });
  it("keeps a planned loss a loss, and every digit of a large one", () => {
    expect(plannedBenefit({ gross: "-90071992547409930.01", ...credited })).toMatchObject({
      amount: "-72057594037927944.008",
    });
  });
  it("never credits more than the gross benefit, and nothing where all of it overlaps", () => {
    const someFactors = fc.record({
      gross: fc.nat().map(String),
      adoption: someShare,
      attribution: someShare,
      confidence: someShare,
      realisation: someShare,
      overlap: someShare,
    });
    fc.assert(
      fc.property(someFactors, (factors) => {
        const benefit = plannedBenefit(factors);
        expect(benefit.kind === "value" && compareDecimals(benefit.amount, factors.gross)).not.toBe(1);
        expect(plannedBenefit({ ...factors, overlap: "1" })).toMatchObject({ amount: "0" });
      }),
    );
  });
  it.each<[PlannedFactors, string]>([
    [{ adoption: "80" }, "adoption is a share from 0 to 1, not 80"],
    [{ overlap: "-0.1" }, "overlap is a share"],
    [{ confidence: "high" }, 'confidence is a decimal, not "high"'],
    [{ gross: "1,000" }, 'gross benefit is a decimal, not "1,000"'],
    [{ gross: undefined, lift: "1", volume: "-5", unitValue: "1" }, "volume counts something"],
    [{ lift: "0.1" }, "not both: lift"],
  ])("refuses %j", (wrong, message) => {
    expect(() => plannedBenefit({ gross: "100", ...credited, ...wrong })).toThrow(message);
  });
});

describe("creditedBenefit", () => {
  const factors = { gross: "108000", ...credited };
  it("credits an estimate with nothing until somebody signs it, and keeps it visible", () => {
    expect(creditedBenefit(factors, { evidence: "estimate", signedBy: null })).toEqual({
      kind: "not-credited",
      amount: "0",
      planned: "86400",
      reason: "An estimate without evidence is credited at nothing until somebody signs it.",
    });
    expect(creditedBenefit(factors, { evidence: "estimate", signedBy: " " }).kind).toBe("not-credited");
    expect(creditedBenefit(factors, { evidence: "estimate", signedBy: "finance" })).toEqual({
      kind: "credited",
      amount: "86400",
      planned: "86400",
    });
  });
  it.each(["measured", "benchmark"] as const)("credits what is %s as planned", (evidence) => {
    expect(creditedBenefit(factors, { evidence, signedBy: null })).toMatchObject({ amount: "86400" });
  });
  it("stays not valued yet while a factor is missing, signed or not", () => {
    expect(
      creditedBenefit({ ...factors, overlap: null }, { evidence: "estimate", signedBy: "finance" }),
    ).toMatchObject({ kind: "no-value", missing: ["overlap"] });
  });
});

describe("requireShare", () => {
  it("shows the beginning of what is no share, with the reading's own words as the cause", () => {
    const long = `2${"0".repeat(60)}`;
    expect(() => requireShare(long, "risk")).toThrow(
      new RangeError(`The risk is a share from 0 to 1, not ${long.slice(0, 40)}`),
    );
    const text = "x".repeat(60);
    expect(() => requireShare(text, "risk")).toThrow(
      expect.objectContaining({
        message: `The risk is a decimal, not "${text.slice(0, 40)}"`,
        cause: expect.any(RangeError),
      }),
    );
  });
  it("takes both ends and writes a share one way", () => {
    expect([
      requireShare("0", "share"),
      requireShare("1.00", "share"),
      requireShare("0.60", "share"),
    ]).toEqual(["0", "1", "0.6"]);
  });
});
