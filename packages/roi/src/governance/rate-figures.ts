import { explainedFigure, type ExplainedFigure, type FigureContext } from "../figure.ts";
import { rateFigure } from "../portfolio-count-figures.ts";
import type { PortfolioRates } from "./portfolio-rates.ts";

const told = {
  now: "The initiatives that are in this phase on the day.",
  over: "The initiatives that have been in this phase for longer than is published of others.",
  left: "Each time that an initiative went on to another phase; one that was given up did not go on.",
  "median-months": "Half of the stays that ended took no longer.",
};

/** The rates and times by which a portfolio is governed, as figures: "governance/abandoned", "governance/pilots-now". */
export function rateFigures(
  { abandoned, times }: Pick<PortfolioRates, "abandoned" | "times">,
  context: FigureContext,
): ExplainedFigure[] {
  const ofPhases = times.flatMap(({ phase, trees: { now, over, left, medianMonths } }) =>
    Object.entries({ now, over, left, "median-months": medianMonths }).flatMap(([key, tree]) =>
      tree === null
        ? []
        : explainedFigure(context, {
            figureId: `governance/${phase}-${key}`,
            label: tree.label,
            sentence: told[key as keyof typeof told],
            tree,
            distribution: null,
            basis: "none",
            span: "point",
          }),
    ),
  );
  const rate = rateFigure("governance/abandoned", abandoned, context);
  return rate === null ? ofPhases : [rate, ...ofPhases];
}
