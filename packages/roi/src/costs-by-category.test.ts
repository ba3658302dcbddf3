import { sumDecimals } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costsByCategory } from "./costs-by-category.ts";
import { evaluateExplanation } from "./explanation.ts";
import { trainingShare } from "./training-share.ts";

const costs = fc.array(
  fc.record({
    category: fc.constantFrom("licences" as const, "training" as const, "people" as const, "other" as const),
    amount: fc.integer({ min: 0, max: 10_000_000 }).map((cents) => String(cents / 100)),
  }),
);

describe("costsByCategory", () => {
  it("gives each category its share, in the order of the category list", () => {
    const { total, categories } = costsByCategory(
      [
        { category: "training", amount: "12.50" },
        { category: "licences", amount: "80" },
        { category: "training", amount: "7.50" },
      ],
      "EUR",
    );
    expect(total).toBe("100");
    expect(categories.map(({ category, amount, share }) => [category, amount, share])).toEqual([
      ["licences", "80", "0.8"],
      ["training", "20", "0.2"],
    ]);
  });

  it("adds up to the total, and each share is what its tree gives", () => {
    fc.assert(
      fc.property(costs, (given) => {
        const { total, tree, categories } = costsByCategory(given, "EUR");
        expect(sumDecimals(categories.map(({ amount }) => amount))).toBe(total);
        expect(evaluateExplanation(tree)).toBe(total);
        for (const { share, tree: part } of categories) expect(evaluateExplanation(part)).toBe(share);
      }),
    );
  });

  it("refuses a category that is none, whose cost would drop out of the total", () => {
    const cost = { category: "licenses" as "licences", amount: "5" };
    expect(() => costsByCategory([cost], "EUR")).toThrow('"licenses" is no category of cost');
  });

  it("has no shares of nothing, and refuses a saving among costs", () => {
    expect(costsByCategory([], "EUR")).toMatchObject({ total: "0", categories: [] });
    expect(costsByCategory([{ category: "other", amount: "0" }], "EUR").categories[0]?.share).toBeNull();
    expect(() => costsByCategory([{ category: "other", amount: "-1" }], "EUR")).toThrow(RangeError);
  });
});

describe("trainingShare", () => {
  const share = (training: string) =>
    trainingShare(
      [
        { category: "training", amount: training },
        { category: "people", amount: String(100 - Number(training)) },
      ],
      "EUR",
    );

  it.each([
    ["0", "under-early"],
    ["14.99", "under-early"],
    ["15", "early"],
    ["20", "early"],
    ["20.01", "between"],
    ["24.99", "between"],
    ["25", "mature"],
    ["30", "mature"],
    ["30.01", "over-mature"],
    ["100", "over-mature"],
  ])("of %s%% is %s", (training, position) => {
    const answer = share(training);
    expect(answer).toMatchObject({ kind: "share", position });
    expect(answer.kind === "share" && evaluateExplanation(answer.tree)).toBe(
      answer.kind === "share" && answer.share,
    );
  });

  it("reads plainly", () => {
    const answer = share("14.99");
    expect(answer.kind === "share" && answer.sentence).toBe(
      "Training is 14.99% of cost, under the 15% to 20% of early adopters: people may lack the skills that the tools ask for (Digital Applied).",
    );
  });

  it("is 0 without training, and nothing without a cost", () => {
    expect(trainingShare([{ category: "people", amount: "5" }], "EUR")).toMatchObject({ share: "0" });
    expect(trainingShare([], "EUR")).toMatchObject({ kind: "no-value" });
  });
});
