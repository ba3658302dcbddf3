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

/**
 * Spend inside a KPI's own ratio (working media in acquisition cost or in return on ad spend) is never also a cost
 * line of the initiative: it would be subtracted twice. Answers the reason, or null. `costCategories` are those
 * of the initiative's cost lines.
 */
export function mediaCountedTwice(kpis: readonly Kpi[], costCategories: readonly string[]): string | null {
  const spendKpi = kpis.find((kpi) => kpi.role === "outcome" && holdsSpend(kpi));
  if (spendKpi === undefined || !costCategories.includes("working-media")) return null;
  return (
    `Working media would count twice: ${spendKpi.name} already holds that spend, and a cost line "working media" ` +
    `charges it again. Keep it in the KPI; cost lines take what the initiative itself costs.`
  );
}

function holdsSpend({ numerator, denominator }: Kpi): boolean {
  return numerator.measure === "spend" || denominator.kind === "input";
}
