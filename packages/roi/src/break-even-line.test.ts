import { describe, expect, it } from "vitest";
import { breakEvenFigures } from "./break-even-figures.ts";
import { breakEvenLine } from "./break-even-line.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { evaluateExplanation } from "./explanation.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import { exampleBenefit, exampleInitiative } from "./testing/example-initiative.ts";

const lineOf = (differences: Partial<InitiativeInput> = {}) => {
  const input = exampleInitiative(differences);
  return breakEvenLine(input, evaluateInitiative(input));
};
const textOf = (differences: Partial<InitiativeInput> = {}) =>
  lineOf(differences)
    .map(({ text }) => text)
    .join("");
const { factors } = exampleBenefit();

describe("breakEvenLine", () => {
  it("names three ways, each with the figure that explains it", () => {
    expect(lineOf().filter(({ figure }) => figure !== null)).toEqual([
      { text: "1.25 points", figure: "break-even-lift" },
      { text: "€375.00", figure: "break-even-unit-value" },
      { text: "€4,320", figure: "break-even-cost" },
    ]);
  });

  it("is only an indication where the verdict waits", () => {
    const { baseline } = exampleBenefit();
    const drafted = exampleBenefit({ baseline: baseline && { ...baseline, status: "draft" } });
    expect(textOf({ benefits: [drafted] })).toMatch(
      /^Not judged yet, so only an indication: to break even this needs lead conversion 1\.25 points above/,
    );
  });

  it("says what has to be brought while no lift can be named, and why not", () => {
    expect(textOf({ benefits: [] })).toBe(
      "To break even this has to bring the €54,000 it has cost so far; how much of a lift that is can be said once it claims a benefit.",
    );
    const benefits = [exampleBenefit({ factors: { ...factors, unitValue: undefined } })];
    expect(textOf({ benefits })).toMatch(/cannot be said yet: .*not valued yet, missing /);
    const claimed = { accepted: "1", redeployed: "0", cashed: "0" };
    expect(textOf({ benefits: [exampleBenefit({ factors: { ...factors, realisation: claimed } })] })).toMatch(
      /none of what it moved counts as turned into money, so no lift would do it\.$/,
    );
  });

  it("asks for a cost first", () => {
    expect(textOf({ costs: [] })).toBe(
      "No cost is recorded yet: what it has to bring can be said once the first is.",
    );
  });
});

describe("breakEvenFigures", () => {
  it("gives each number of the line its value and a tree that ends at it", () => {
    const input = exampleInitiative();
    const figures = breakEvenFigures(input, evaluateInitiative(input));
    expect(figures["break-even-lift"]?.figure.value).toBe("0.0125");
    expect(figures["break-even-unit-value"]?.figure).toMatchObject({ value: "375", unit: "EUR" });
    expect(figures["break-even-cost"]?.figure).toMatchObject({
      figureId: `initiative/${input.initiativeId}/break-even-cost`,
      value: "4320",
    });
    for (const found of Object.values(figures))
      expect(found && evaluateExplanation(found.tree)).toBe(found?.figure.value);
  });

  it("gives none where the line names none", () => {
    const input = exampleInitiative({ costs: [] });
    expect(Object.values(breakEvenFigures(input, evaluateInitiative(input)))).toEqual([null, null, null]);
  });
});
