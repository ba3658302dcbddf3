import { subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import { benefitValue, type CompleteFactors } from "./benefit-value.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
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
    const units = benefit.unitsOver(periods);
    if (units === null || benefit.value.kind !== "complete") return null;
    const factor = moneyPerUnit(benefit.value.factors, stage);
    parts.push({
      source: benefit.input.seriesId,
      mixture: units.mixture,
      units: units.distribution,
      factor,
    });
  }
  return parts;
}

/** The money of one incremental unit that has come to a stage, as a number for uncertain amounts. */
export function moneyPerUnit(factors: CompleteFactors, stage: RealisationStage): number {
  const { unitValue, attribution, confidence, realisation } = factors;
  const measured = Number(unitValue) * Number(attribution) * Number(confidence);
  if (stage === "measured") return measured;
  const cashed = Number(realisation.cashed);
  return measured * (stage === "cashed" ? cashed : cashed + Number(realisation.redeployed));
}

function cashedOver({ totals, value, input }: BenefitResult, periods: number, places: number): string {
  const total = totals?.[periods];
  if (total === undefined || value.kind !== "complete")
    throw new Error("a valued benefit has totals and factors");
  const { actual, expected } = total;
  const units =
    input.kpi.direction === "higher"
      ? subtractDecimals(actual, expected)
      : subtractDecimals(expected, actual);
  return benefitValue(units, value.factors, places).cashed;
}
