import { describe, expect, it } from "vitest";
import { ProblemError } from "../problem.ts";
import { readRecipe } from "./read-recipe.ts";

const initiatives = { target: "initiatives", name: "Inventory", source: "A list", fields: {} };
const figures = { name: "Leads", source: "CRM", scope: "All", period: "week", measures: [] };

describe("readRecipe", () => {
  it.each([
    ["what is missing", { ...initiatives, name: undefined }, "name", "is required", undefined],
    ["what is no text", { ...initiatives, source: 7 }, "source", "must be a text", "7"],
    ["a field it does not have", { ...figures, rows: 1 }, "rows", "there is no such field", undefined],
    [
      "a kind of import that there is not",
      { target: "costs" },
      "target",
      /^must be one of series, init/,
      "costs",
    ],
    ["a period", { ...figures, period: "day" }, "period", "must be one of week, month", "day"],
    [
      "the nearest of several kinds",
      { ...initiatives, fields: { name: { column: 7 } } },
      "fields.name.column",
      "must be a text",
      "7",
    ],
    [
      "what is of none of the kinds",
      { ...initiatives, fields: { name: "Use case" } },
      "fields.name",
      "must be an object",
      "Use case",
    ],
    [
      "a kind told by one of its fields",
      { ...figures, measures: [{ kpi: "x", numerator: { kind: "sums" }, denominator: { kind: "periods" } }] },
      "measures[0].numerator.kind",
      /^must be one of sum, count-rows/,
      "sums",
    ],
    [
      "a text that cannot be kept",
      { ...figures, name: "\0" },
      "name",
      /a NUL or half a character/,
      undefined,
    ],
  ])("names the field, the rule and what was seen: %s", (_, recipe, field, rule, seen) => {
    const found = refusalOf(JSON.stringify(recipe)).details?.find((one) => one.field === `recipe.${field}`);
    expect(found?.message).toMatch(rule);
    expect(found?.seen).toBe(seen);
  });

  it("says once which field is wrong", () => {
    const { message } = refusalOf(JSON.stringify({ ...figures, period: "day", measures: undefined }));
    expect(message).toBe("recipe.period: must be one of week, month (and 1 more)");
  });

  it("names the recipe where all of it is of another kind", () => {
    expect(refusalOf("[]").message).toBe("recipe: must be an object");
    expect(refusalOf('{"name":').message).toMatch(/^The recipe is no JSON/);
  });
});

function refusalOf(text: string): ProblemError {
  try {
    readRecipe(text);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error("the recipe was taken");
}
