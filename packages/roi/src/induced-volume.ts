import type { Direction } from "@liftledger/kpis/kpi";
import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  roundHalfEven,
  subtractDecimals,
} from "@liftledger/numerics/decimal";

/** A KPI whose denominator the initiative itself moves, such as hours per asset once more assets are made. */
export interface InducedVolumeFacts {
  /** Numerator per denominator unit: expected without the initiative, and seen. Decimal text. */
  expectedRatio: string;
  actualRatio: string;
  /** The denominator expected without the initiative, and seen. */
  expectedVolume: string;
  actualVolume: string;
  direction: Direction;
  /** Money per numerator unit. */
  unitValue: string;
  /** Margin of one additional denominator unit, after all that it costs; none where left out. */
  additionalMargin?: string | undefined;
}

/** Decimal texts: units of the numerator, units of the denominator, and money in the major unit. */
export interface InducedVolumeValue {
  savedUnits: string;
  saving: string;
  additionalVolume: string;
  /** Null where additional volume has no margin of its own: then it is worth nothing here. */
  additionalValue: string | null;
  value: string;
  /** What the numerator costs less than before, all volume included: the change in cash, beside the value. */
  changeInCash: string;
}

/**
 * The value where the initiative moves its own denominator (60 assets become 100). The saving counts on the
 * expected volume only, or on the actual volume where that is lower: nobody would have paid the old hours for
 * assets that would not have been made. The additional volume has its own margin or none; lost volume with a
 * margin counts against it. What is paid for the numerator against before is the change in cash.
 *
 * @example
 * // 12 → 7 hours, 60 → 100 assets, 65 an hour: saves 300 hours, 19,500; the bill for hours falls by 20 hours, 1,300.
 * inducedVolumeValue({ expectedRatio: "12", actualRatio: "7", expectedVolume: "60", actualVolume: "100", direction: "lower", unitValue: "65" }, 2)
 */
export function inducedVolumeValue(facts: InducedVolumeFacts, places: number): InducedVolumeValue {
  const { expectedRatio, actualRatio, expectedVolume, actualVolume, unitValue, additionalMargin } = facts;
  for (const [name, volume] of Object.entries({ expectedVolume, actualVolume })) {
    if (compareDecimals(volume, "0") < 0) throw new RangeError(`${name} is negative: ${volume}`);
  }
  const gain = (actual: string, expected: string) =>
    facts.direction === "higher" ? subtractDecimals(actual, expected) : subtractDecimals(expected, actual);
  const counted = countedVolume(actualVolume, expectedVolume);
  const savedUnits = multiplyDecimals(gain(actualRatio, expectedRatio), counted);
  const saving = multiplyDecimals(savedUnits, unitValue);
  const additionalVolume = subtractDecimals(actualVolume, expectedVolume);
  const additional =
    additionalMargin === undefined ? null : multiplyDecimals(additionalVolume, additionalMargin);
  const numeratorChange = gain(
    multiplyDecimals(actualRatio, actualVolume),
    multiplyDecimals(expectedRatio, expectedVolume),
  );
  const money = (amount: string) => roundHalfEven(amount, places);
  return {
    savedUnits,
    saving: money(saving),
    additionalVolume,
    additionalValue: additional === null ? null : money(additional),
    value: money(addDecimals(saving, additional ?? "0")),
    changeInCash: money(multiplyDecimals(numeratorChange, unitValue)),
  };
}

/** The volume on which a saving counts: what was expected, or what there was where that is less. */
export function countedVolume(actual: string, expected: string): string {
  return compareDecimals(actual, expected) < 0 ? actual : expected;
}
