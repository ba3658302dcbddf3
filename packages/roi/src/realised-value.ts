import { sumDecimals } from "@liftledger/numerics/decimal";
import type { BenefitInput } from "./benefit-input.ts";
import { valueOfStretches, type CompleteFactors } from "./benefit-value.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import { valuedStretches, withinStretch, type ValuedStretch } from "./factor-stretches.ts";
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
    const own = uncertainParts(benefit, periods, stage);
    if (own === null) return null;
    parts.push(...own);
  }
  return parts;
}

/**
 * One benefit's money over its first periods as parts of a sum; null where it has no interval or no value. It is one
 * part: its units, and the money of each. Where other factors count in a later stretch it is still one, of the units of
 * each period at what they were worth then, so that the stretches share the one distribution of the lift. Only where the
 * share itself is uncertain, and another one in another stretch, each is a part of its own, drawn by the same chance.
 */
export function uncertainParts(
  benefit: BenefitResult,
  periods: number,
  stage: RealisationStage,
): UncertainPart[] | null {
  const { measure, stretches } = benefit;
  const units = benefit.unitsOver(periods);
  const valued = valuedStretches(stretches, periods);
  if (units === null || valued === null || measure.kind !== "measured") return null;
  const [first, ...rest] = valued;
  if (first === undefined) return null;
  const money = (stretch: ValuedStretch) => moneyPerUnit(benefit, stretch, stage);
  const beside = (stretch: ValuedStretch) => besideUnits(benefit, stretch, stage);
  const source = sourceOf(benefit.input);
  if (rest.length === 0) {
    const { mixture, distribution } = units;
    const part = { source, mixture, units: distribution, factor: money(first), beside: beside(first) };
    return [withShare(part, benefit.input, first)];
  }
  // The weights of all periods, so that each month's end asks the same question of more of them.
  const weighted = (counts: (stretch: ValuedStretch) => boolean) => {
    const whole = valuedStretches(stretches, benefit.mature.length) ?? valued;
    const weights = benefit.mature.map((_, place) => {
      const own = whole.find(({ first: from, end }) => from <= place && place < end);
      return own === undefined || !counts(own) ? 0 : money(own);
    });
    return measure.weightedOver(weights)(periods);
  };
  if (!valued.some(hasUncertainShare)) {
    const all = weighted(() => true);
    if (all === null) return null;
    const certain = valued.reduce((sum, stretch) => sum + beside(stretch), 0);
    return [{ source, mixture: all.mixture, units: all.distribution, factor: 1, beside: certain }];
  }
  return valued.map((stretch) => {
    const own = weighted(({ first: from }) => from === stretch.first) ?? units;
    const part = {
      source,
      mixture: own.mixture,
      units: own.distribution,
      factor: 1,
      beside: beside(stretch),
    };
    return withShare(part, benefit.input, stretch);
  });
}

/** A hold-out and a timed sample have a noise of their own, not that of the series. */
function sourceOf(input: BenefitInput): string {
  return bringsComparison(input) ? `${input.seriesId}/${input.benefitId}` : input.seriesId;
}

/** A share of nothing is nothing, however uncertain. */
function hasUncertainShare({ value: { factors } }: ValuedStretch): boolean {
  return Number(factors.attributionDeviation ?? 0) !== 0 && Number(factors.attribution) !== 0;
}

function withShare(part: UncertainPart, { benefitId }: BenefitInput, stretch: ValuedStretch): UncertainPart {
  if (!hasUncertainShare(stretch)) return part;
  const { attribution, attributionDeviation } = stretch.value.factors;
  const share = { mean: Number(attribution), deviation: Number(attributionDeviation) };
  return { ...part, share: { ...share, source: `${benefitId}/attribution` } };
}

/** The money of one incremental unit of a stretch that has come to a stage, as a number for uncertain amounts. */
export function moneyPerUnit(
  { input }: BenefitResult,
  { value: { factors } }: ValuedStretch,
  stage: RealisationStage,
): number {
  const { unitValue, attribution, confidence } = factors;
  return (
    Number(unitValue) *
    Number(attribution) *
    Number(confidence) *
    stageShare(factors, input.realisation, stage)
  );
}

/** The certain money beside the units of a stretch that has come to a stage, as a number; 0 where there is none. */
export function besideUnits(
  { measure, input }: BenefitResult,
  stretch: ValuedStretch,
  stage: RealisationStage,
): number {
  if (measure.kind !== "measured" || measure.beside === null) return 0;
  const { factors } = stretch.value;
  const money =
    Number(withinStretch(measure.beside.over, stretch)) *
    Number(factors.attribution) *
    Number(factors.confidence);
  return money * stageShare(factors, input.realisation, stage);
}

/** The part of the measured value that has come to a stage. */
function stageShare(
  { realisation }: CompleteFactors,
  facts: BenefitInput["realisation"] = {},
  stage: RealisationStage,
): number {
  if (stage === "measured") return 1;
  const counted = countedShares(realisation, facts);
  const cashed = Number(counted.cashed);
  return stage === "cashed" ? cashed : cashed + Number(capacityShare(counted, facts));
}

function cashedOver({ measure, stretches, input }: BenefitResult, periods: number, places: number): string {
  const valued = valuedStretches(stretches, periods);
  if (measure.kind !== "measured" || valued === null)
    throw new Error("a valued benefit has units and factors");
  const { beside } = measure;
  const amounts = valued.map((stretch) => {
    const { factors } = stretch.value;
    const realisation = countedShares(factors.realisation, input.realisation ?? {});
    return {
      units: withinStretch(measure.gainOver, stretch),
      factors: { ...factors, realisation },
      beside: beside === null ? undefined : withinStretch(beside.over, stretch),
    };
  });
  return valueOfStretches(amounts, places).cashed;
}
