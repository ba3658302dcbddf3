import { namesInDesign, pooledControl, type ControlSeries } from "./control-series.ts";
import type { BaselineDesign } from "./baseline-design.ts";
import { pooledTotals, type RatioPoint } from "./ratio-point.ts";

/** A series up to now, to be carried on in thought. */
export type SeriesSoFar = {
  readonly pre: readonly RatioPoint[];
  readonly post: readonly RatioPoint[];
  readonly design: BaselineDesign;
  readonly controls?: ControlSeries | undefined;
};

export type PlannedPeriods = {
  /** The periods to come: the volume given, nothing counted yet. */
  readonly periods: RatioPoint[];
  readonly controls: ControlSeries;
};

/**
 * The next `count` periods of a series at a given volume a period, with every control series where it
 * stood on average before the start.
 */
export function plannedPeriods(series: SeriesSoFar, count: number, volume: number): PlannedPeriods {
  const { pre, post, design, controls = {} } = series;
  const last = (post.at(-1) ?? pre.at(-1))?.index ?? -1;
  const indices = Array.from({ length: count }, (_, i) => last + 1 + i);
  const before = new Set(pre.map(({ index }) => index));
  const carriedOn = namesInDesign(design).map((name): [string, RatioPoint[]] => {
    const seen = controls[name]?.filter(({ index }) => index <= last) ?? [];
    const level = pooledControl(seen, before);
    const toCome = Number.isFinite(level)
      ? indices.map((index) => ({ index, numerator: level, denominator: 1 }))
      : [];
    return [name, [...seen, ...toCome]];
  });
  return {
    periods: indices.map((index) => ({ index, numerator: 0, denominator: volume })),
    controls: Object.fromEntries(carriedOn),
  };
}

/** Mean denominator of the periods given; 0 where there are none. */
export function meanVolume(points: readonly RatioPoint[]): number {
  return points.length === 0 ? 0 : pooledTotals(points).denominator / points.length;
}
