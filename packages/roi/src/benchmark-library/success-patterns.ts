/** What is published of one KPI under a use-case pattern. */
export interface PatternKpi {
  kpi: string;
  /** Keys of the catalogue's KPIs that measure the same. */
  catalogueKeys: readonly string[];
  /** A relative change as decimal text: "-0.4" is 40% less, "2" three times as much. */
  relativeChange: string;
  caveat: string | null;
}

/** A published success pattern: which KPIs moved by how much, within how many months. */
export interface SuccessPattern {
  key: string;
  name: string;
  timeframeMonths: readonly [from: number, to: number];
  kpis: readonly PatternKpi[];
  publisher: string;
}

function kpi(
  name: string,
  relativeChange: string,
  catalogueKeys: string[],
  caveat: string | null = null,
): PatternKpi {
  return { kpi: name, relativeChange, catalogueKeys, caveat };
}

/** The success patterns of the default library, as published by Digital Applied. */
export const successPatterns: readonly SuccessPattern[] = [
  {
    key: "content-acceleration",
    name: "content acceleration",
    timeframeMonths: [6, 6],
    kpis: [
      kpi("content output", "2", ["content-output-per-week"]),
      kpi("content production time", "-0.4", ["hours-per-asset"]),
      kpi("organic traffic", "0.25", ["organic-traffic"]),
    ],
    publisher: "Digital Applied",
  },
  {
    key: "personalization-at-scale",
    name: "personalization at scale",
    timeframeMonths: [3, 6],
    kpis: [
      kpi("email open rate", "0.87", ["email-open-rate"]),
      kpi("email click rate", "1.75", ["email-click-rate"]),
      kpi("email-attributed revenue", "0.4", []),
    ],
    publisher: "Digital Applied",
  },
  {
    key: "predictive-lead-scoring",
    name: "predictive lead scoring",
    timeframeMonths: [6, 12],
    kpis: [
      kpi("conversion rate", "1.4", ["lead-conversion-rate", "conversion-rate"]),
      kpi("sales cycle length", "-0.35", ["sales-cycle-length"]),
      kpi("closed deals", "0.5", ["closed-deals"], "with the same team"),
    ],
    publisher: "Digital Applied",
  },
];
