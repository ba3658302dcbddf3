import type { CompleteFactors } from "./benefit-value.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import {
  absent,
  leaf,
  product,
  rounded,
  sum,
  type Explanation,
  type ExplanationSource,
} from "./explanation.ts";
import type { IncrementalUnits } from "./incremental-units.ts";
import { gainLabel, unitOf } from "./lift-measure.ts";
import { capacityShare, countedShares } from "./realisation.ts";
import { periodsBy, standingOn } from "./standing.ts";
import { whenAsked } from "./when-asked.ts";

/** The explained amounts of one benefit that carries money. */
export interface BenefitTrees {
  incrementalUnits: Explanation;
  measured: Explanation;
  /** Realised: turned into money. */
  cashed: Explanation;
  /** Cashed, and capacity put to other use. */
  cashedAndRedeployed: Explanation;
}

/** A day and the money in which amounts are explained. */
export interface TreeContext {
  day: string;
  currency: string;
  /** Digits after the point of the currency's minor unit. */
  places: number;
}

/**
 * The explanation of a benefit's money at the end of a day, from the snapshots up: U by the measure of the benefit
 * (s·(ΣN − Σc·D) unless it names another), then U × unit value × share × confidence, then the part that was
 * realised, rounded to the minor unit last. What is not valued has no amount and says why.
 */
export function benefitTrees(result: BenefitResult, context: TreeContext): BenefitTrees {
  const { day, currency, places } = context;
  const standing = standingOn(result, day);
  const { value, input, measure } = result;
  if (standing.kind !== "valued" || value.kind !== "complete" || measure.kind !== "measured") {
    return withoutAmounts(result, context, standing.kind === "valued" ? "not valued yet" : standing.reason);
  }
  const units = measure.tree(standing.periods, currency);
  const money = moneyNodes(measure, units, value.factors, {
    currency,
    periods: standing.periods,
    source: input.factorsSource,
  });
  const shares = shareLeaves(value.factors, input.factorsSource);
  const amount = (label: string, stage: Explanation[]) =>
    rounded(
      label,
      currency,
      places,
      product(`${label}, before rounding`, currency, [...money, ...shares, ...stage]),
    );
  const stage = (name: string, text: string) => leaf(name, text, "ratio", input.factorsSource);
  const counted = countedShares(value.factors.realisation, input.realisation ?? {});
  const redeployed = capacityShare(counted, input.realisation ?? {});
  const trees: BenefitTrees = whenAsked(
    { incrementalUnits: units },
    {
      measured: () => amount("Measured value", []),
      cashed: () => amount("Value turned into money", [stage("Turned into money", counted.cashed)]),
      cashedAndRedeployed: () =>
        sum("Value turned into money or put to other use", currency, [
          trees.cashed,
          amount("Capacity put to other use", [stage("Put to other use", redeployed)]),
        ]),
    },
  );
  return trees;
}

function withoutAmounts(result: BenefitResult, { day, currency }: TreeContext, reason: string): BenefitTrees {
  const { measure, input } = result;
  const { kpi } = input;
  const none = (label: string) => absent(label, currency, reason);
  const label = gainLabel(kpi.direction, kpi.numerator.counts);
  const incrementalUnits =
    measure.kind === "measured"
      ? measure.tree(periodsBy(result, day), currency)
      : absent(label, unitOf(kpi.numerator, currency), measure.reason);
  return {
    incrementalUnits,
    measured: none("Measured value"),
    cashed: none("Value turned into money"),
    cashedAndRedeployed: none("Value turned into money or put to other use"),
  };
}

/** Units at their worth, with the certain money that stands beside them where there is any. */
function moneyNodes(
  { counted, beside }: IncrementalUnits,
  units: Explanation,
  { unitValue }: CompleteFactors,
  { currency, periods, source }: { currency: string; periods: number; source: ExplanationSource },
): Explanation[] {
  const isRevenue = counted.measure === "revenue";
  const worth = leaf(
    isRevenue ? "Contribution margin" : `Worth of one ${counted.unit}`,
    unitValue,
    isRevenue ? "ratio" : currency,
    source,
  );
  if (beside === null) return [units, worth];
  const ofUnits = product(`${units.label} at their worth`, currency, [units, worth]);
  return [sum("Value of the lift", currency, [ofUnits, beside.tree(periods, currency)])];
}

function shareLeaves(factors: CompleteFactors, source: ExplanationSource): Explanation[] {
  return [
    leaf("Our share", factors.attribution, "ratio", source),
    leaf("Confidence", factors.confidence, "ratio", source),
  ];
}
