import { capitalised } from "@liftledger/kpis/within-sentence";
import type { RatioLift } from "@liftledger/baselines/ratio-lift";
import { designParts } from "@liftledger/baselines/baseline-design";
import type { Kpi } from "@liftledger/kpis/kpi";
import { countOf } from "@liftledger/kpis/unit";
import type { BaselineInput, BenefitInput, SnapshotValue } from "./benefit-input.ts";
import { leaf } from "./explanation.ts";
import type { Measured } from "./incremental-units.ts";
import {
  liftMeasure,
  liftOfPoints,
  unitOf,
  type LiftRequest,
  type LiftWords,
  type MeasuredPoint,
} from "./lift-measure.ts";
import { volumeOutOfRange } from "./volume-range.ts";

/** A benefit with a baseline and its mature periods. */
export interface HistoryRequest {
  input: BenefitInput;
  baseline: BaselineInput;
  mature: readonly SnapshotValue[];
  wideningFactor: number;
}

/** The lift of a benefit's series against its own baseline, and the units it gives. */
export function historyLift({ input, baseline, mature, wideningFactor }: HistoryRequest): {
  request: LiftRequest;
  lift: RatioLift;
} {
  const { kpi } = input;
  const point = (snapshot: SnapshotValue) => snapshotPoint(snapshot, kpi);
  const controls =
    baseline.controls === undefined
      ? undefined
      : Object.fromEntries(
          Object.entries(baseline.controls).map(([name, values]) => [
            name,
            values.map((value) => snapshotPoint(value, baseline.controlKpis?.[name] ?? kpi, name)),
          ]),
        );
  const request = {
    before: baseline.before.map(point),
    after: mature.map(point),
    direction: kpi.direction,
    design: baseline.design,
    controls,
    wideningFactor,
  };
  return { request, lift: liftOfPoints(request) };
}

/** U = s·(ΣN − Σc·D) of the whole series, while its volume stays where the formula holds. */
export function historyMeasure(
  { input, baseline, mature }: HistoryRequest,
  { request, lift }: ReturnType<typeof historyLift>,
): Measured {
  return liftMeasure(request, lift, historyWords(input, baseline), {
    outOfRange: (periods) => volumeOutOfRange(input, mature.slice(0, periods)),
  });
}

/** How the units of a series against its own baseline are named. */
export function historyWords(
  { kpi, periodType }: BenefitInput,
  { design, before }: BaselineInput,
): LiftWords {
  const history = countOf(before.length, periodType, "en-GB");
  return {
    counted: kpi.numerator,
    expectedLabel: `${capitalised(kpi.numerator.counts)} expected without AI`,
    formula: `expected ${kpi.numerator.counts} per ${kpi.denominator.unit} (${modelText(design)} of ${history} before the start) × ${kpi.denominator.counts} since the start`,
  };
}

function modelText(design: BaselineInput["design"]): string {
  const { trend, season, controls, difference: subtracted } = designParts(design);
  const parts = ["level", trend && "trend", season !== null && "yearly season"].filter(
    (part) => part !== false,
  );
  const [last = "", ...rest] = parts.toReversed();
  const model = rest.length === 0 ? last : `${rest.toReversed().join(", ")} and ${last}`;
  const beside = [...controls, ...(subtracted === null ? [] : [subtracted])];
  return beside.length === 0 ? model : `${model}, moving with ${beside.join(" and ")},`;
}

/** A logged period as a point of a lift. */
export function snapshotPoint(snapshot: SnapshotValue, kpi: Kpi, of?: string): MeasuredPoint {
  const { period, numerator, denominator, source } = snapshot;
  const label = (counts: string) => `${capitalised(counts)}${of === undefined ? "" : ` of ${of}`}, ${period}`;
  return {
    period,
    numerator,
    denominator,
    explain: (currency) => ({
      numerator: leaf(label(kpi.numerator.counts), numerator, unitOf(kpi.numerator, currency), source),
      denominator: leaf(label(kpi.denominator.counts), denominator, "count", source),
    }),
  };
}
