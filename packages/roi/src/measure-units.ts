import type { BenefitInput, SnapshotValue } from "./benefit-input.ts";
import { differenceMeasure } from "./difference-measure.ts";
import { expectedVolumeMeasure } from "./expected-volume-measure.ts";
import { historyMeasure, type historyLift, type HistoryRequest } from "./history-measure.ts";
import { outcomeMeasure } from "./outcome-measure.ts";
import type { Measured } from "./units-measure.ts";

/**
 * The incremental units of a benefit by the measurement it names: the one place where the kinds part, and after
 * which money, interval, explanation and verdict know only units. `own` is the series against its own baseline.
 */
export function measureUnits(
  input: BenefitInput,
  mature: readonly SnapshotValue[],
  history: HistoryRequest | null,
  own: ReturnType<typeof historyLift> | null,
): Measured {
  const { measurement } = input;
  if (measurement?.kind === "hold-out" || measurement?.kind === "timed-sample")
    return differenceMeasure(input, mature, measurement);
  if (history === null || own === null) return { kind: "unmeasured", reason: "no baseline yet" };
  if (measurement?.kind === "expected-volume") return expectedVolumeMeasure(history, measurement);
  if (measurement?.kind === "control-outcomes") return outcomeMeasure(history, measurement);
  if (measurement?.kind === "response-curve" && measurement.approved)
    return outcomeMeasure(history, measurement);
  return historyMeasure(history, own);
}

/** What money is put on: the numerator, or the outcomes where a spend KPI is measured by them. */
export function pricedUnit({ measurement }: BenefitInput): "numerator" | "outcomes" {
  const byOutcomes =
    measurement?.kind === "control-outcomes" ||
    (measurement?.kind === "response-curve" && measurement.approved);
  return byOutcomes ? "outcomes" : "numerator";
}

/** Whether a measurement stands without a baseline: it brings its own comparison. */
export function bringsComparison({ measurement }: BenefitInput): boolean {
  return measurement?.kind === "hold-out" || measurement?.kind === "timed-sample";
}
