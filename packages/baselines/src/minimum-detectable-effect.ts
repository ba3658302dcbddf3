import type { BaselineDesign } from "./baseline-design.ts";
import type { ControlSeries } from "./control-series.ts";
import { liftWithNoise } from "./lift-with-noise.ts";
import type { NoValue } from "./no-value.ts";
import { meanVolume, plannedPeriods } from "./planned-periods.ts";
import type { Direction, RatioPoint } from "./ratio-point.ts";
import { isClearOfZero } from "./relative-lift.ts";
import { mixtureMean, mixtureQuantile, scaleMixture, type StudentMixture } from "./student-mixture.ts";

export type DetectableRequest = {
  readonly pre: readonly RatioPoint[];
  readonly design: BaselineDesign;
  readonly controls?: ControlSeries | undefined;
  readonly direction: Direction;
  /** Periods after the start over which the lift is to be measured. */
  readonly periodsAfter: number;
  /** Denominator of each of them; the mean of the pre-period where left out. */
  readonly volumePerPeriod?: number;
  /** Level of the interval that is to leave zero out; 0.8 where left out, as shown in the product. */
  readonly level?: number;
  /** The chance with which it is to do so; 0.8 where left out. */
  readonly power?: number;
  readonly wideningFactor?: number;
};

export type DetectableEffect =
  | {
      readonly kind: "value";
      /** Incremental units over all periods; positive is better. */
      readonly units: number;
      /** Change of the ratio: units over the volume of all periods. */
      readonly ratioChange: number;
      /** As a share of what is expected without the initiative; null where that comes near zero. */
      readonly relative: number | null;
      readonly assumption: string;
    }
  | NoValue;

/**
 * The smallest lift that so many periods can show: with it, the interval of the given level leaves zero
 * out with the given power. Both are read from the distribution in which the baseline foresees those
 * periods, so the answer knows all that the lift itself will know of the noise.
 *
 * An effect d lifts the total to X + d, and is seen when that passes the upper end of the interval:
 * d = q(1 − α/2) − q(1 − power), with q the quantiles of the total; mirrored where lower is better.
 *
 * No value without an interval, or from a history without noise. Throws RangeError for a power or level
 * outside (0, 1), or no periods.
 *
 * @example minimumDetectableEffect({ pre, design: FLAT_DESIGN, direction: 1, periodsAfter: 8 })
 */
export function minimumDetectableEffect(request: DetectableRequest): DetectableEffect {
  const { pre, design, direction, periodsAfter, level = 0.8, power = 0.8 } = request;
  refuse(request, level, power);
  const volume = request.volumePerPeriod ?? meanVolume(pre);
  const { periods, controls } = plannedPeriods({ ...request, post: [] }, periodsAfter, volume);
  const { wideningFactor = 1 } = request;
  // Nothing is counted in the planned periods, so the shortfall is all that is expected of them.
  const lift = liftWithNoise({ pre, post: periods, direction: -1, design, controls, wideningFactor });
  if (lift.kind === "no-value") return lift;
  const expected = lift.incrementalUnitsDistribution();
  const units = detectableUnits(scaleMixture(expected, direction), level, power);
  return {
    kind: "value",
    units,
    ratioChange: units / (volume * periodsAfter),
    relative: isClearOfZero(expected, level) ? units / mixtureMean(expected) : null,
    assumption:
      "The volume stays as it is, the noise goes on as before the start, and control series stay at their mean.",
  };
}

function detectableUnits(total: StudentMixture, level: number, power: number): number {
  return mixtureQuantile(total, (1 + level) / 2) - mixtureQuantile(total, 1 - power);
}

function refuse(
  { periodsAfter, volumePerPeriod = 1 }: DetectableRequest,
  level: number,
  power: number,
): void {
  if (!(Number.isSafeInteger(periodsAfter) && periodsAfter >= 1)) {
    throw new RangeError(`an effect is measured over at least one period, not ${periodsAfter}`);
  }
  if (!(volumePerPeriod > 0 && volumePerPeriod < Infinity)) {
    throw new RangeError(`a period has a volume above 0, not ${volumePerPeriod}`);
  }
  for (const chance of [level, power]) {
    if (!(chance > 0 && chance < 1))
      throw new RangeError(`level and power lie between 0 and 1, got ${chance}`);
  }
}
