import type { BreakEvenFigureKey } from "./break-even.ts";
import type { InitiativeResult } from "./evaluate-initiative.ts";
import { rounded, type Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure } from "./figure.ts";
import type { InitiativeInput } from "./initiative-input.ts";

/** The figures in the break-even line that are its own, by the last part of their ids. */
export type BreakEvenFigures = Record<Exclude<BreakEvenFigureKey, "cost">, ExplainedFigure | null>;

/** What the break-even line of an initiative says, each value with its explanation; null where it says none. */
export function breakEvenFigures(input: InitiativeInput, result: InitiativeResult): BreakEvenFigures {
  const { initiativeId, asOf, currency, places } = input;
  const { breakEvenTrees: trees, countedUntil: until } = result;
  const context = { until, asOf, grade: result.figures.netRoi.figure.grade, currency, places };
  const figure = (
    key: keyof BreakEvenFigures,
    label: string,
    sentence: string,
    tree: Explanation | null | undefined,
  ) =>
    tree === null || tree === undefined
      ? null
      : explainedFigure(context, {
          figureId: `initiative/${initiativeId}/${key}`,
          label,
          sentence,
          // Shown to the minor unit, as the line is.
          tree: tree.unit === currency ? rounded(label, currency, places, tree) : tree,
          distribution: null,
          basis: "none",
          span: "cumulative",
        });
  const others = "everything else as it is";
  return {
    "break-even-lift": figure(
      "break-even-lift",
      "Difference at which it breaks even",
      `How much better than expected without AI the KPI would have to be for value and cost to be even, ${others}.`,
      trees?.liftNeeded,
    ),
    "break-even-unit-value": figure(
      "break-even-unit-value",
      "Worth of a unit at which it breaks even",
      `What one unit would have to be worth for value and cost to be even, ${others}.`,
      trees?.unitValueNeeded,
    ),
    "break-even-cost": figure(
      "break-even-cost",
      "Cost a month at which it breaks even",
      `What it could cost a month for value and cost to be even, ${others}.`,
      trees?.monthlyCostAffordable,
    ),
  };
}
