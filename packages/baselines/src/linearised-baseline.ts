import { designParts, designRows, type BaselineDesign } from "./baseline-design.ts";
import {
  controlValues,
  hasAllControls,
  pooledControl,
  stillControl,
  type ControlSeries,
} from "./control-series.ts";
import { tryMixtureBaseline, type MixtureBaseline } from "./mixture-baseline.ts";
import { pooledTotals, type RatioPoint } from "./ratio-point.ts";

/** A ratio series before the start, about its own level, with the series that are to explain it. */
export type LinearisedSeries = {
  readonly kind: "series";
  /** The pre-periods that enter: those in which every control has a value. */
  readonly pre: readonly RatioPoint[];
  /** R₀ = ΣN / ΣD of these. */
  readonly baselineRatio: number;
  /** D̄, their mean denominator. */
  readonly meanDenominator: number;
  /** What the subtracted series adds to the expected ratio of a period; 0 without one. */
  readonly offsetAt: (index: number) => number;
  /** Design rows of any periods. */
  readonly rowsAt: (indices: readonly number[]) => number[][];
  /** Size of the numbers that the linearised values are differences of. */
  readonly magnitude: number;
};

export type NoBaseline = { readonly kind: "no-baseline"; readonly reason: string };

export type LinearisedRequest = {
  readonly pre: readonly RatioPoint[];
  /** The periods to be foreseen: every control needs a value in each. */
  readonly post: readonly RatioPoint[];
  readonly design: BaselineDesign;
  readonly controls?: ControlSeries | undefined;
};

/**
 * Prepares a ratio series for the mixture baseline. Control series enter as their own ratios; the
 * subtracted one (difference-in-differences) as its movement since its pooled level before the start.
 */
export function linearisedSeries(request: LinearisedRequest): LinearisedSeries | NoBaseline {
  const { post, design, controls = {} } = request;
  if (request.pre.length === 0) return none("there is no period before the start");
  const values = controlValues(design, controls);
  const pre = request.pre.filter(({ index }) => hasAllControls(values, index));
  if (pre.length === 0) return none("in no period before the start has every control series a value");
  const missing = post.filter(({ index }) => !hasAllControls(values, index)).length;
  if (missing > 0) return none(`a control series has no value in ${missing} of the periods since the start`);
  const { numerator, denominator } = pooledTotals(pre);
  if (denominator === 0) return none("the denominator is zero in every period before the start");
  const times = pre.map(({ index }) => index);
  const still = stillControl(design, values, times);
  if (still !== null) return none(`the control series ${still} did not move before the start`);

  const { difference } = designParts(design);
  const subtracted = difference === null ? undefined : values.get(difference);
  const level = difference === null ? 0 : pooledControl(controls[difference] ?? [], new Set(times));
  const origin = times.reduce((sum, time) => sum + time, 0) / times.length;
  const largest = pre.reduce((most, point) => Math.max(most, Math.abs(point.numerator)), 0);
  const meanDenominator = denominator / pre.length;
  return {
    kind: "series",
    pre,
    baselineRatio: numerator / denominator,
    meanDenominator,
    offsetAt: (index) => (subtracted?.get(index) ?? level) - level,
    rowsAt: (indices) => designRows(design, indices, { origin, controls: values }),
    magnitude: largest / meanDenominator + Math.abs(level),
  };
}

/** Fits the mixture baseline to z = (N − R₀·D) / D̄, less the movement of the subtracted series. */
export function fitLinearised(series: LinearisedSeries): MixtureBaseline | NoBaseline {
  const { pre, baselineRatio, meanDenominator, offsetAt, rowsAt, magnitude } = series;
  const times = pre.map(({ index }) => index);
  const baseline = tryMixtureBaseline({
    times,
    y: pre.map(
      ({ index, numerator, denominator }) =>
        (numerator - baselineRatio * denominator) / meanDenominator - offsetAt(index),
    ),
    design: rowsAt(times),
    magnitude,
  });
  return "kind" in baseline ? none(baseline.reason) : baseline;
}

function none(reason: string): NoBaseline {
  return { kind: "no-baseline", reason };
}
