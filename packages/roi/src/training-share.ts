import {
  trainingOfEarlyAdopters,
  trainingOfMatureProgrammes,
} from "./benchmark-library/programme-figures.ts";
import { costsByCategory, type CategoryCost } from "./costs-by-category.ts";
import { quotient, sum, type Explanation } from "./explanation.ts";
import { percentText, statedPercent } from "./percent-text.ts";

/** Where training's share of spend lies against 15-20% (early adopters) and 25-30% (mature programmes). */
export type TrainingPosition = "under-early" | "early" | "between" | "mature" | "over-mature";

/** Training's share of what was spent, with how it reads. */
export type TrainingShare =
  | { kind: "no-value"; reason: string }
  | { kind: "share"; share: string; position: TrainingPosition; sentence: string; tree: Explanation };

/**
 * Training as a share of all cost, against the published 15-20% of early adopters and 25-30% of mature programmes.
 * Both ends belong to a range. Without a cost there is no share; without training it is 0.
 *
 * @example
 * trainingShare([{ category: "training", amount: "20" }, { category: "people", amount: "80" }], "EUR")
 * // { kind: "share", share: "0.2", position: "early", … }
 */
export function trainingShare(costs: readonly CategoryCost[], currency: string): TrainingShare {
  const { total, tree: all, categories } = costsByCategory(costs, currency);
  if (Number(total) === 0)
    return { kind: "no-value", reason: "There is no cost yet, so training has no share of it." };
  const training = categories.find(({ category }) => category === "training");
  const cost = training?.tree.inputs[0] ?? sum("Training", currency, []);
  const tree = quotient("Training's share of cost", "ratio", cost, all);
  const share = tree.value ?? "0";
  const position = positionOf(Number(share));
  return { kind: "share", share, position, sentence: sentenceOf(Number(share), position), tree };
}

const edges = [trainingOfEarlyAdopters, trainingOfMatureProgrammes].flatMap(({ low, high }) => [
  Number(low),
  Number(high),
]) as [number, number, number, number];

function positionOf(share: number): TrainingPosition {
  const [early, earlyEnd, mature, matureEnd] = edges;
  if (share < early) return "under-early";
  if (share <= earlyEnd) return "early";
  if (share < mature) return "between";
  return share <= matureEnd ? "mature" : "over-mature";
}

function sentenceOf(share: number, position: TrainingPosition): string {
  const [early, earlyEnd, mature, matureEnd] = edges.map(statedPercent);
  const ranges = {
    early: `the ${early} to ${earlyEnd} of early adopters`,
    mature: `the ${mature} to ${matureEnd} of mature programmes`,
  };
  const reading = {
    "under-early": `under ${ranges.early}: people may lack the skills that the tools ask for`,
    early: `within ${ranges.early}`,
    between: `over ${ranges.early} and under ${ranges.mature}`,
    mature: `within ${ranges.mature}`,
    "over-mature": `over ${ranges.mature}`,
  }[position];
  return `Training is ${percentText(share, edges)} of cost, ${reading} (${trainingOfEarlyAdopters.publisher}).`;
}
