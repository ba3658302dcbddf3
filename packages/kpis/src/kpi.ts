import type { PeriodType } from "./period.ts";

/**
 * What a KPI may do. An *outcome* may carry money; *leading* moves first and carries none; a worsened
 * *guardrail* caps a verdict at watch; a *model* metric never carries money.
 */
export type KpiRole = "outcome" | "leading" | "guardrail" | "model";

/**
 * What the denominator is. *Exposure* arrives from outside (visits, leads, calls). An *outcome* is itself
 * what the team wants more of (customers, orders, assets). *Input* is effort the team controls (ad spend).
 * *Period* makes the KPI a total: the denominator is 1 for each period. A value whose denominator is an
 * outcome or an input stands only while the volume stays near that of the baseline.
 */
export type DenominatorKind = "exposure" | "outcome" | "input" | "period";

/** What the numerator measures, which dictates what one unit of it can be worth. See `unitValueRule`. */
export type Measure = "count" | "spend" | "revenue" | "duration";

/** Which way is better. */
export type Direction = "higher" | "lower";

/**
 * How an event finds its period. By *cohort*: into the period of what it belongs to (a sale into the week
 * of its visit), so recent periods still grow. By *event*: into the period in which it happened.
 */
export type Dating = "cohort" | "event";

/** How a value is written. Durations shown in hours fall back to minutes below one hour. */
export type KpiDisplay = "percent" | "money" | "number" | "days" | "hours" | "multiple";

/** The definition of a KPI: always a ratio of two logged quantities. */
export type Kpi = {
  /** Lower-case words joined by hyphens, the same in every version. */
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly sentence: string;
  /** `counts` says in the plural what is added up; `unit` is one of them, in the singular. */
  readonly numerator: { readonly counts: string; readonly unit: string; readonly measure: Measure };
  readonly denominator: { readonly counts: string; readonly unit: string; readonly kind: DenominatorKind };
  readonly direction: Direction;
  /** How often it is logged unless a series says otherwise. */
  readonly frequency: PeriodType;
  readonly dating: Dating;
  /** Periods younger than this are shown but stay out of lift and verdict. */
  readonly maturationPeriods: number;
  readonly role: KpiRole;
  /** The numerator is a part of the denominator, so more than 100% is impossible. */
  readonly proportion: boolean;
  /** The denominator that must have been seen since the start before a verdict is given; 0 for none. */
  readonly minimumVolume: number;
  readonly display: KpiDisplay;
  readonly owner: string | null;
};

/** The sign s of the one formula: more is a gain (1) or a loss (-1). */
export function directionSign(direction: Direction): 1 | -1 {
  return direction === "higher" ? 1 : -1;
}

/** Whether the KPI is a total, such as revenue in a week: its denominator is 1 for each period. */
export function isTotal(kpi: Pick<Kpi, "denominator">): boolean {
  return kpi.denominator.kind === "period";
}
