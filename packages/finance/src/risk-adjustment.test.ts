import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPTIMISM_BIAS_PRESETS, optimismBiasUplift } from "./optimism-bias.ts";
import {
  riskAdjust,
  riskAdjustedBenefit,
  riskAdjustedCost,
  upliftedCost,
  type RiskLine,
} from "./risk-adjustment.ts";

const someRisk = fc.nat(1000).map((thousandths) => String(thousandths / 1000));

describe("riskAdjustedBenefit", () => {
  it.each([
    // 250,000 × 0.85; 0.01 × 0.9; a loss of 100 with a risk of 10 percent is one of 110.
    ["250000", "0.15", "212500"],
    ["0.01", "0.1", "0.009"],
    ["-100", "0.1", "-110"],
    ["100", "0", "100"],
    ["100", "1", "0"],
  ])("takes %s with a risk of %s for %s", (amount, risk, expected) => {
    expect(riskAdjustedBenefit(amount, risk)).toBe(expected);
  });
  it.each(["-0.1", "1.01", "15", "15%"])("refuses a risk of %s", (risk) => {
    expect(() => riskAdjustedBenefit("1", risk)).toThrow(/risk is a (share from 0 to 1|decimal), not/);
  });
});

describe("riskAdjustedCost", () => {
  it("adds the risk to the cost, exactly", () => {
    expect(riskAdjustedCost("48000.50", "0.1")).toBe("52800.55");
    expect(riskAdjustedCost("0", "1")).toBe("0");
  });
  it("refuses a negative cost", () => {
    expect(() => riskAdjustedCost("-1", "0.1")).toThrow("a saving is a benefit");
  });
});

describe("upliftedCost", () => {
  it("may more than double a cost", () => {
    expect(upliftedCost("100", "2")).toBe("300");
    expect(() => upliftedCost("100", "-0.1")).toThrow("An uplift is a share from 0");
  });
});

describe("riskAdjust", () => {
  const benefit: RiskLine = { name: "Leads", kind: "benefit", amountsMinor: [1000n, 2000n], risk: "0.1" };
  const cost: RiskLine = { name: "Licences", kind: "cost", amountsMinor: [500n, 500n], risk: "0.2" };

  it("adjusts each line before discounting and keeps the unadjusted beside it", () => {
    expect(riskAdjust({ lines: [benefit, cost] })).toEqual({
      lines: [
        {
          name: "Leads",
          kind: "benefit",
          unadjustedMinor: [1000n, 2000n],
          adjustedMinor: [900n, 1800n],
          unadjustedTotalMinor: 3000n,
          adjustedTotalMinor: 2700n,
        },
        {
          name: "Licences",
          kind: "cost",
          unadjustedMinor: [500n, 500n],
          adjustedMinor: [600n, 600n],
          unadjustedTotalMinor: 1000n,
          adjustedTotalMinor: 1200n,
        },
      ],
      unadjusted: { benefitsMinor: 3000n, costsMinor: 1000n },
      adjusted: { benefitsMinor: 2700n, costsMinor: 1200n },
    });
  });
  it("rounds benefits and costs apart", () => {
    // 0.5 of benefits and 5.5 of costs: 0 and 6, though both together are exactly 6.
    const { adjusted } = riskAdjust({
      lines: [
        { name: "Leads", kind: "benefit", amountsMinor: [5n], risk: "0.9" },
        { name: "Licences", kind: "cost", amountsMinor: [5n], risk: "0.1" },
      ],
    });
    expect(adjusted).toEqual({ benefitsMinor: 0n, costsMinor: 6n });
  });
  it("sums first and rounds last, half to even", () => {
    // Five periods of 1 cent at 30 percent: 5 × 0.7 = 3.5, to the even 4, though each would round to 1.
    const cents: RiskLine = { ...benefit, amountsMinor: [1n, 1n, 1n, 1n, 1n], risk: "0.3" };
    expect(riskAdjust({ lines: [cents] }).lines[0]?.adjustedMinor).toEqual([1n, 1n, 1n, 1n, 0n]);
    // Two lines of 0.7 × 5 each: 7 in all, not 4 + 4.
    const both = riskAdjust({ lines: [cents, { ...cents, name: "Orders" }] });
    expect(both.lines.map(({ adjustedTotalMinor }) => adjustedTotalMinor)).toEqual([4n, 3n]);
    expect(both.adjusted.benefitsMinor).toBe(7n);
  });
  it("never raises a benefit or lowers a cost, in any period, and adds up", () => {
    const someLine = fc.record({
      name: fc.string(),
      kind: fc.constantFrom("benefit" as const, "cost" as const),
      amountsMinor: fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { maxLength: 12 }),
      risk: someRisk,
    });
    const someLines = fc.array(fc.tuple(someLine, fc.boolean()), { maxLength: 6 }).map((lines) =>
      lines.map(([line, isLoss], index) => ({
        ...line,
        name: `${index} ${line.name}`,
        amountsMinor: line.amountsMinor.map((amount) =>
          isLoss && line.kind === "benefit" ? -amount : amount,
        ),
      })),
    );
    fc.assert(
      fc.property(someLines, (lines) => {
        const { lines: results, adjusted } = riskAdjust({ lines });
        for (const { kind, unadjustedMinor, adjustedMinor } of results) {
          unadjustedMinor.forEach((before, period) => {
            const after = adjustedMinor[period] ?? 0n;
            expect(kind === "benefit" ? after <= before : after >= before).toBe(true);
          });
        }
        const benefits = results.filter(({ kind }) => kind === "benefit");
        expect(benefits.reduce((sum, line) => sum + line.adjustedTotalMinor, 0n)).toBe(
          adjusted.benefitsMinor,
        );
      }),
    );
  });
  it("changes nothing without a risk", () => {
    const { risk: _, ...safe } = benefit;
    expect(riskAdjust({ lines: [safe] }).lines[0]?.adjustedMinor).toEqual(safe.amountsMinor);
    const { risk: __, ...plain } = cost;
    expect(riskAdjust({ lines: [plain] }).adjusted.costsMinor).toBe(1000n);
    expect(riskAdjust({ lines: [] }).adjusted).toEqual({ benefitsMinor: 0n, costsMinor: 0n });
  });
  it("uplifts a cost by its optimism bias, in place of a risk", () => {
    const { risk: _, ...plain } = cost;
    const biased = { ...plain, optimismBias: "2" };
    expect(riskAdjust({ lines: [biased] }).adjusted.costsMinor).toBe(3000n);
    expect(() => riskAdjust({ lines: [{ ...biased, risk: "0.1" }] })).toThrow(
      '"Licences" is charged twice for the risk "Licences"',
    );
    expect(() => riskAdjust({ lines: [{ ...benefit, optimismBias: "0.1" }] })).toThrow("is a benefit");
  });
  it("refuses a discount rate that holds a premium for the same risk", () => {
    const covered = { ...benefit, covers: ["slow adoption"] };
    const ask = (premium: string, risks?: string[]) =>
      riskAdjust({ lines: [covered], ratePremiums: [{ premium, ...(risks && { risks }) }] });
    expect(() => ask("0.02", ["Slow adoption "])).toThrow('"Leads" allows for the same: charge a risk once');
    expect(() => ask("0.02")).toThrow("a premium that names no risk");
    expect(ask("0.02", ["country"]).adjusted.benefitsMinor).toBe(2700n);
    expect(ask("0").adjusted.benefitsMinor).toBe(2700n);
    const twofold = { ...covered, covers: ["churn", "slow adoption"] };
    expect(() =>
      riskAdjust({ lines: [twofold], ratePremiums: [{ premium: "0.01", risks: ["country", "churn"] }] }),
    ).toThrow('a premium for "country", "churn"');
    expect(() => riskAdjust({ lines: [{ ...covered, covers: ["churn", "Churn"] }] })).toThrow(
      'charged twice for the risk "Churn"',
    );
    // Unicode's caseless match: ß has no capital in use and is written SS.
    expect(() => riskAdjust({ lines: [{ ...covered, covers: ["Verdruß", "VERDRUSS"] }] })).toThrow(
      'charged twice for the risk "VERDRUSS"',
    );
    const safe = { ...covered, risk: "0.0" };
    expect(riskAdjust({ lines: [safe], ratePremiums: [{ premium: "0.02" }] }).adjusted.benefitsMinor).toBe(
      3000n,
    );
  });
});

describe("optimismBiasUplift", () => {
  // HM Treasury / Mott MacDonald (2002), section 4.1: a non-standard building of 28 months with 23.8 percent
  // of the causes managed takes 29.7 percent more, 36.3 months; at contract award, with 92 percent
  // managed, its capital cost takes about 4 percent more, 104 of 100 million.
  it("reproduces the examples of the guidance", () => {
    const duration = optimismBiasUplift({
      project: "nonStandardBuildings",
      measure: "duration",
      managed: "0.238",
    });
    expect(Number(duration)).toBeCloseTo(0.297, 3);
    expect(Number(upliftedCost("28", duration))).toBeCloseTo(36.3, 1);
    const capital = optimismBiasUplift({
      project: "nonStandardBuildings",
      measure: "capital",
      managed: "0.92",
    });
    expect(Number(upliftedCost("100", capital))).toBeCloseTo(104, 0);
  });
  it("starts at the upper bound and stops at the lower", () => {
    const uplift = (managed: string) =>
      optimismBiasUplift({ project: "equipmentAndDevelopment", measure: "capital", managed });
    expect([uplift("0"), uplift("0.5"), uplift("0.95"), uplift("1")]).toEqual(["2", "1", "0.1", "0.1"]);
  });
  it("has no figure where the guidance has none", () => {
    expect(() => optimismBiasUplift({ project: "outsourcing", measure: "capital", managed: "0" })).toThrow(
      "no figure for Outsourcing (capital)",
    );
    expect(optimismBiasUplift({ project: "outsourcing", measure: "operating", managed: "0" })).toBe("0.41");
  });
  it("refuses a managed share outside 0 to 1", () => {
    expect(() =>
      optimismBiasUplift({ project: "outsourcing", measure: "operating", managed: "23.8" }),
    ).toThrow("managed share is a share");
  });
});

describe("OPTIMISM_BIAS_PRESETS", () => {
  // The table of the guidance, in percent: duration upper, lower, capital (outsourcing: operating) upper, lower.
  it.each([
    ["standardBuildings", 4, 1, 24, 2],
    ["nonStandardBuildings", 39, 2, 51, 4],
    ["standardCivilEngineering", 20, 1, 44, 3],
    ["nonStandardCivilEngineering", 25, 3, 66, 6],
    ["equipmentAndDevelopment", 54, 10, 200, 10],
  ] as const)("holds the row of %s", (project, durationUpper, durationLower, capitalUpper, capitalLower) => {
    const { duration, capital } = OPTIMISM_BIAS_PRESETS[project];
    const percent = [duration.upper, duration.lower, capital.upper, capital.lower].map(
      (share) => Number(share) * 100,
    );
    expect(percent).toEqual([durationUpper, durationLower, capitalUpper, capitalLower]);
  });
});
