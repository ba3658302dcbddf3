import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnCountOf, composeDesign, FLAT_DESIGN, type BaselineDesign } from "./baseline-design.ts";
import { chooseBaseline, type BaselineSituation } from "./choose-baseline.ts";

/** The ladder as the method card prints it, at both ends of every rung. */
const WEEKLY: [weeks: number, rung: string, interval: boolean, indicative: boolean, grade: string][] = [
  [0, "none", false, false, "E"],
  [1, "point", false, false, "E"],
  [2, "point", false, false, "E"],
  [3, "indicative", true, true, "D"],
  [7, "indicative", true, true, "D"],
  [8, "short", true, false, "D"],
  [25, "short", true, false, "D"],
  [26, "half-year", true, false, "C"],
  [51, "half-year", true, false, "C"],
  [52, "year", true, false, "C"],
  [103, "year", true, false, "C"],
  [104, "seasonal", true, false, "C"],
  [500, "seasonal", true, false, "C"],
];

/** The lowest first. */
const RUNGS = ["none", "point", "indicative", "short", "half-year", "year", "seasonal"];

describe("chooseBaseline", () => {
  it.each(WEEKLY)(
    "with %i weeks stands on the rung %s",
    (prePeriods, rung, hasInterval, indicative, bestGrade) => {
      const choice = chooseBaseline({ periodType: "week", prePeriods });
      expect(choice).toMatchObject({ rung, hasInterval, indicative, bestGrade });
      expect(choice.reasons.length).toBeGreaterThan(0);
    },
  );

  it("gives a season only to two years of weeks, and no design to no history", () => {
    expect(chooseBaseline({ periodType: "week", prePeriods: 103 }).design).toEqual({ kind: "flat" });
    expect(chooseBaseline({ periodType: "week", prePeriods: 104 }).design).toEqual({
      kind: "fourier",
      harmonics: 2,
      periodLength: 52.18,
    });
    expect(chooseBaseline({ periodType: "week", prePeriods: 0 }).design).toBeNull();
  });

  it("asks twelve months for an interval without the badge, and gives no season to months", () => {
    expect(chooseBaseline({ periodType: "month", prePeriods: 11 })).toMatchObject({
      hasInterval: true,
      indicative: true,
      reasons: ["Under twelve months before the start: the interval is indicative."],
    });
    expect(chooseBaseline({ periodType: "month", prePeriods: 12 })).toMatchObject({
      design: { kind: "flat" },
      hasInterval: true,
      indicative: false,
      bestGrade: "D",
    });
  });

  it("grades a contaminated baseline D at best and says so", () => {
    const choice = chooseBaseline({ periodType: "week", prePeriods: 60, contaminated: true });
    expect(choice.bestGrade).toBe("D");
    expect(choice.reasons.join(" ")).toContain("contaminated");
    const controlled = chooseBaseline({
      periodType: "week",
      prePeriods: 60,
      contaminated: true,
      controls: ["north"],
    });
    expect(controlled.bestGrade).toBe("D");
    expect(chooseBaseline({ periodType: "week", prePeriods: 1, contaminated: true }).bestGrade).toBe("E");
  });

  it("grades a control that an initiative claims itself D at best", () => {
    const at = (claimedControls: string[]) =>
      chooseBaseline({ periodType: "week", prePeriods: 60, controls: ["north"], claimedControls }).bestGrade;
    expect([at([]), at(["north"])]).toEqual(["B", "D"]);
  });

  it("subtracts where it was asked, though there is enough to weigh by, and never weighs with too little", () => {
    const at = (prePeriods: number, method: "weigh" | "subtract") =>
      chooseBaseline({ periodType: "week", prePeriods, controls: ["north", "south"], method });
    expect(at(60, "subtract")).toMatchObject({
      design: { difference: "north", controls: [] },
      bestGrade: "B",
    });
    expect(at(60, "weigh").design).toMatchObject({ difference: null, controls: ["north", "south"] });
    expect(at(12, "weigh").design).toMatchObject({ difference: "north", controls: [] });
  });

  it("weighs control series from 26 weeks on, and subtracts the best one before that", () => {
    const at = (prePeriods: number, controls = ["north", "south", "west"]) =>
      chooseBaseline({ periodType: "week", prePeriods, controls });
    expect(chooseBaseline({ periodType: "week", prePeriods: 2 }).design).toEqual(FLAT_DESIGN);
    expect(chooseBaseline({ periodType: "month", prePeriods: 11, controls: ["north"] }).design).toMatchObject(
      {
        difference: "north",
      },
    );
    expect(chooseBaseline({ periodType: "month", prePeriods: 12, controls: ["north"] }).design).toMatchObject(
      {
        controls: ["north"],
      },
    );
    expect(at(2)).toMatchObject({ design: { kind: "flat" }, source: "own-history", bestGrade: "E" });
    expect(at(7)).toMatchObject({ design: { difference: "north", controls: [] }, bestGrade: "D" });
    expect(at(8)).toMatchObject({
      design: { difference: "north" },
      bestGrade: "B",
      source: "control-series",
    });
    expect(at(26).design).toMatchObject({ difference: null, controls: ["north", "south"], trend: false });
    expect(at(26).reasons.join(" ")).toContain("west left out");
    expect(at(30).design).toMatchObject({ controls: ["north", "south", "west"] });
    expect(at(104).design).toMatchObject({ season: { harmonics: 2 }, controls: ["north", "south", "west"] });
  });

  it("follows a trend only from 26 weeks, and only one declared before the start", () => {
    const at = (prePeriods: number, declaredOn: string) =>
      chooseBaseline({
        periodType: "week",
        prePeriods,
        declaredTrend: { declaredOn, startsOn: "2026-04-06" },
      });
    expect(at(26, "2026-04-05").design).toMatchObject({ kind: "composed", trend: true });
    expect(at(26, "2026-04-06").design).toEqual({ kind: "flat" });
    expect(at(26, "2026-04-06").reasons.join(" ")).toContain("declared before the start");
    expect(at(25, "2026-04-05").design).toEqual({ kind: "flat" });
    expect(at(25, "2026-04-05").reasons.join(" ")).toContain("too few periods to follow");
    expect(at(1, "2026-04-05").design).toEqual({ kind: "flat" });
  });

  it("puts a hold-out before a control series, that before own history, and a typed benchmark last", () => {
    const at = (situation: Partial<BaselineSituation>) =>
      chooseBaseline({ periodType: "week", prePeriods: 30, ...situation });
    expect(at({ holdOut: true, controls: ["north"] }).source).toBe("hold-out");
    expect(at({ controls: ["north"] }).source).toBe("control-series");
    expect(at({ typedBenchmark: true }).source).toBe("own-history");
    const nothing = at({ prePeriods: 0, typedBenchmark: true });
    expect(nothing).toMatchObject({ source: "typed-benchmark", bestGrade: "E", design: null });
    expect(nothing.reasons.join(" ")).toContain("assumption");
    expect(at({ prePeriods: 0 }).source).toBe("nothing");
  });

  it("shows a Newey-West line beside it from 26 weeks on", () => {
    expect(chooseBaseline({ periodType: "week", prePeriods: 25 }).sensitivity).toBeNull();
    expect(chooseBaseline({ periodType: "week", prePeriods: 26 }).sensitivity).toBe("newey-west");
  });

  it("asks eight weeks or three months since the start", () => {
    expect(chooseBaseline({ periodType: "week", prePeriods: 30 }).leastPeriodsAfter).toBe(8);
    expect(chooseBaseline({ periodType: "month", prePeriods: 30 }).leastPeriodsAfter).toBe(3);
  });

  it("says which periods it left out, and why", () => {
    const { reasons } = chooseBaseline({
      periodType: "week",
      prePeriods: 30,
      immaturePeriods: 1,
      triggerPeriods: 4,
    });
    expect(reasons).toContain("1 period before the start is too young to be complete, and left out.");
    expect(reasons.join(" ")).toContain("4 periods before the start are left out because");
  });

  it("never stands lower, nor is graded worse, for more history; and always says why", () => {
    const situation = fc.record({
      periodType: fc.constantFrom("week" as const, "month" as const),
      contaminated: fc.boolean(),
      holdOut: fc.boolean(),
      typedBenchmark: fc.boolean(),
      controls: fc.subarray(["north", "south", "west"]),
    });
    const count = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(situation, count, count, (rest, some, more) => {
        const shorter = chooseBaseline({ ...rest, prePeriods: Math.min(some, more) });
        const longer = chooseBaseline({ ...rest, prePeriods: Math.max(some, more) });
        expect(RUNGS.indexOf(longer.rung)).toBeGreaterThanOrEqual(RUNGS.indexOf(shorter.rung));
        expect(longer.bestGrade <= shorter.bestGrade).toBe(true);
        expect(longer.reasons.length).toBeGreaterThan(0);
        expect(longer.reasons.every((reason) => reason.trim().length > 10)).toBe(true);
        // The columns of the design are always fewer than the periods that pay for them.
        const columns = longer.design === null || !longer.hasInterval ? 0 : columnCountOf(longer.design);
        expect(columns).toBeLessThanOrEqual(Math.max(0, Math.max(some, more) - 1));
      }),
    );
  });

  it("speaks of the design a baseline was frozen with, rather than choose another", () => {
    const at = (prePeriods: number, frozenDesign: BaselineDesign) =>
      chooseBaseline({ periodType: "week", prePeriods, frozenDesign });
    const subtracted = composeDesign({ difference: "north", trend: true });
    const choice = at(60, subtracted);
    expect(choice).toMatchObject({ design: subtracted, source: "control-series", bestGrade: "B" });
    expect(choice.reasons.join(" ")).toContain("movement of north");
    expect(choice.reasons.join(" ")).toContain("trend");
    const weighed = at(60, composeDesign({ controls: ["north", "south"] }));
    expect(weighed.reasons.join(" ")).toContain("What moves north, south as well");
    expect(at(60, FLAT_DESIGN)).toMatchObject({ source: "own-history", bestGrade: "C" });
    expect(at(2, subtracted)).toMatchObject({ source: "own-history", bestGrade: "E", hasInterval: false });
  });

  const taken = (names: string, what: string) =>
    `What moves ${names} as well is taken out: ${what} the initiative does not touch.`;
  const subtracted = (name: string) =>
    `The movement of ${name}, which the initiative does not touch, is subtracted as it is (difference in differences).`;
  const [before, after] = [
    { declaredOn: "2026-01-01", startsOn: "2026-02-01" },
    { declaredOn: "2026-02-01", startsOn: "2026-02-01" },
  ];
  const EXTRAS: [situation: Omit<BaselineSituation, "periodType">, reasons: string[]][] = [
    [{ prePeriods: 60, controls: ["north"] }, [taken("north", "a control series")]],
    [{ prePeriods: 60, controls: ["north", "south"] }, [taken("north, south", "control series")]],
    [
      { prePeriods: 26, controls: ["north", "south", "west"] },
      [
        taken("north, south", "control series"),
        "Each control series needs 10 periods before the start: west left out.",
      ],
    ],
    [
      { prePeriods: 12, controls: ["north"] },
      [`Too few periods to tell how closely north moves with this series. ${subtracted("north")}`],
    ],
    [
      { prePeriods: 12, controls: ["north", "south", "west"] },
      [
        `Too few periods to tell how closely north moves with this series. ${subtracted("north")}`,
        "Only one series is subtracted: south, west left out.",
      ],
    ],
    [{ prePeriods: 60, controls: ["north"], method: "subtract" }, [subtracted("north")]],
    [{ prePeriods: 60, controls: ["north"], method: "weigh" }, [taken("north", "a control series")]],
    [
      { prePeriods: 30, claimedControls: ["north", "south"] },
      [
        "An initiative claims north, south itself, so it no longer shows what would have happened without one: grade D at best.",
      ],
    ],
    [{ prePeriods: 2, controls: ["north"] }, []],
    [
      { prePeriods: 0, controls: ["north"], declaredTrend: before },
      ["There are too few periods to follow the declared trend."],
    ],
    [
      { prePeriods: 60, declaredTrend: before },
      ["It follows a straight trend, declared on 2026-01-01, before the start."],
    ],
    [
      { prePeriods: 60, declaredTrend: after },
      [
        "A trend counts only where it was declared before the start on 2026-02-01; this one was declared on 2026-02-01.",
      ],
    ],
    [
      { prePeriods: 60, holdOut: true },
      [
        "A randomised hold-out runs: design beats length, so the lift is read from it and this baseline is a second opinion.",
      ],
    ],
    [
      { prePeriods: 0, typedBenchmark: true },
      ["The benchmark that was typed in is an assumption, not a measurement: grade E."],
    ],
    [{ prePeriods: 5, typedBenchmark: true }, []],
    [{ prePeriods: 5, typedBenchmark: false }, []],
    [{ prePeriods: 0 }, []],
    [{ prePeriods: 30, frozenDesign: { kind: "flat" } }, []],
    [
      {
        prePeriods: 30,
        frozenDesign: composeDesign({ trend: true, season: null, controls: ["north"], difference: "south" }),
      },
      [
        taken("north", "a control series"),
        subtracted("south"),
        "It follows a straight trend, declared when it was frozen.",
      ],
    ],
    [
      {
        prePeriods: 1,
        frozenDesign: composeDesign({ trend: false, season: null, controls: ["north"], difference: "south" }),
      },
      [],
    ],
  ];

  it("has nothing to take out of a frozen design without a history", () => {
    const frozenDesign = composeDesign({
      trend: false,
      season: null,
      controls: ["north"],
      difference: "south",
    });
    const choice = chooseBaseline({ periodType: "week", prePeriods: 0, frozenDesign });
    expect(choice.reasons).toEqual(chooseBaseline({ periodType: "week", prePeriods: 0 }).reasons);
    expect(choice).toMatchObject({ source: "nothing", bestGrade: "E" });
  });

  it.each(EXTRAS)("says of %j what it adds to its rung, and nothing else", (situation, reasons) => {
    const rung = chooseBaseline({ periodType: "week", prePeriods: situation.prePeriods }).reasons;
    expect(chooseBaseline({ periodType: "week", ...situation }).reasons).toEqual([...rung, ...reasons]);
  });

  it("runs the placebo check where there is enough history for one", () => {
    expect(
      [25, 26, 104].map((prePeriods) => chooseBaseline({ periodType: "week", prePeriods }).placebo),
    ).toEqual([false, true, true]);
    expect(chooseBaseline({ periodType: "month", prePeriods: 60 }).placebo).toBe(false);
  });

  it("refuses what is no number of periods", () => {
    for (const count of [-1, 2.5, Number.NaN]) {
      expect(() => chooseBaseline({ periodType: "week", prePeriods: count })).toThrow(RangeError);
      expect(() => chooseBaseline({ periodType: "week", prePeriods: 9, triggerPeriods: count })).toThrow(
        RangeError,
      );
      expect(() => chooseBaseline({ periodType: "week", prePeriods: 9, immaturePeriods: count })).toThrow(
        RangeError,
      );
    }
  });
});
