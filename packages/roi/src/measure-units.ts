import type { BenefitInput, SnapshotValue } from "./benefit-input.ts";
import { differenceMeasure } from "./difference-measure.ts";
import { expectedVolumeMeasure } from "./expected-volume-measure.ts";
import { historyMeasure, type historyLift, type HistoryRequest } from "./history-measure.ts";
import type { Measured } from "./incremental-units.ts";
import { outcomesBy } from "./measurement.ts";
import { outcomeMeasure } from "./outcome-measure.ts";

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
  if (measurement?.kind === "expected-volume") return expectedVolumeMeasure(history, own, measurement);
  const outcomes = outcomesBy(input);
  if (outcomes !== null) return outcomeMeasure(history, outcomes);
  return historyMeasure(history, own);
}
