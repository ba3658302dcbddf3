import { costCategories, type CostCategory } from "@liftledger/finance/cost-category";
import { divideDecimals, compareDecimals } from "@liftledger/numerics/decimal";
import { leaf, quotient, sum, type Explanation, type ExplanationSource } from "./explanation.ts";

/** What was spent on one category; decimal text in the major unit. */
export interface CategoryCost {
  category: CostCategory;
  amount: string;
  source?: ExplanationSource;
}

/** One category's part of all cost. */
export interface CategoryShare {
  category: CostCategory;
  name: string;
  amount: string;
  /** A ratio of all cost, decimal text; null where there is no cost. */
  share: string | null;
  tree: Explanation;
}

/** All cost, by category in the order of the category list, largest question first: what does it consist of? */
export interface CostsByCategory {
  total: string;
  tree: Explanation;
  categories: CategoryShare[];
}

/**
 * Costs added up by category, each with its share of the whole. Parts add up to the total exactly; a category
 * without a cost is left out. Throws a RangeError for a cost below zero: a saving is a benefit; and for a category
 * that is none, whose cost would drop out of the total.
 *
 * @example
 * costsByCategory([{ category: "training", amount: "20" }, { category: "licences", amount: "80" }], "EUR")
 *   .categories[1] // { category: "training", share: "0.2", … }
 */
export function costsByCategory(costs: readonly CategoryCost[], currency: string): CostsByCategory {
  const negative = costs.find(({ amount }) => compareDecimals(amount, "0") < 0);
  if (negative !== undefined)
    throw new RangeError(`Costs are gross: ${negative.amount} of ${negative.category} is below zero`);
  const unknown = costs.find(({ category }) => costCategories.every(({ key }) => key !== category));
  if (unknown !== undefined) throw new RangeError(`"${unknown.category}" is no category of cost`);
  const parts = costCategories.flatMap(({ key, name }) => {
    const own = costs.filter(({ category }) => category === key);
    if (own.length === 0) return [];
    const leaves = own.map(({ amount, source }) =>
      leaf(name, amount, currency, source ?? { kind: "measured", text: "given" }),
    );
    return [{ key, name, tree: sum(name, currency, leaves) }];
  });
  const tree = sum(
    "Cost",
    currency,
    parts.map((part) => part.tree),
  );
  const total = tree.value ?? "0";
  return {
    total,
    tree,
    categories: parts.map(({ key, name, tree: part }) => ({
      category: key,
      name,
      amount: part.value ?? "0",
      share: Number(total) === 0 ? null : divideDecimals(part.value ?? "0", total, 20),
      tree: quotient(`Share of ${name.toLowerCase()}`, "ratio", part, tree),
    })),
  };
}
