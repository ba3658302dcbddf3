import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import { directionSign } from "@liftledger/kpis/kpi";
import { intervalOf } from "@liftledger/roi/distribution";
import { headlineLevel } from "@liftledger/roi/engine-version";
import type { EvaluatedBenefit } from "@liftledger/roi/evaluate-initiative";
import { bringsComparison } from "@liftledger/roi/measurement";

type LiftView = Pick<
  BenefitEvaluation,
  "expectedRatio" | "incrementalUnits" | "relativeLift" | "probabilityOfGain"
>;

const none: LiftView = {
  expectedRatio: null,
  incrementalUnits: null,
  relativeLift: null,
  probabilityOfGain: null,
};

/** The lift of a benefit as it crosses the wire: what was expected without it, and the units it brought. */
export function liftView(benefit: EvaluatedBenefit): LiftView {
  const { lift, measure, mature, unitsOver, chanceOfGain, input } = benefit;
  if (mature.length === 0) return none;
  if (bringsComparison(input)) return liftApart(benefit);
  if (lift === null || lift.kind === "no-baseline") return none;
  const volume = mature.reduce((sum, snapshot) => sum + Number(snapshot.denominator), 0);
  const expected = lift.periods.reduce((sum, period) => sum + period.expectedNumerator, 0);
  const units = unitsOver();
  // The units that money is put on, whatever they were measured by.
  const value = measure.kind === "measured" ? Number(measure.gainOver(mature.length)) : lift.incrementalUnits;
  const relative = lift.kind === "interval" ? lift.relativeLift(headlineLevel) : lift.relativeLift();
  return {
    expectedRatio: volume === 0 ? null : expected / volume,
    incrementalUnits: {
      value,
      interval: units === null ? null : intervalOf(units.distribution, headlineLevel),
    },
    relativeLift: relative.kind === "value" ? relative.value : null,
    probabilityOfGain: chanceOfGain,
  };
}

/** What brought its own comparison: expected is what the series shows less what the treatment brought. */
function liftApart({ measure, mature, unitsOver, chanceOfGain, input }: EvaluatedBenefit): LiftView {
  if (measure.kind === "unmeasured") return none;
  const value = Number(measure.gainOver(mature.length));
  const total = (of: "numerator" | "denominator") => mature.reduce((sum, one) => sum + Number(one[of]), 0);
  const expected = total("numerator") - directionSign(input.kpi.direction) * value;
  const volume = total("denominator");
  const units = unitsOver();
  return {
    expectedRatio: volume === 0 ? null : expected / volume,
    incrementalUnits: {
      value,
      interval: units === null ? null : intervalOf(units.distribution, headlineLevel),
    },
    relativeLift: expected > 0 ? value / expected : null,
    probabilityOfGain: chanceOfGain,
  };
}
