import type { Explanation } from "@liftledger/contracts/explanation";

/** The inputs of a step that are numbers of one series; `series` is undefined for the one the figure is of. */
export interface InputsOfSeries {
  series: string | undefined;
  inputs: Explanation[];
}

/** The inputs of a step by the series they were logged of: its own first, then each that it is compared with. */
export function bySeries(inputs: readonly Explanation[]): InputsOfSeries[] {
  const groups = Map.groupBy(inputs, ({ source }) => source?.series);
  return [...groups]
    .map(([series, numbers]) => ({ series, inputs: numbers }))
    .toSorted((one, other) => Number(one.series !== undefined) - Number(other.series !== undefined));
}
