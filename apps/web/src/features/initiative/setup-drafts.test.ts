import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assumptionsOf, draftOfBenefit, emptyBenefit, offeredFrom } from "./setup-benefit-draft.ts";
import { monthlyCostLines, pastedCostLines, readMonth } from "./setup-cost-draft.ts";
import { percentOfShare, shareOfPercent } from "../../components/decimal-share.ts";

const locale = "en-GB";

describe("shareOfPercent", () => {
  it.each([
    ["100", "1"],
    ["33.5", "0.335"],
    ["5", "0.05"],
    ["0.25", "0.0025"],
    ["0", "0"],
    ["-5", "-0.05"],
  ])("writes %s percent as %s", (percent, share) => {
    expect(shareOfPercent(percent)).toBe(share);
    expect(percentOfShare(share)).toBe(percent);
  });
  it("loses no digit there and back", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(999_999), (whole, fraction) => {
        const percent = percentOfShare(`0.${String(whole).padStart(2, "0")}${fraction}`);
        expect(percentOfShare(shareOfPercent(percent))).toBe(percent);
        expect(Number(shareOfPercent(percent))).toBeCloseTo(Number(percent) / 100, 10);
      }),
    );
  });
});

describe("offeredFrom", () => {
  const week = { periodType: "week" as const, present: undefined, startedOn: undefined };
  const closed = new Set(["2026-05", "2026-04"]);
  it("offers the first period after the last closed month, so that none of them changes", () => {
    expect(offeredFrom({ ...week, closed })).toBe("2026-W23");
    expect(offeredFrom({ ...week, periodType: "month", closed })).toBe("2026-06");
    expect(offeredFrom({ ...week, closed, present: "2026-W10" })).toBe("2026-W23");
  });
  it("keeps what there is where nothing closed lies in the way", () => {
    expect(offeredFrom({ ...week, closed: new Set() })).toBe("");
    expect(offeredFrom({ ...week, closed: new Set(), present: "2026-W10" })).toBe("2026-W10");
    expect(offeredFrom({ ...week, closed, present: "2026-W30" })).toBe("2026-W30");
    expect(offeredFrom({ ...week, closed, startedOn: "2026-06-08" })).toBe("");
    expect(offeredFrom({ ...week, closed: undefined })).toBe("");
  });
});

describe("assumptionsOf", () => {
  it("says from when on they count, and nothing of it from the claim's start on", () => {
    const typed = { ...emptyBenefit, confidence: "" };
    const said = (validFrom: string | null) =>
      assumptionsOf({ ...typed, validFrom }, "money-per-unit", locale);
    expect(said(" 2026-w30 ")).toEqual({ kind: "assumptions", assumptions: { validFrom: "2026-W30" } });
    expect(said("")).toEqual({ kind: "assumptions", assumptions: {} });
  });
  it("leaves out what is empty, so that it is not valued yet instead of zero", () => {
    expect(assumptionsOf({ ...emptyBenefit, confidence: "" }, "money-per-unit", locale)).toEqual({
      kind: "assumptions",
      assumptions: {},
    });
  });
  it("says back what was kept", () => {
    const kept = {
      unitValue: "0.42",
      attribution: "0.335",
      confidence: "0.9",
      confidenceReason: "two weeks of data are estimated",
      realisation: { accepted: "0.2", redeployed: "0", cashed: "0.5" },
      approvedBy: "Mei Lin",
      claimUntil: "2026-W30",
    };
    for (const rule of ["margin-rate", "money-per-unit"] as const) {
      const draft = draftOfBenefit("s", kept, rule, "de-DE");
      expect(assumptionsOf(draft, rule, "de-DE")).toEqual({ kind: "assumptions", assumptions: kept });
    }
  });
  it("locks the unit value of spend and gives none where the KPI carries no money", () => {
    const draft = { ...emptyBenefit, unitValue: "40", confidence: "" };
    expect(assumptionsOf(draft, "locked", locale)).toMatchObject({ assumptions: { unitValue: "1" } });
    expect(assumptionsOf(draft, "none", locale)).toEqual({ kind: "assumptions", assumptions: {} });
  });
  it("names what is no number and what is no share", () => {
    const draft = { ...emptyBenefit, unitValue: "much", ourShare: "120" };
    expect(assumptionsOf(draft, "money-per-unit", locale)).toEqual({
      kind: "wrong",
      problems: {
        "assumptions.unitValue": "“much” is not a number",
        "assumptions.attribution": "A share lies between 0 and 100%",
      },
    });
  });
});

const shared = { category: "licences", kind: "actual", source: "" } as const;

describe("monthlyCostLines", () => {
  it("makes one line a month, both ends included, over the turn of a year", () => {
    const range = { from: "2025-11", to: "2026-02", amount: "1,200.50" };
    const { lines } = monthlyCostLines(range, shared, "EUR", locale);
    expect(lines.map((line) => line.month)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
    expect(lines[0]).toEqual({
      category: "licences",
      kind: "actual",
      month: "2025-11",
      amount: "1200.5",
      currency: "EUR",
    });
  });
  it("refuses a range that ends before it begins and an amount that is none", () => {
    expect(
      monthlyCostLines({ from: "2026-02", to: "2026-01", amount: "1" }, shared, "EUR", locale).lines,
    ).toEqual([]);
    expect(
      monthlyCostLines({ from: "2026-01", to: "2026-02", amount: "" }, shared, "EUR", locale).problems,
    ).toHaveLength(1);
  });
});

describe("pastedCostLines", () => {
  it("reads month, amount and, where they are there, category and kind", () => {
    const text =
      "Month\tAmount\tWhat\n2026-01\t1,200\tPeople\n02/2026\t€900\tTraining\tplanned\n\nMar 2026\t80\n";
    const { lines, problems } = pastedCostLines(text, shared, "EUR", locale);
    expect(problems).toEqual([]);
    expect(lines.map(({ month, amount, category, kind }) => [month, amount, category, kind])).toEqual([
      ["2026-01", "1200", "people", "actual"],
      ["2026-02", "900", "training", "planned"],
      ["2026-03", "80", "licences", "actual"],
    ]);
  });
  it("names rows that cannot be read, and keeps the others", () => {
    const { lines, problems } = pastedCostLines("2026-01\t5\nsoon\t7\n2026-03\tmuch", shared, "EUR", locale);
    expect(lines).toHaveLength(1);
    expect(problems).toEqual([
      "Row 2: “soon” is no month; write it as 2026-03",
      "Row 3: “much” is not a number",
    ]);
  });
});

describe("readMonth", () => {
  it.each([
    ["2026-03", "2026-03"],
    ["2026-03-31", "2026-03"],
    ["3/2026", "2026-03"],
    ["March 2026", "2026-03"],
    ["sept 2026", "2026-09"],
    ["13/2026", undefined],
    ["2026", undefined],
    ["March", undefined],
  ])("reads %j as %s", (text, month) => {
    expect(readMonth(text)).toBe(month);
  });
});
