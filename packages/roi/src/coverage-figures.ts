import type { InitiativeResult } from "./evaluate-initiative.ts";
import type { Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure } from "./figure.ts";
import type { InitiativeInput } from "./initiative-input.ts";

/** How much of what has elapsed is recorded, explained. */
export interface CoverageFigures {
  costCoverage: ExplainedFigure;
  benefitCoverage: ExplainedFigure;
}

/** Makes the figures of how much of an initiative's cost and of its periods is recorded. */
export function coverageFigures(
  { initiativeId, asOf, currency, places }: InitiativeInput,
  { coverageTrees, countedUntil: until }: InitiativeResult,
): CoverageFigures {
  const figure = (key: string, sentence: string, tree: Explanation) =>
    explainedFigure(
      { until, asOf, grade: null, currency, places },
      {
        figureId: `initiative/${initiativeId}/${key}`,
        label: tree.label,
        sentence,
        tree,
        distribution: null,
        basis: "none",
        span: "cumulative",
      },
    );
  return {
    costCoverage: figure(
      "cost-coverage",
      "How much of the time since the start has its cost on record; what is missing is never filled with plan.",
      coverageTrees.cost,
    ),
    benefitCoverage: figure(
      "benefit-coverage",
      "How many of the periods that are due have been logged, over all benefits that carry money.",
      coverageTrees.benefit,
    ),
  };
}
