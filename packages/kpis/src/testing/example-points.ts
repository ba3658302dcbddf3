import type { QualityPoint, QualitySetting } from "../data-quality/quality-input.ts";
import { addDays } from "../iso-date.ts";
import type { Kpi } from "../kpi.ts";
import { addPeriods, lastDay, periodType } from "../period.ts";

type Values = readonly (readonly [numerator: number | string, denominator: number | string])[];

/** Conversions out of visits: a proportion with exposure below. */
export const conversions: Pick<Kpi, "numerator" | "denominator" | "proportion"> = {
  numerator: { counts: "conversions", unit: "conversion", measure: "count" },
  denominator: { counts: "visits", unit: "visit", kind: "exposure" },
  proportion: true,
};

/** Spend on new customers: money over an outcome. */
export const acquisitionCost: Pick<Kpi, "numerator" | "denominator" | "proportion"> = {
  numerator: { counts: "spend", unit: "money", measure: "spend" },
  denominator: { counts: "new customers", unit: "customer", kind: "outcome" },
  proportion: false,
};

/** Assets finished in a period: a total. */
export const output: Pick<Kpi, "numerator" | "denominator" | "proportion"> = {
  numerator: { counts: "assets finished", unit: "asset", measure: "count" },
  denominator: { counts: "periods", unit: "period", kind: "period" },
  proportion: false,
};

/** Consecutive periods from the first one, each recorded two days after its end. */
export function pointsFrom(
  first: string,
  values: Values,
  changes: Partial<QualityPoint> = {},
): QualityPoint[] {
  return values.map(([numerator, denominator], at) => {
    const period = addPeriods(first, at);
    return {
      period,
      numerator: String(numerator),
      denominator: String(denominator),
      recordedAt: `${addDays(lastDay(period), 2)}T08:00:00Z`,
      source: "web analytics",
      origin: "measured",
      ...changes,
    };
  });
}

/** The setting in which the last of the points has just been recorded. */
export function settingFor(
  points: readonly QualityPoint[],
  kpi: QualitySetting["kpi"] = conversions,
): QualitySetting {
  const last =
    points
      .map(({ period }) => period)
      .toSorted()
      .at(-1) ?? "2026-W01";
  return { kpi, periodType: periodType(last), asOf: addDays(lastDay(last), 3) };
}

/** Conversions of a sound series: about 3 % of some 4,000 visits, moving by a fixed pattern, never twice alike. */
export function soundValues(count: number): [number, number][] {
  return Array.from({ length: count }, (_, at) => {
    const wave = ((at * 7919) % 101) / 101 - 0.5;
    const visits = 4000 + Math.round(300 * wave) + (at % 3);
    return [Math.round(visits * (0.03 + 0.003 * (((at * 104_729) % 97) / 97 - 0.5))), visits];
  });
}
