import type { ArmStatistic } from "@liftledger/baselines/hold-out/arm-statistic";
import { cupedStatistic } from "@liftledger/baselines/hold-out/cuped";
import type { HoldOutRequest } from "@liftledger/baselines/hold-out/evaluate-hold-out";
import { ratioStatistic } from "@liftledger/baselines/hold-out/ratio-metric";
import type { HoldOutArm, HoldOutKind, HoldOutTerms } from "@liftledger/contracts/hold-out";
import { directionSign, type Kpi } from "@liftledger/kpis/kpi";
import { pluralOf } from "@liftledger/kpis/unit";
import { numberToDecimal } from "@liftledger/numerics/decimal";
import type { HoldOutResult } from "@liftledger/roi/measurement";

/** A hold-out as the engine compares its arms: in the direction of its KPI, per unit that the KPI's denominator counts. */
export function comparisonOf(
  terms: HoldOutTerms,
  kpi: Pick<Kpi, "direction" | "denominator">,
): HoldOutRequest {
  const { kind, treated, heldOut, split, assigned, plannedUnits } = terms;
  return {
    treatment: armOf(kind, treated),
    control: armOf(kind, heldOut),
    split: { treatment: split.treated, control: split.heldOut },
    ...(assigned === undefined
      ? {}
      : { assigned: { treatment: assigned.treated, control: assigned.heldOut } }),
    ...(plannedUnits === undefined ? {} : { looks: { tuning: plannedUnits } }),
    ...unitsOf(terms, kpi),
    direction: directionSign(kpi.direction),
  };
}

/** What was drawn by lot and what is counted; the same word where they are the same thing. */
export function unitsOf(
  { unitOfRandomisation }: Pick<HoldOutTerms, "unitOfRandomisation">,
  { denominator }: Pick<Kpi, "denominator">,
): { unitOfRandomisation: string; unitOfAnalysis: string } {
  const unitOfAnalysis = denominator.unit;
  const drawn = unitOfRandomisation ?? unitOfAnalysis;
  const [one, other] = [drawn.toLowerCase(), unitOfAnalysis.toLowerCase()];
  const isSame = one === other || one === pluralOf(other) || pluralOf(one) === other;
  return { unitOfRandomisation: isSame ? unitOfAnalysis : drawn, unitOfAnalysis };
}

/** To which part of the volume the difference is applied, in the days of the hold-out and outside them. */
export function treatedParts(terms: HoldOutTerms): Pick<HoldOutResult, "treatedShare" | "during"> {
  const { treatedShare, startedOn: from, endedOn: to = null } = terms;
  return { treatedShare, during: { from, to, share: shareDuring(terms) } };
}

/** The part that had the treatment while the hold-out ran: as it was said, or by the planned split. */
export function shareDuring({ treatedShareDuring, split }: HoldOutTerms): string {
  return treatedShareDuring ?? numberToDecimal(split.treated / (split.treated + split.heldOut));
}

function armOf(kind: HoldOutKind, arm: HoldOutArm): ArmStatistic {
  const sum = Number(arm.sum);
  const count = arm.units;
  const of = (text: string | undefined) => Number(text ?? 0);
  switch (kind) {
    case "proportion":
      return { kind, count, sum };
    case "mean":
      return { kind, count, sum, sumOfSquares: of(arm.sumOfSquares) };
    case "ratio":
      return ratioStatistic({
        count,
        numerator: sum,
        numeratorSquares: of(arm.sumOfSquares),
        denominator: of(arm.denominator),
        denominatorSquares: of(arm.denominatorSquares),
        products: of(arm.products),
      });
    case "adjusted":
      return cupedStatistic({
        count,
        sum,
        sumOfSquares: of(arm.sumOfSquares),
        preSum: of(arm.before),
        preSumOfSquares: of(arm.beforeSquares),
        products: of(arm.beforeProducts),
      });
  }
}
