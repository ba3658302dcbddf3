import { describe, expect, it } from "vitest";
import type { BenefitReadiness } from "./benefit-gaps.ts";
import { missingRules } from "./missing.ts";
import { whatIsMissing, type InitiativeReadiness } from "./what-is-missing.ts";

function benefit(differences: Partial<BenefitReadiness> = {}): BenefitReadiness {
  return {
    name: "Conversion rate (Shop)",
    baseline: "frozen",
    notValued: [],
    maturePeriods: 20,
    elapsedPeriods: 20,
    hasInterval: true,
    prePeriods: 52,
    volumeReason: null,
    periodType: "week",
    claimFrom: "2026-W10",
    maturationPeriods: 0,
    volume: 5000,
    minimumVolume: 1000,
    volumeUnit: "visit",
    ...differences,
  };
}

function initiative(differences: Partial<InitiativeReadiness> = {}): InitiativeReadiness {
  return {
    hasCost: true,
    countedTwice: null,
    costCoverage: 1,
    missingCostMonths: [],
    benefitCoverage: 1,
    benefits: [benefit()],
    ...differences,
  };
}

const rulesOf = (differences: Partial<InitiativeReadiness>) =>
  whatIsMissing(initiative(differences)).map(({ rule }) => rule);
const onlyGap = (differences: Partial<BenefitReadiness>) =>
  whatIsMissing(initiative({ benefits: [benefit(differences)] }))[0];

describe("whatIsMissing", () => {
  it("finds nothing where all is there", () => {
    expect(whatIsMissing(initiative())).toEqual([]);
  });

  it("lists everything in the order in which it is asked", () => {
    const found = rulesOf({
      hasCost: true,
      countedTwice: "Review and rework would count twice.",
      costCoverage: 0.5,
      missingCostMonths: ["2026-03"],
      benefits: [
        benefit({ baseline: "draft", notValued: ["the confidence"], hasInterval: false, prePeriods: 2 }),
        benefit({ maturePeriods: 0, elapsedPeriods: 4, volumeReason: "Volume left the baseline's range." }),
      ],
    });
    const expected = missingRules.filter(
      (rule) => !["no-cost", "no-data", "benefit-coverage"].includes(rule),
    );
    expect(found).toEqual(expected);
  });

  it("asks for a cost before anything else, and not for its coverage as well", () => {
    expect(rulesOf({ hasCost: false, costCoverage: 0, benefits: [] })).toEqual(["no-cost", "no-data"]);
  });

  it.each([
    [0.9, 0.9, []],
    [0.8999, 0.5, ["cost-coverage"]],
    [0.95, 0.96, ["benefit-coverage"]],
    [0.95, 0.95, []],
  ])("with %f of the costs and %f of the benefits finds %j", (costCoverage, benefitCoverage, rules) => {
    expect(rulesOf({ costCoverage, benefitCoverage })).toEqual(rules);
  });

  it("tells costs that lag a little behind benefits from benefits", () => {
    const [found] = whatIsMissing(
      initiative({ costCoverage: 0.9512, benefitCoverage: 0.9523, missingCostMonths: ["2026-04"] }),
    );
    expect(found?.what).toBe(
      "Benefits are logged for 95.2% of the time and costs for 95%: log the costs of 2026-04.",
    );
  });

  it("names the months whose cost is missing", () => {
    const what = (missingCostMonths: string[]) =>
      whatIsMissing(initiative({ costCoverage: 0.718, missingCostMonths }))[0]?.what;
    expect(what(["2026-04", "2026-05"])).toBe(
      "Actual costs cover only 71% of the months that have ended: log 2026-04 and 2026-05.",
    );
    expect(what(["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"])).toContain(
      "log 2026-01 to 2026-05.",
    );
  });

  it("tells a start that is too young from a series that nobody logs", () => {
    const young = onlyGap({ maturePeriods: 0, elapsedPeriods: 0 });
    expect(young).toMatchObject({
      rule: "no-data",
      what: "The first full week since the start ends on 2026-03-08: log it then.",
    });
    const maturing = onlyGap({ maturePeriods: 0, elapsedPeriods: 0, maturationPeriods: 2 });
    expect(maturing?.what).toBe(
      "The first full week since the start is old enough to count on 2026-03-22: log it by then.",
    );
    const unlogged = onlyGap({ maturePeriods: 0, elapsedPeriods: 3 });
    expect(unlogged?.what).toContain("The first full week since the start is not logged");
  });

  it("does not call a benefit unmeasured whose first period cannot count yet", () => {
    const late = benefit({ maturePeriods: 0, elapsedPeriods: 0, claimFrom: "2026-W28" });
    expect(rulesOf({ benefits: [benefit(), late] })).toEqual(["too-early"]);
    expect(rulesOf({ benefits: [benefit(), { ...late, elapsedPeriods: 9 }] })).toEqual([
      "unmeasured",
      "too-early",
    ]);
  });

  it("says how many periods before the start there are, in good grammar", () => {
    expect(onlyGap({ hasInterval: false, prePeriods: 1 })?.what).toBe(
      "Conversion rate (Shop) has 1 week before the start; a likely range needs at least 3. Log earlier weeks and draft the baseline again.",
    );
    expect(
      onlyGap({ hasInterval: false, prePeriods: 0, periodType: "month", maturePeriods: 4 })?.what,
    ).toContain("has 0 months before the start");
  });

  it("says whose turn it is with a baseline that is drafted, or frozen and not in use", () => {
    const name = "Conversion rate (Shop)";
    const said = (baseline: BenefitReadiness["baseline"], pending?: BenefitReadiness["pending"]) => {
      const gaps = whatIsMissing(
        initiative({ benefits: [benefit({ baseline, pending, hasInterval: false })] }),
      );
      return gaps.map(({ rule, headline, what }) => [rule, headline, what]);
    };
    const drafted = { status: "draft", by: "Ada Vance", on: "2026-06-24" } as const;
    const notFrozen = ["no-frozen-baseline", "Not judged: baseline not frozen"];
    const who = `A baseline of ${name} was drafted by Ada Vance on 2026-06-24 and is not frozen yet: somebody else, of finance,`;
    expect(said("none")).toEqual([[...notFrozen, `Draft and freeze a baseline for ${name}.`]]);
    expect(said("drafted", drafted)).toEqual([[...notFrozen, `${who} freezes it and takes it into use.`]]);
    expect(said("draft", drafted)[0]).toEqual([...notFrozen, `${who} freezes it.`]);
    expect(said("draft")[0]).toEqual([...notFrozen, `Freeze the drafted baseline of ${name}.`]);
    const frozen = { status: "frozen", by: "Grace Lee", on: "2026-06-25" } as const;
    expect(said("unused", frozen)).toEqual([
      [
        "no-frozen-baseline",
        "Not judged: baseline not in use",
        `A baseline of ${name} was frozen by Grace Lee on 2026-06-25 and is not in use here: take it into use, or draft another.`,
      ],
    ]);
    // What it stands on may be too thin as well; what stands beside it says nothing of that.
    expect(said("draft", drafted).map(([rule]) => rule)).toEqual(["no-frozen-baseline", "no-interval"]);
  });

  it("lists what finance has to say", () => {
    expect(onlyGap({ notValued: ["what one visit is worth", "the confidence"] })?.what).toBe(
      "Conversion rate (Shop) is not valued yet: say what one visit is worth and the confidence.",
    );
  });
});

describe("whatIsMissing, too early", () => {
  it.each([
    ["week", 7, true],
    ["week", 8, false],
    ["month", 2, true],
    ["month", 3, false],
  ] as const)("by the %s with %i periods: %s", (periodType, maturePeriods, isEarly) => {
    const claimFrom = periodType === "week" ? "2026-W10" : "2026-03";
    const found = onlyGap({ periodType, claimFrom, maturePeriods, elapsedPeriods: maturePeriods });
    expect(found?.rule === "too-early").toBe(isEarly);
  });

  it("promises no day after the end of a claim", () => {
    const ended = { claimUntil: "2026-W14", maturePeriods: 5, elapsedPeriods: 5 };
    expect(onlyGap(ended)).toMatchObject({
      rule: "too-early",
      what: "Conversion rate (Shop): 5 of 8 weeks are in. The claim ends with 2026-W14: no more will come.",
      knownWhen: null,
    });
    // The eighth week is 2026-W17.
    expect(onlyGap({ ...ended, claimUntil: "2026-W16" })).toMatchObject({ knownWhen: null });
    expect(onlyGap({ ...ended, claimUntil: "2026-W17" })).toMatchObject({ knownWhen: "2026-04-26" });
    const small = { volume: 500, minimumVolume: 1000 };
    expect(onlyGap({ ...small, claimUntil: "2026-W29" })).toMatchObject({ knownWhen: null });
  });

  it("gives the last day of the eighth week as the day of the answer", () => {
    // Weeks 10 to 17 of 2026; week 17 ends on Sunday 26 April.
    expect(onlyGap({ maturePeriods: 5, elapsedPeriods: 5 })).toMatchObject({
      headline: "Too early: 5 of 8 weeks",
      what: "Conversion rate (Shop): 5 of 8 weeks are in.",
      knownWhen: "2026-04-26",
    });
  });

  it("waits for the maturation window as well", () => {
    const found = onlyGap({ maturePeriods: 5, elapsedPeriods: 5, maturationPeriods: 2 });
    expect(found?.knownWhen).toBe("2026-05-10");
  });

  it("puts the answer off by the weeks that nobody logged", () => {
    const found = onlyGap({ maturePeriods: 5, elapsedPeriods: 7 });
    expect(found?.knownWhen).toBe("2026-05-10");
  });

  it("asks for the unlogged periods once time alone would have sufficed", () => {
    expect(onlyGap({ maturePeriods: 1, elapsedPeriods: 9 })).toMatchObject({
      what: "Conversion rate (Shop): 1 of 8 weeks is in; 8 weeks since the start are not logged.",
      knownWhen: null,
    });
    expect(onlyGap({ maturePeriods: 7, elapsedPeriods: 8 })?.what).toContain(
      "1 week since the start is not logged.",
    );
  });

  it("wants the KPI's least volume, and foresees the day from the present pace", () => {
    // 400 visits in 8 weeks are 50 a week; 600 more take 12 weeks: weeks 18 to 29, the last ends on 19 July.
    expect(onlyGap({ maturePeriods: 8, elapsedPeriods: 8, volume: 400 })).toMatchObject({
      headline: "Too early: 400 of 1,000 visits",
      what: "Conversion rate (Shop): 400 of the 1,000 visits that a verdict needs are in.",
      knownWhen: "around 2026-07-19",
    });
    expect(onlyGap({ volume: 1000 })).toBeUndefined();
    expect(onlyGap({ volume: 0 })?.knownWhen).toBeNull();
  });
});
