import type { RatioLift } from "@liftledger/baselines/ratio-lift";
import { designParts } from "@liftledger/baselines/baseline-design";
import type { Kpi } from "@liftledger/kpis/kpi";
import { countOf } from "@liftledger/kpis/unit";
import { multiplyDecimals, subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import type { BaselineInput, BenefitInput, SnapshotValue } from "./benefit-input.ts";
import { difference, leaf, product, quotient, sum, type Explanation } from "./explanation.ts";
import { countedVolume } from "./induced-volume.ts";
import {
  capital,
  liftMeasure,
  liftOfPoints,
  unitOf,
  type LiftRequest,
  type LiftWords,
  type MeasuredPoint,
} from "./lift-measure.ts";
import type { ExpectedVolume } from "./measurement.ts";
import type { Measured, UnitsMeasure } from "./units-measure.ts";
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
            values.map((value) => snapshotPoint(value, kpi, name)),
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

/**
 * The same on the expected volume only, where the initiative moves the denominator: in a period with more of it the
 * numerator counts at its ratio on the expected volume. Additional volume stands beside it at its own margin.
 */
export function expectedVolumeMeasure(history: HistoryRequest, volume: ExpectedVolume): Measured {
  const { input, baseline, mature } = history;
  const { request } = historyLift(history);
  const scaled = {
    ...request,
    after: request.after.map((point) => onExpectedVolume(point, input.kpi, volume)),
  };
  const words = historyWords(input, baseline);
  const lift = liftOfPoints(scaled);
  return liftMeasure(
    scaled,
    lift,
    { ...words, formula: `${words.formula}, at most ${volume.volumePerPeriod} a ${input.periodType}` },
    {
      outOfRange: () => null,
      beside: additionalVolume(input.kpi, request.after.slice(0, mature.length), volume),
    },
  );
}

function onExpectedVolume(point: MeasuredPoint, kpi: Kpi, volume: ExpectedVolume): MeasuredPoint {
  const counted = countedVolume(point.denominator, volume.volumePerPeriod);
  if (counted === point.denominator) return point;
  const explain = (currency: string) => {
    const { numerator, denominator } = point.explain(currency);
    const onVolume = expectedLeaf(point.period, kpi, volume);
    const share = quotient(`Expected part of the ${kpi.denominator.counts}`, "ratio", onVolume, denominator);
    return {
      numerator: product(`${numerator.label}, on the expected volume`, numerator.unit, [numerator, share]),
      denominator: onVolume,
    };
  };
  // The text is that of the explanation, so that the two agree to the letter.
  return { ...point, numerator: explain("").numerator.value ?? "0", denominator: counted, explain };
}

function expectedLeaf(period: string, kpi: Kpi, { volumePerPeriod, source }: ExpectedVolume): Explanation {
  return leaf(
    `${capital(kpi.denominator.counts)} expected without AI, ${period}`,
    volumePerPeriod,
    "count",
    source,
  );
}

function additionalVolume(
  kpi: Kpi,
  after: readonly MeasuredPoint[],
  volume: ExpectedVolume,
): UnitsMeasure["beside"] {
  const { additionalMargin, volumePerPeriod, source } = volume;
  if (additionalMargin === undefined) return null;
  const label = `Additional ${kpi.denominator.counts}`;
  return {
    over(periods) {
      const seen = sumDecimals(after.slice(0, periods).map(({ denominator }) => denominator));
      const expectedVolume = multiplyDecimals(volumePerPeriod, String(periods));
      return multiplyDecimals(subtractDecimals(seen, expectedVolume), additionalMargin);
    },
    tree(periods, currency) {
      const counted = after.slice(0, periods);
      const seen = sum(
        `${capital(kpi.denominator.counts)} since the start`,
        "count",
        counted.map((point) => point.explain(currency).denominator),
      );
      const expectedVolume = sum(
        `${capital(kpi.denominator.counts)} expected without AI`,
        "count",
        counted.map(({ period }) => expectedLeaf(period, kpi, volume)),
      );
      return product(`${label} at their own margin`, currency, [
        difference(label, "count", seen, expectedVolume),
        leaf(`Margin of one additional ${kpi.denominator.unit}`, additionalMargin, currency, source),
      ]);
    },
  };
}

function historyWords({ kpi, periodType }: BenefitInput, { design, before }: BaselineInput): LiftWords {
  const history = countOf(before.length, periodType, "en-GB");
  return {
    counted: kpi.numerator,
    expectedLabel: `${capital(kpi.numerator.counts)} expected without AI`,
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
  const label = (counts: string) => `${capital(counts)}${of === undefined ? "" : ` of ${of}`}, ${period}`;
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
