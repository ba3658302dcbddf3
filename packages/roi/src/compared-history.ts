import { composeDesign, type BaselineDesign } from "@liftledger/baselines/baseline-design";
import { chooseBaseline, type BaselineChoice } from "@liftledger/baselines/choose-baseline";
import { placeboCheck, type PlaceboCheck } from "@liftledger/baselines/placebo-check";
import type { RatioPoint } from "@liftledger/baselines/ratio-point";
import { periodIndex } from "@liftledger/kpis/period";
import type { BaselineInput, BenefitInput, SnapshotValue } from "./benefit-input.ts";
import { ratioPoint } from "./lift-measure.ts";
import { outcomesBy } from "./measurement.ts";
import { outcomeHistory } from "./outcome-measure.ts";

/** What the periods before the start allow, and how often the method cries wolf on them. */
export interface ComparedHistory {
  choice: BaselineChoice;
  /** Null where the ladder asks for none. */
  placebo: PlaceboCheck | null;
}

/**
 * Judges the history that a benefit is compared with: the ratio of its series, or its outcomes over their yardstick
 * where those are priced. The check is made on the very series and design that the units come from.
 */
export function comparedHistory(input: BenefitInput, baseline: BaselineInput): ComparedHistory {
  const outcomes = outcomesBy(input);
  const pre =
    outcomes === null
      ? baseline.before.map(snapshotRatio)
      : outcomeHistory({ input, baseline }, outcomes).map(ratioPoint);
  const design = outcomes === null ? baseline.design : composeDesign({});
  // A control whose outcomes are the yardstick is a comparison series, although it stands in no design.
  const compared =
    outcomes?.kind === "control-outcomes" ? composeDesign({ controls: [outcomes.name] }) : design;
  const { periodType } = input;
  const { contaminated, claimedControls = [] } = baseline;
  const choice = chooseBaseline({
    periodType,
    prePeriods: pre.length,
    contaminated,
    claimedControls,
    frozenDesign: compared,
  });
  return { choice, placebo: choice.placebo ? placeboOf(outcomes ?? baseline, pre, design, baseline) : null };
}

// Initiatives that claim one series stand on one baseline: its placebo is checked once.
const placebos = new WeakMap<object, PlaceboCheck>();

function placeboOf(
  key: object,
  pre: readonly RatioPoint[],
  design: BaselineDesign,
  baseline: BaselineInput,
): PlaceboCheck {
  const known = key === baseline ? (baseline.placebo ?? placebos.get(key)) : placebos.get(key);
  if (known !== undefined) return known;
  const controls = Object.fromEntries(
    Object.entries(baseline.controls ?? {}).map(([name, series]) => [name, series.map(snapshotRatio)]),
  );
  const check = placeboCheck({ pre, design, controls });
  placebos.set(key, check);
  return check;
}

/** A logged period in numbers. */
export function snapshotRatio({ period, numerator, denominator }: SnapshotValue): RatioPoint {
  return { index: periodIndex(period), numerator: Number(numerator), denominator: Number(denominator) };
}
