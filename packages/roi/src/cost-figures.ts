import { costCategories, type CostCategory } from "@liftledger/finance/cost-category";
import { costTree, type CostInput } from "./cost-tree.ts";
import type { InitiativeResult } from "./evaluate-initiative.ts";
import { labelled } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure } from "./figure.ts";
import type { InitiativeInput } from "./initiative-input.ts";

/** What one category has cost up to the day that money is counted to, what was planned for it, and what of it is shared. */
export interface CostCategoryFigures {
  category: CostCategory;
  name: string;
  actual: ExplainedFigure;
  planned: ExplainedFigure;
  /** Of the actual, what the initiative bears of costs that others share. */
  shared: ExplainedFigure;
}

/** The costs of an initiative by category, each down to its lines; categories without a line are left out. */
export function costFigures(
  input: Pick<InitiativeInput, "initiativeId" | "asOf" | "currency" | "places" | "costs">,
  { countedUntil: until }: Pick<InitiativeResult, "countedUntil">,
): CostCategoryFigures[] {
  const { initiativeId, asOf, currency, places, costs } = input;
  const figure = (key: string, label: string, sentence: string, lines: readonly CostInput[]) =>
    explainedFigure(
      { until, asOf, grade: null, currency, places },
      {
        figureId: `initiative/${initiativeId}/${key}`,
        label,
        sentence,
        tree: labelled(costTree(lines, { day: until, currency, places }), label),
        distribution: null,
        basis: "none",
        span: "cumulative",
      },
    );
  return costCategories.flatMap(({ key, name }) => {
    const lines = costs.filter(({ category }) => category === key);
    if (lines.length === 0) return [];
    return [
      {
        category: key,
        name,
        actual: figure(`cost-${key}`, `${name}, cost to date`, `What was spent on it up to that day.`, lines),
        planned: figure(
          `planned-cost-${key}`,
          `${name}, planned to date`,
          "What was planned to be spent on it up to that day; a plan never stands in for a cost.",
          lines.map(asIfSpent),
        ),
        shared: figure(
          `shared-cost-${key}`,
          `${name}, part of shared costs`,
          "Of what was spent on it, the part that it bears of costs which several initiatives share.",
          lines.filter(({ shared }) => shared !== undefined),
        ),
      },
    ];
  });
}

/** Planned lines as actual ones and the other way round, so that the plan accrues by day as cost does. */
function asIfSpent(line: CostInput): CostInput {
  return { ...line, kind: line.kind === "planned" ? "actual" : "planned" };
}
