import type { Kpi } from "../kpi.ts";

/** What must not get worse while something else gets better. */
export const qualityKpis = [
  {
    key: "ai-error-and-rework-rate",
    version: 1,
    name: "AI error and rework rate",
    sentence: "Of the pieces of work an AI delivered, the share that was wrong or had to be done again.",
    numerator: { counts: "AI outputs that were wrong or reworked", unit: "output", measure: "count" },
    denominator: { counts: "AI outputs delivered", unit: "output", kind: "exposure" },
    direction: "lower",
    frequency: "week",
    dating: "event",
    maturationPeriods: 0,
    // Not a model metric: it is counted in real work, and a gain bought with errors must not pass unseen.
    // It carries no money, since the hours of rework are already in the time KPIs.
    role: "guardrail",
    proportion: true,
    minimumVolume: 100,
    display: "percent",
    owner: null,
  },
  {
    key: "complaint-rate",
    version: 1,
    name: "Complaint rate",
    sentence: "Of the customers served in a period, the share that complained.",
    numerator: { counts: "customers who complained", unit: "customer", measure: "count" },
    denominator: { counts: "customers served", unit: "customer", kind: "exposure" },
    direction: "lower",
    frequency: "week",
    dating: "event",
    maturationPeriods: 0,
    role: "guardrail",
    proportion: true,
    minimumVolume: 1000,
    display: "percent",
    owner: null,
  },
  {
    key: "model-precision",
    version: 1,
    name: "Model precision",
    sentence:
      "Of the cases a model flagged, the share that turned out as it said: scored leads, customers about to leave.",
    numerator: { counts: "flagged cases that proved right", unit: "case", measure: "count" },
    denominator: { counts: "cases flagged by the model", unit: "case", kind: "exposure" },
    direction: "higher",
    frequency: "week",
    dating: "cohort",
    maturationPeriods: 8,
    role: "model",
    proportion: true,
    minimumVolume: 100,
    display: "percent",
    owner: null,
  },
] as const satisfies readonly Kpi[];
