import { designParts, type BaselineDesign } from "./baseline-design.ts";
import { checkRatioPoints, pooledTotals, type RatioPoint } from "./ratio-point.ts";

/** Series that the initiative does not touch, by the names a design gives them. */
export type ControlSeries = Readonly<Record<string, readonly RatioPoint[]>>;

/** Ratio of each control series by period number; a period without denominators has none. */
export type ControlValues = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** The names of all series a design needs besides the one it explains. */
export function namesInDesign(design: BaselineDesign): string[] {
  const { controls, difference } = designParts(design);
  return difference === null ? [...controls] : [...controls, difference];
}

/**
 * The ratios of the control series a design names. Throws RangeError for a name without a series and for
 * periods `checkRatioPoints` refuses.
 */
export function controlValues(design: BaselineDesign, controls: ControlSeries = {}): ControlValues {
  return new Map(
    namesInDesign(design).map((name) => {
      const points = controls[name];
      if (points === undefined)
        throw new RangeError(`the design names a control series ${name}; none is given`);
      checkRatioPoints(points);
      const seen = points.filter(({ denominator }) => denominator > 0);
      return [
        name,
        new Map(seen.map(({ index, numerator, denominator }) => [index, numerator / denominator])),
      ];
    }),
  );
}

/** Whether every control series has a value in the period. */
export function hasAllControls(values: ControlValues, index: number): boolean {
  for (const series of values.values()) if (!series.has(index)) return false;
  return true;
}

/** The control's pooled ratio over the periods given. */
export function pooledControl(points: readonly RatioPoint[], indices: ReadonlySet<number>): number {
  const { numerator, denominator } = pooledTotals(points.filter(({ index }) => indices.has(index)));
  return numerator / denominator;
}

/** Movement below this share of the size is rounding. */
const STILL = 1e-12;

/** The name of a control that stands still over the periods given, and so explains nothing; else null. */
export function stillControl(
  design: BaselineDesign,
  values: ControlValues,
  indices: readonly number[],
): string | null {
  for (const name of designParts(design).controls) {
    const seen = indices.map((index) => values.get(name)?.get(index) ?? 0);
    const low = seen.reduce((least, value) => Math.min(least, value), Infinity);
    const high = seen.reduce((most, value) => Math.max(most, value), -Infinity);
    if (high - low <= STILL * Math.max(-low, high)) return name;
  }
  return null;
}
