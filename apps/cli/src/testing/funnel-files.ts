/** Three days of a shop, one of which is refused. */
export const funnelCsv = "Day,Visits,Orders\n2026-05-04,100,5\n2026-05-05,50,3\n2026-05-13,80,x\n";

/** How it is read: weeks of a conversion rate. */
export const funnelRecipe = {
  name: "Shop funnel",
  source: "shop export",
  dateColumn: "Day",
  period: "week",
  scope: "Shop",
  measures: [
    {
      kpi: "conversion-rate",
      numerator: { kind: "sum", columns: ["Orders"] },
      denominator: { kind: "sum", columns: ["Visits"] },
    },
  ],
};
