import { benefitTrees, type BenefitTrees, type TreeContext } from "./benefit-trees.ts";
import { costTree, type CostInput } from "./cost-tree.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import { absent, sum, type Explanation } from "./explanation.ts";
import { standingOn } from "./standing.ts";
import { whenAsked } from "./when-asked.ts";

/** The explained money of an initiative at the end of a day. */
export interface InitiativeTrees {
  realised: Explanation;
  withCapacity: Explanation;
  measured: Explanation;
  cost: Explanation;
}

/**
 * Adds the explained benefits of an initiative up, and its cost, at the end of a day. Benefits that are not due
 * by then are left out; one that is due and cannot be valued leaves the sum without a value, and says why.
 */
export function initiativeTrees(
  carriers: readonly BenefitResult[],
  costs: readonly CostInput[],
  context: TreeContext,
): InitiativeTrees {
  const due = carriers
    .filter((result) => standingOn(result, context.day).kind !== "not-due")
    .map((result) => ({ result, trees: benefitTrees(result, context) }));
  const total = (label: string, pick: (trees: BenefitTrees) => Explanation): Explanation => {
    if (due.length === 0) {
      const reason =
        carriers.length === 0 ? "no benefit is claimed yet" : "no full period since the start yet";
      return absent(label, context.currency, reason);
    }
    const parts = due.map(({ result: { input }, trees }) => named(pick(trees), input));
    return sum(label, context.currency, parts);
  };
  const withCapacity = "Value turned into money or put to other use";
  return whenAsked(
    {},
    {
      realised: () => total("Value turned into money", (trees) => trees.cashed),
      withCapacity: () => total(withCapacity, (trees) => trees.cashedAndRedeployed),
      measured: () => total("Measured value", (trees) => trees.measured),
      cost: () => costTree(costs, context),
    },
  );
}

/** Under the sum each part is known by its series. */
function named(tree: Explanation, { kpi, scope }: BenefitResult["input"]): Explanation {
  const label = `${kpi.name} (${scope})`;
  return tree.reason === undefined
    ? { ...tree, label }
    : { ...tree, label, reason: `${label}: ${tree.reason}` };
}
