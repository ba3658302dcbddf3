import type { BenefitInput, SnapshotValue } from "./benefit-input.ts";
import { differenceMeasure } from "./difference-measure.ts";
import { expectedVolumeMeasure } from "./expected-volume-measure.ts";
import { historyMeasure, type historyLift, type HistoryRequest } from "./history-measure.ts";
import type { FromControlOutcomes, FromResponseCurve } from "./measurement.ts";
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
  const outcomes = outcomesBy(input);
  if (outcomes !== null) return outcomeMeasure(history, outcomes);
  return historyMeasure(history, own);
}

/** The measurement by outcomes, where money is put on them; null where it is put on the numerator. */
export function outcomesBy({ measurement }: BenefitInput): FromResponseCurve | FromControlOutcomes | null {
  if (measurement?.kind === "control-outcomes") return measurement;
  return measurement?.kind === "response-curve" && measurement.approved ? measurement : null;
}

/** Whether a measurement stands without a baseline: it brings its own comparison. */
export function bringsComparison({ measurement }: BenefitInput): boolean {
  return measurement?.kind === "hold-out" || measurement?.kind === "timed-sample";
}
