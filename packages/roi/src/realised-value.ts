import { sumDecimals } from "@liftledger/numerics/decimal";
import { benefitValue } from "./benefit-value.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import { bringsComparison } from "./measurement.ts";
import { capacityShare, countedShares } from "./realisation.ts";
import type { UncertainPart } from "./simulation.ts";
import { valuedOn } from "./standing.ts";

/** How far value must have come to be counted: measured at all, put to other use or cashed, or cashed. */
export type RealisationStage = "measured" | "cashed-and-redeployed" | "cashed";

/**
 * The value turned into money by the end of a day, as decimal text in the major unit; null while no benefit is
 * due, and where one that is due cannot be valued: a sum with a part missing is no sum.
 */
export function realisedValueOn(
  benefits: readonly BenefitResult[],
  day: string,
  places: number,
): string | null {
  const valued = valuedOn(benefits, day);
  if (valued === null || valued.length === 0) return null;
  return sumDecimals(valued.map(({ benefit, periods }) => cashedOver(benefit, periods, places)));
}

/**
 * The uncertain parts of the value on a day: each benefit's incremental units, and its money per unit. Null
 * where there is no value, or where a benefit is known as a point only, so that the sum has no interval.
 */
export function valueParts(
  benefits: readonly BenefitResult[],
  day: string,
  stage: RealisationStage = "cashed",
): UncertainPart[] | null {
  const valued = valuedOn(benefits, day);
  if (valued === null || valued.length === 0) return null;
  const parts: UncertainPart[] = [];
  for (const { benefit, periods } of valued) {
    const part = uncertainPart(benefit, periods, stage);
    if (part === null) return null;
    parts.push(part);
  }
  return parts;
}

/** One benefit's money over its first periods as a part of a sum; null where it has no interval or no value. */
export function uncertainPart(
  benefit: BenefitResult,
  periods: number,
  stage: RealisationStage,
): UncertainPart | null {
  const { measure, value, input } = benefit;
  const units = benefit.unitsOver(periods);
  if (units === null || value.kind !== "complete" || measure.kind !== "measured") return null;
  const { attribution, attributionDeviation } = value.factors;
  const part = {
    // A hold-out and a timed sample have a noise of their own, not that of the series.
    source: bringsComparison(input) ? `${input.seriesId}/${input.benefitId}` : input.seriesId,
    mixture: units.mixture,
    units: units.distribution,
    factor: moneyPerUnit(benefit, stage),
    beside: besideUnits(benefit, periods, stage),
  };
  // A share of nothing is nothing, however uncertain.
  if (Number(attributionDeviation ?? 0) === 0 || Number(attribution) === 0) return part;
  const share = { mean: Number(attribution), deviation: Number(attributionDeviation) };
  return { ...part, share: { ...share, source: `${input.benefitId}/attribution` } };
}

/** The money of one incremental unit that has come to a stage, as a number for uncertain amounts; 0 without factors. */
export function moneyPerUnit(benefit: BenefitResult, stage: RealisationStage): number {
  const { value } = benefit;
  if (value.kind !== "complete") return 0;
  const { unitValue, attribution, confidence } = value.factors;
  return Number(unitValue) * Number(attribution) * Number(confidence) * stageShare(benefit, stage);
}

/** The certain money beside the units that has come to a stage, as a number; 0 where there is none. */
export function besideUnits(benefit: BenefitResult, periods: number, stage: RealisationStage): number {
  const { measure, value } = benefit;
  if (measure.kind !== "measured" || measure.beside === null || value.kind !== "complete") return 0;
  const { attribution, confidence } = value.factors;
  const money = Number(measure.beside.over(periods)) * Number(attribution) * Number(confidence);
  return money * stageShare(benefit, stage);
}

/** The part of the measured value that has come to a stage. */
function stageShare({ value, input }: BenefitResult, stage: RealisationStage): number {
  if (stage === "measured" || value.kind !== "complete") return 1;
  const facts = input.realisation ?? {};
  const counted = countedShares(value.factors.realisation, facts);
  const cashed = Number(counted.cashed);
  return stage === "cashed" ? cashed : cashed + Number(capacityShare(counted, facts));
}

function cashedOver({ measure, value, input }: BenefitResult, periods: number, places: number): string {
  if (measure.kind !== "measured" || value.kind !== "complete")
    throw new Error("a valued benefit has units and factors");
  const realisation = countedShares(value.factors.realisation, input.realisation ?? {});
  const factors = { ...value.factors, realisation };
  return benefitValue(measure.gainOver(periods), factors, places, measure.beside?.over(periods)).cashed;
}
