import type { KpiPoint } from "@liftledger/contracts/evaluation";
import { lastDay, periodIndex } from "@liftledger/kpis/period";
import { directionSign } from "@liftledger/kpis/kpi";
import { intervalOf } from "@liftledger/roi/distribution";
import { headlineLevel } from "@liftledger/roi/engine-version";
import type { SnapshotValue } from "@liftledger/roi/benefit-input";
import { bringsComparison } from "@liftledger/roi/measurement";
import type { BenefitResult } from "@liftledger/roi/evaluate-benefit";

/**
 * The points of a KPI's chart: every period before the start with the fitted expectation, every one after with
 * the counterfactual and its interval. Periods too young to judge by are there without an expectation.
 */
export function kpiPoints(result: BenefitResult): KpiPoint[] {
  const { input, lift, mature } = result;
  if (bringsComparison(input)) return pointsApart(result);
  const fitted = new Map(
    lift === null || lift.kind === "no-baseline"
      ? []
      : lift.preExpected.map((point) => [point.index, point.expectedRatio]),
  );
  const before = (input.baseline?.before ?? []).map((snapshot): KpiPoint => {
    const expected = fitted.get(periodIndex(snapshot.period)) ?? null;
    return { ...measured(snapshot), side: "before", mature: true, expected, low: null, high: null };
  });
  const after = input.after.map((snapshot): KpiPoint => {
    const place = mature.indexOf(snapshot);
    const period = lift === null || lift.kind === "no-baseline" ? undefined : lift.periods[place];
    const interval =
      lift?.kind === "interval" && place >= 0
        ? lift.periods[place]?.expectedRatioInterval(headlineLevel)
        : undefined;
    return {
      ...measured(snapshot),
      side: "after",
      mature: place >= 0,
      expected: period?.expectedRatio ?? null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    };
  });
  return [...before, ...after];
}

/**
 * The points where the lift was measured apart from the series: expected of each is what it shows less what a unit of
 * its volume owes to the treatment, with the range of that difference. Nothing is expected before the start.
 */
function pointsApart({ input, mature, measure, unitsOver }: BenefitResult): KpiPoint[] {
  const nothing = { expected: null, low: null, high: null };
  const before = (input.baseline?.before ?? []).map((snapshot): KpiPoint => ({
    ...measured(snapshot),
    side: "before",
    mature: true,
    ...nothing,
  }));
  const volume = mature.reduce((sum, snapshot) => sum + Number(snapshot.denominator), 0);
  const distribution = unitsOver()?.distribution;
  const units = distribution === undefined ? undefined : intervalOf(distribution, headlineLevel);
  const sign = directionSign(input.kpi.direction);
  // What of all gain falls to one period: less was treated while some were held out.
  const treated = (periods: number) => (measure.kind === "measured" ? measure.volumeOver(periods) : null);
  const partOf = (place: number, denominator: string) => {
    const [until, before, whole] = [treated(place + 1), treated(place), treated(mature.length)];
    const isKnown = until !== null && before !== null && whole !== null;
    return isKnown ? (until - before) / whole : Number(denominator) / volume;
  };
  const after = input.after.map((snapshot): KpiPoint => {
    const point = measured(snapshot);
    const isMature = mature.includes(snapshot);
    const side = { side: "after", mature: isMature } as const;
    if (!isMature || point.actual === null || measure.kind === "unmeasured" || volume === 0)
      return { ...point, ...side, ...nothing };
    const { actual } = point;
    const part = partOf(mature.indexOf(snapshot), snapshot.denominator);
    const without = (gain: number) => actual - (sign * gain * part) / Number(snapshot.denominator);
    const ends = units === undefined ? [] : [without(units.low), without(units.high)];
    return {
      ...point,
      ...side,
      expected: without(Number(measure.gainOver(mature.length))),
      low: ends.length === 0 ? null : Math.min(...ends),
      high: ends.length === 0 ? null : Math.max(...ends),
    };
  });
  return [...before, ...after];
}

function measured({ period, numerator, denominator }: SnapshotValue) {
  const [n, d] = [Number(numerator), Number(denominator)];
  return { period, lastDay: lastDay(period), numerator: n, denominator: d, actual: d === 0 ? null : n / d };
}
