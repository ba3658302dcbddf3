import type { BenefitInput, SnapshotValue } from "./benefit-input.ts";
import { percentText } from "./percent-text.ts";

/** How far the volume per period may move from that of the baseline, either way. */
const allowedShift = 0.25;

/**
 * The rule for denominators that are themselves wanted or chosen (customers, ad spend): −(N − cD) prices the
 * last customer like the average one, so halving the spend would look like a gain. The plain formula stands
 * only while the volume stays, per period, within 25% of its mean before the start. Volume is the denominator,
 * and the numerator too where it is spend; other numerators move because of the effect itself.
 *
 * Answers a reason when one left that range over the periods given, else null. KPIs whose denominator arrives
 * from outside (visits, leads) or is a period are always within it.
 */
export function volumeOutOfRange(
  { kpi, baseline, periodType }: Pick<BenefitInput, "kpi" | "baseline" | "periodType">,
  after: readonly SnapshotValue[],
): string | null {
  const { kind } = kpi.denominator;
  const before = baseline?.before ?? [];
  if ((kind !== "outcome" && kind !== "input") || before.length === 0 || after.length === 0) return null;
  const sides =
    kpi.numerator.measure === "spend" ? (["denominator", "numerator"] as const) : (["denominator"] as const);
  for (const side of sides) {
    const shift = meanOf(after, side) / meanOf(before, side) - 1;
    // 0 of 0 is no number, and no shift either; something after nothing is one without a percentage.
    if (Number.isNaN(shift) || Math.abs(shift) <= allowedShift) continue;
    const moved = Number.isFinite(shift)
      ? `${shift > 0 ? "rose" : "fell"} by ${percentText(Math.abs(shift), [allowedShift])} on average`
      : "was zero before the start";
    return (
      `Volume left the baseline's range: ${kpi[side].counts} per ${periodType} ${moved}, and the formula holds only ` +
      `within ${percentText(allowedShift)} of the level before the start.`
    );
  }
  return null;
}

function meanOf(snapshots: readonly SnapshotValue[], side: "numerator" | "denominator"): number {
  return snapshots.reduce((sum, snapshot) => sum + Number(snapshot[side]), 0) / snapshots.length;
}
