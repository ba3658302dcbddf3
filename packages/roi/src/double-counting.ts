import type { Kpi } from "@liftledger/kpis/kpi";

/**
 * Review and rework hours belong either to the numerator of a time KPI or to the cost category "review and
 * rework", not to both on one initiative: the same hours would count twice. Answers the reason, or null.
 */
export function reviewCountedTwice(kpis: readonly Kpi[], costCategories: readonly string[]): string | null {
  const timeKpi = kpis.find((kpi) => kpi.numerator.measure === "duration" && kpi.role === "outcome");
  if (timeKpi === undefined || !costCategories.includes("review-and-rework")) return null;
  return (
    `Review and rework would count twice: ${timeKpi.name} already holds those hours in its numerator, and a cost ` +
    `line "review and rework" charges them again. Keep them in one place.`
  );
}
