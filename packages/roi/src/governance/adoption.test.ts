import { findBuiltInKpi } from "@liftledger/kpis/catalogue/catalogue";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "../explanation.ts";
import { exampleAdoption } from "../testing/example-adoption.ts";
import { adoptionBetween, adoptionFigure, adoptionOn, tellsAdoption } from "./adoption.ts";

// 2026-W15 ends on Sunday 12 April.
const weeks = (users: readonly (number | null)[]) => exampleAdoption(users, { of: 100, to: "2026-W15" });
const looks = (users: readonly (number | null)[], day = "2026-04-15") => {
  const found = adoptionOn(weeks(users), day);
  return found.kind === "unknown" ? found.reason : [found.now.share, found.before?.share ?? null];
};

describe("adoptionOn", () => {
  it.each<[users: (number | null)[], expected: unknown]>([
    [[], "No week of it is logged yet."],
    [[10], [0.1, null]],
    [
      [10, 20, 30, 40, 20, 30, 40, 50],
      [0.35, 0.25],
    ],
    // Seven weeks do not reach back far enough.
    [
      [20, 30, 40, 20, 30, 40, 50],
      [0.35, null],
    ],
    // What is missing is not 0: (30 + 50) of 200.
    [
      [10, 20, 30, 40, null, 30, null, 50],
      [0.4, 0.25],
    ],
    [
      [10, 20, 30, 40, null, null, null, 50],
      [0.5, null],
    ],
    [
      [10, null, null, null, 20, 30, 40, 50],
      [0.35, null],
    ],
    [
      [10, null, null, 20, 20, 30, 40, 50],
      [0.35, 0.15],
    ],
    // The record reaches back further than the look before, of which nothing is there.
    [
      [10, null, null, null, null, 20, 30, 40, 50],
      [0.35, null],
    ],
  ])("of %j: %j", (users, expected) => {
    expect(looks(users)).toEqual(expected);
  });

  it("looks at weeks that have ended only, and not at what is four weeks old", () => {
    expect(looks([40, 50], "2026-04-11")).toEqual([0.4, null]);
    expect(looks([40, 50], "2026-04-12")).toEqual([0.45, null]);
    expect(looks([40, 50], "2026-05-10")).toEqual([0.45, null]);
    expect(looks([40, 50], "2026-05-11")).toBe(
      "It was last logged for 2026-W15: too long ago to say how it is.",
    );
  });

  it("has no share where nobody could have used it", () => {
    const nobody = exampleAdoption([0, 0], { of: 0, to: "2026-W15" });
    expect(adoptionOn(nobody, "2026-04-15")).toEqual({
      kind: "unknown",
      reason: "Up to 2026-W15 there was nobody who could have used it.",
    });
  });
});

describe("adoptionFigure", () => {
  const kpi = findBuiltInKpi("tool-adoption");
  if (kpi === undefined) throw new Error("the catalogue has no KPI of adoption");
  const figure = (users: readonly (number | null)[]) =>
    adoptionFigure(
      { until: "2026-04-15", asOf: "2026-04-15T12:00:00.000Z", grade: null, currency: "EUR", places: 2 },
      { initiativeId: "chat", series: "Tool adoption (Chat)", kpi },
      adoptionOn(weeks(users), "2026-04-15"),
    );

  it("is people over people, down to the weeks", () => {
    const { figure: made, tree, sentence } = figure([10, 20, 30, 40, 20, null, 40, 50]);
    expect(made).toMatchObject({ figureId: "initiative/chat/adoption", unit: "ratio", reason: null });
    expect(made.value).toBe("0.36666666666666666667"); // 110 ÷ 300
    expect(tree.inputs.map(({ label, value }) => [label, value])).toEqual([
      ["People who used it", "110"],
      ["People who could have used it", "300"],
    ]);
    expect(tree.inputs[0]?.inputs.map(({ source }) => source?.period)).toEqual([
      "2026-W12",
      "2026-W14",
      "2026-W15",
    ]);
    expect(sentence).toContain("pooled over 3 of four weeks from 2026-03-16 to 2026-04-12");
  });

  it("has no value and a reason where nothing is logged", () => {
    expect(figure([]).figure).toMatchObject({ value: null, reason: "No week of it is logged yet." });
  });

  it("is what its tree comes to from its leaves, between the least and the most of its weeks", () => {
    const count = fc.option(fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 12 }), (users) => {
        const { figure: made, tree } = figure(users);
        if (made.value === null) return;
        expect(evaluateExplanation(tree)).toBe(made.value);
        const own = users.slice(-4).filter((one) => one !== null);
        if (users.at(-1) === null) return;
        expect(Number(made.value) * 100).toBeGreaterThanOrEqual(Math.min(...own) - 1e-9);
        expect(Number(made.value) * 100).toBeLessThanOrEqual(Math.max(...own) + 1e-9);
      }),
    );
  });
});

describe("adoptionBetween", () => {
  // Monday 6 to Sunday 12 April is W15; W14 begins on Monday 30 March, W18 on Monday 27 April.
  const april = exampleAdoption([40, 50, 60, 70, 80], { of: 100, to: "2026-W18" });

  it("splits weeks over months by days", () => {
    // 5 days of 40, three whole weeks, 4 days of 80, of 30.
    expect(Number(adoptionBetween(april, "2026-04-01", "2026-04-30"))).toBeCloseTo(
      (5 * 40 + 7 * (50 + 60 + 70) + 4 * 80) / 3000,
      12,
    );
    expect(adoptionBetween(april, "2026-04-06", "2026-04-12")).toBe("0.5");
  });

  it("is not known where a week is missing, or nobody used it", () => {
    expect(adoptionBetween(april, "2026-03-29", "2026-04-12")).toBeNull();
    expect(adoptionBetween(april, "2026-04-30", "2026-05-04")).toBeNull();
    const none = exampleAdoption([0], { of: 100, to: "2026-W15" });
    expect(adoptionBetween(none, "2026-04-06", "2026-04-12")).toBeNull();
  });
});

it.each([
  ["tool-adoption", "week", true],
  ["tool-adoption", "month", false],
  ["automation-rate", "week", true],
  // Of visits, how many bought: two things.
  ["conversion-rate", "week", false],
  ["unsubscribe-rate", "week", false],
  ["content-output-per-week", "week", false],
] as const)("takes a weekly share of which more is better: %s by %s", (key, periodType, isTaken) => {
  const kpi = findBuiltInKpi(key);
  expect(kpi && tellsAdoption(kpi, periodType)).toBe(isTaken);
});
