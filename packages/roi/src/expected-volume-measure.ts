import { capitalised } from "@liftledger/kpis/within-sentence";
import type { Kpi } from "@liftledger/kpis/kpi";
import { multiplyDecimals, subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import { difference, leaf, product, quotient, sum, type Explanation } from "./explanation.ts";
import { historyWords, type historyLift, type HistoryRequest } from "./history-measure.ts";
import type { Measured, IncrementalUnits } from "./incremental-units.ts";
import { countedVolume } from "./induced-volume.ts";
import {
  liftMeasure,
  liftOfPoints,
  type LiftRequest,
  type LiftWords,
  type MeasuredPoint,
} from "./lift-measure.ts";
import type { ExpectedVolume } from "./measurement.ts";

/**
 * The same on the expected volume only, where the initiative moves the denominator: in a period with more of it the
 * numerator counts at its ratio on the expected volume. Additional volume stands beside it at its own margin.
 */
export function expectedVolumeMeasure(
  { input, baseline }: HistoryRequest,
  { request }: ReturnType<typeof historyLift>,
  volume: ExpectedVolume,
): Measured {
  const scaled = {
    ...request,
    after: request.after.map((point) => onExpectedVolume(point, input.kpi, volume)),
  };
  const words = historyWords(input, baseline);
  return liftMeasure(
    scaled,
    liftOfPoints(scaled),
    { ...words, formula: `${words.formula}, at most ${volume.volumePerPeriod} a ${input.periodType}` },
    {
      outOfRange: () => null,
      beside: additionalVolume(input.kpi, request.after, volume),
      paidLess: paidLess(request, words, input.kpi, volume),
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

/** The whole numerator against what the expected volume would have taken: the bill now against the bill before. */
function paidLess(
  request: LiftRequest,
  words: LiftWords,
  kpi: Kpi,
  volume: ExpectedVolume,
): IncrementalUnits["paidLess"] {
  const after = request.after.map((point) => ({
    ...point,
    denominator: volume.volumePerPeriod,
    explain: (currency: string) => ({
      numerator: point.explain(currency).numerator,
      denominator: expectedLeaf(point.period, kpi, volume),
    }),
  }));
  const bill = { ...request, after };
  const measured = liftMeasure(bill, liftOfPoints(bill), words, { outOfRange: () => null });
  return measured.kind === "unmeasured" ? null : { over: measured.gainOver, tree: measured.tree };
}

function expectedLeaf(period: string, kpi: Kpi, { volumePerPeriod, source }: ExpectedVolume): Explanation {
  return leaf(
    `${capitalised(kpi.denominator.counts)} expected without AI, ${period}`,
    volumePerPeriod,
    "count",
    source,
  );
}

function additionalVolume(
  kpi: Kpi,
  after: readonly MeasuredPoint[],
  volume: ExpectedVolume,
): IncrementalUnits["beside"] {
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
        `${capitalised(kpi.denominator.counts)} since the start`,
        "count",
        counted.map((point) => point.explain(currency).denominator),
      );
      const expectedVolume = sum(
        `${capitalised(kpi.denominator.counts)} expected without AI`,
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
