import { describe, expect, it } from "vitest";
import { actualFinding, bridgeBars, forecastBars, type Comparison } from "./bridge-bars.ts";

type Bar = Comparison["toDate"]["bars"][number];
const step = (cause: Bar["cause"], amount: string, about: Partial<Bar> = {}): Bar => ({
  cause,
  name: "any",
  lineId: null,
  category: null,
  benefitId: null,
  amount,
  figureId: `case/c/1/actual/cash/bar/${cause}`,
  ...about,
});
const idOf = (key: string) => `case/c/1/actual/cash/whole/${key}`;
const figureIds = {
  plan: idOf("plan"),
  actual: idOf("actual"),
  difference: idOf("difference"),
  remaining: idOf("remaining"),
  forecast: idOf("forecast"),
  costsKnown: "case/c/1/actual/cash/coverage/costs",
  benefitsKnown: "case/c/1/actual/cash/coverage/benefits",
};
const found = (plan: string, bars: Bar[], actual: string) => ({
  toDate: { plan, bars, actual },
  currency: "EUR",
  figureIds,
});

describe("bridgeBars", () => {
  it("goes from the plan to the actual, each step from where the one before ended, through zero and through nothing", () => {
    const bars = bridgeBars(
      found(
        "100.00",
        [step("volume", "-150.00"), step("lift", "0.00"), step("cost", "30.00", { category: "licences" })],
        "-20.00",
      ),
    );
    expect(bars.map(({ from, to, tone }) => [from, to, tone])).toEqual([
      [0, 100, "whole"],
      [100, -50, "loss"],
      [-50, -50, "gain"],
      [-50, -20, "gain"],
      [0, -20, "whole"],
    ]);
    expect(bars.map(({ name }) => name)).toEqual([
      "Planned to date",
      "Volume",
      "Difference it makes",
      "Cost: Licences",
      "Came to date",
    ]);
    expect(bars.map(({ text }) => text)).toEqual(["€100", "−€150", "€0", "+€30", "−€20"]);
    // Each opens how it came about.
    expect(bars.map(({ figureId }) => figureId?.split("/").at(-1))).toEqual([
      "plan",
      "volume",
      "lift",
      "cost",
      "actual",
    ]);
  });
});

describe("forecastBars", () => {
  it("marks as plan what has not happened", () => {
    const forecast = { actual: "-20.00", remainingPlan: "70.00", total: "50.00", isWithoutMissing: true };
    expect(
      forecastBars({ forecast, currency: "EUR", figureIds }).map(({ from, to, tone }) => [from, to, tone]),
    ).toEqual([
      [0, -20, "loss"],
      [-20, 50, "plan"],
      [0, 50, "plan"],
    ]);
  });
});

describe("actualFinding", () => {
  it("says more, less or the same", () => {
    expect(actualFinding(found("100.00", [], "-20.00"))).toBe("To date it came to €120 less than planned");
    expect(actualFinding(found("1.00", [], "1.00"))).toBe("What came is what was planned to date");
    expect(actualFinding(found("1.00", [], "5.00"))).toBe("To date it came to €4 more than planned");
  });
});
