import type { Kpi } from "@liftledger/kpis/kpi";

interface Volume {
  numerator: number;
  denominator: number;
}

/** How far the volume per period may move from that of the baseline, either way. */
const allowedShift = 0.25;

/**
 * The rule for denominators that are themselves wanted or chosen (customers, ad spend): −(N − cD) prices the
 * last customer like the average one, so halving the spend would look like a gain. The plain formula stands
 * only while the volume stays, per period, within 25 % of its mean before the start. Volume is the denominator,
 * and the numerator too where it is spend; other numerators move because of the effect itself.
 *
 * Answers a reason when one left that range, else null. KPIs whose denominator arrives from outside (visits,
 * leads) or is a period are always within it.
 */
export function volumeOutOfRange(
  kpi: Kpi,
  before: readonly Volume[],
  after: readonly Volume[],
): string | null {
  const { kind } = kpi.denominator;
  if ((kind !== "outcome" && kind !== "input") || before.length === 0 || after.length === 0) return null;
  const sides =
    kpi.numerator.measure === "spend" ? (["denominator", "numerator"] as const) : (["denominator"] as const);
  for (const side of sides) {
    const was = meanOf(before, side);
    const is = meanOf(after, side);
    if (was === 0 || Math.abs(is / was - 1) <= allowedShift) continue;
    const moved = Math.round((is / was - 1) * 100);
    return (
      `Volume left the baseline's range: ${kpi[side].counts} per period ${moved > 0 ? "rose" : "fell"} by ` +
      `${Math.abs(moved)} %, and the formula holds only within 25 % of the level before the start.`
    );
  }
  return null;
}

function meanOf(volumes: readonly Volume[], side: keyof Volume): number {
  return volumes.reduce((sum, volume) => sum + volume[side], 0) / volumes.length;
}
