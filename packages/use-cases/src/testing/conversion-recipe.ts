/** How a test's file of orders and visits is read: weeks of one conversion rate, as JSON text. */
export function conversionRecipe({
  name = "Shop funnel",
  source = "shop export",
  dateColumn = "Day",
  scope,
}: {
  name?: string;
  source?: string;
  dateColumn?: string;
  scope: string;
}): string {
  const measure = {
    kpi: "conversion-rate",
    numerator: { kind: "sum", columns: ["Orders"] },
    denominator: { kind: "sum", columns: ["Visits"] },
  };
  return JSON.stringify({
    name,
    source,
    dateColumn,
    dateFormat: "yyyy-MM-dd",
    period: "week",
    numbers: { decimal: ".", thousands: "" },
    scope,
    measures: [measure],
  });
}
