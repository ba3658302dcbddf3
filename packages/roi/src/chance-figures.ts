import { numberToDecimal } from "@liftledger/numerics/decimal";
import { floorTree } from "./benchmark-set.ts";
import type { Band } from "./benchmark.ts";
import type { InitiativeResult } from "./evaluate-initiative.ts";
import { chanceOf, leaf, product, sum, type Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure } from "./figure.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import { percentText } from "./percent-text.ts";
import { phaseNames } from "./phase.ts";
import { createSimulation } from "./simulation.ts";

/** The chances on which the verdict turns, explained; null while it is not judged, or where the band has no such edge. */
export interface ChanceFigures {
  /** Of returning at least what it cost. */
  chanceOfReturn: ExplainedFigure | null;
  chanceOfFloor: ExplainedFigure | null;
  chanceOfCeiling: ExplainedFigure | null;
}

/** Makes the figures of an initiative's chances, of the distribution from which its return and its range are read. */
export function chanceFigures(input: InitiativeInput, result: InitiativeResult): ChanceFigures {
  const { verdict, figures, valueParts: parts, band, countedUntil: until } = result;
  const none = { chanceOfReturn: null, chanceOfFloor: null, chanceOfCeiling: null };
  if (verdict.probabilities === null || parts === null) return none;
  const { seed, initiativeId, asOf, currency, places } = input;
  const value = createSimulation(seed).sum(parts);
  const cost = figures.cost.tree;
  const figure = (key: string, label: string, atLeast: Explanation) =>
    explainedFigure(
      { until, asOf, grade: figures.netRoi.figure.grade, currency, places },
      {
        figureId: `initiative/${initiativeId}/${key}`,
        label,
        sentence: "How likely it is, by the same distribution as the likely range of its return.",
        tree: chanceOf(label, { amount: figures.realisedValue.tree, atLeast }, value, () => ({
          seed,
          parts: parts.map(({ units: _units, ...part }) => part),
        })),
        distribution: null,
        basis: "net",
        span: "cumulative",
      },
    );
  const reaching = (ratio: Explanation) => {
    const whole = sum("The cost and the return on it", "ratio", [theCostItself, ratio]);
    return product(`Value at which the return is ${percentText(Number(ratio.value))}`, currency, [
      cost,
      whole,
    ]);
  };
  const chanceOfAtLeast = (ratio: number) => `Chance of a return of at least ${percentText(ratio)}`;
  return {
    chanceOfReturn: figure("chance-of-return", "Chance that it returns more than it cost", cost),
    chanceOfFloor:
      band === null
        ? null
        : figure(
            "chance-of-floor",
            chanceOfAtLeast(band.floor),
            reaching(floorTree(band.phase, input.benchmarks)),
          ),
    chanceOfCeiling:
      band === null || band.ceiling === null
        ? null
        : figure(
            "chance-of-ceiling",
            chanceOfAtLeast(band.ceiling),
            reaching(ceilingLeaf(band, band.ceiling)),
          ),
  };
}

const theCostItself = leaf("The cost itself", "1", "ratio", {
  kind: "assumption",
  text: "a return of 0 brings the cost back",
});

function ceilingLeaf({ phase, publisher, caveat }: Band, ceiling: number): Explanation {
  return leaf(`Ceiling of ${phaseNames[phase]}`, numberToDecimal(ceiling), "ratio", {
    kind: "benchmark",
    text: caveat === "" ? publisher : `${publisher}: ${caveat}`,
  });
}
