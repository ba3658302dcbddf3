import type { BeforeAndAfter, MixtureCounterfactual } from "./mixture-counterfactual.ts";
import { mixtureCounterfactual } from "./mixture-counterfactual.ts";
import type { RefusedBaseline } from "./prepared-regression.ts";

export type DifferenceRequest = {
  readonly treated: BeforeAndAfter;
  /** A series the initiative does not touch, or the mean of several. */
  readonly control: BeforeAndAfter;
  /** Lets the gap between the two run along a straight line. Only honest where declared beforehand. */
  readonly trend?: boolean;
};

export type DifferenceInDifferences = {
  readonly kind: "difference";
  /** (mean after − mean before) of the treated series less that of the control: the textbook figure. */
  readonly differenceOfMeans: number;
  /** The gap treated − control against what it would have been: the same question, with its noise. */
  readonly gap: MixtureCounterfactual;
  /** What the treated series was to be expected to show: its control plus the gap foreseen. */
  readonly expectedTreated: readonly number[];
};

/**
 * Difference-in-differences of two series over the same periods. The difference of means is the classical
 * estimate; the mixture baseline on the gap also follows a gap that wanders and says how sure it is.
 *
 * For ratio KPIs use `ratioLift` with a design whose `difference` names the control.
 *
 * @example
 * differenceInDifferences({ treated: { pre: [5, 6, 5], post: [9] }, control: { pre: [4, 5, 3], post: [5] } })
 * // difference of means: (9 − 16/3) − (5 − 4) = 8/3
 */
export function differenceInDifferences(
  request: DifferenceRequest,
): DifferenceInDifferences | RefusedBaseline {
  const { treated, control, trend = false } = request;
  if (treated.pre.length !== control.pre.length || treated.post.length !== control.post.length) {
    throw new RangeError("both series need a value for every period, before and since the start");
  }
  const gapOf = (of: "pre" | "post"): number[] =>
    treated[of].map((value, i) => value - (control[of][i] as number));
  const gap = mixtureCounterfactual({ pre: gapOf("pre"), post: gapOf("post"), trend });
  if (gap.kind === "refused") return gap;
  const foreseen = gap.expectedPeriods;
  return {
    kind: "difference",
    differenceOfMeans: meanOf(gapOf("post")) - meanOf(gapOf("pre")),
    gap,
    expectedTreated: control.post.map((value, i) => value + (foreseen[i] as number)),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
