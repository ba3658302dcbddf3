import { numberToDecimal } from "@liftledger/numerics/decimal";
import { phaseNames } from "../phase.ts";
import { contextFigures } from "./context-figures.ts";
import { phaseBenchmarks, phaseCaveats } from "./phase-figures.ts";
import { programmeFigures } from "./programme-figures.ts";
import { published, type PublishedFigure } from "./published-figure.ts";
import { returnFigures } from "./return-figures.ts";
import { successPatterns } from "./success-patterns.ts";

/** Every published figure the product ships, each with publisher, basis, span and caveat. */
export const benchmarkLibrary: readonly PublishedFigure[] = [
  ...phaseBenchmarks.flatMap(({ phase, floor, ceiling, durationMonths: [shortest, longest], publisher }) => [
    published({
      key: `${phase}-duration`,
      group: "phase",
      what: `months that ${phaseNames[phase]} takes`,
      quantity: "months",
      low: String(shortest),
      high: String(longest),
      publisher,
      caveat: phaseCaveats[2] ?? null,
    }),
    ...(floor === null
      ? []
      : [
          published({
            key: `${phase}-roi`,
            group: "phase",
            what: `ROI in ${phaseNames[phase]}`,
            quantity: "roi",
            low: numberToDecimal(floor),
            high: ceiling === null ? null : numberToDecimal(ceiling),
            publisher,
            caveat: `${phaseCaveats[1]} ${phaseCaveats[0]}`,
          }),
        ]),
  ]),
  ...returnFigures,
  ...successPatterns.flatMap(({ key, name, kpis, publisher, timeframeMonths: [from, to] }) =>
    kpis.map(({ kpi, relativeChange, caveat }) =>
      published({
        key: `${key}/${kpi.replaceAll(" ", "-")}`,
        group: "success-pattern",
        what: `${kpi} under ${name}, within ${from === to ? from : `${from} to ${to}`} months`,
        quantity: "relative-change",
        value: relativeChange,
        publisher,
        caveat,
      }),
    ),
  ),
  ...programmeFigures,
  ...contextFigures,
];

/** The published figure of a key, or undefined. @example findPublished("pilots-roi")?.low // "0.3" */
export function findPublished(key: string): PublishedFigure | undefined {
  return benchmarkLibrary.find((figure) => figure.key === key);
}
