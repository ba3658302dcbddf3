import type { KpiPoint } from "@liftledger/contracts/evaluation";
import { lastDay } from "@liftledger/kpis/period";
import { headlineLevel } from "@liftledger/roi/engine-version";
import type { SnapshotValue } from "@liftledger/roi/benefit-input";
import type { BenefitResult } from "@liftledger/roi/evaluate-benefit";

/**
 * The points of a KPI's chart: every period before the start with the fitted expectation, every one after with
 * the counterfactual and its interval. Periods too young to judge by are there without an expectation.
 */
export function kpiPoints({ input, lift, mature }: BenefitResult): KpiPoint[] {
  const fitted = new Map(
    lift === null || lift.kind === "no-baseline"
      ? []
      : lift.preExpected.map((point) => [point.index, point.expectedRatio]),
  );
  const before = (input.baseline?.before ?? []).map((snapshot, place): KpiPoint => {
    const index = lift === null || lift.kind === "no-baseline" ? undefined : lift.preExpected[place]?.index;
    const expected = index === undefined ? null : (fitted.get(index) ?? null);
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

function measured({ period, numerator, denominator }: SnapshotValue) {
  const [n, d] = [Number(numerator), Number(denominator)];
  return { period, lastDay: lastDay(period), numerator: n, denominator: d, actual: d === 0 ? null : n / d };
}
