/** The reasons for which an initiative cannot be judged, in the order in which they are asked. */
export const missingRules = [
  "no-cost",
  "no-data",
  "no-frozen-baseline",
  "not-valued",
  "unmeasured",
  "counted-twice",
  "cost-coverage",
  "benefit-coverage",
  "no-interval",
  "volume",
  "too-early",
] as const;
/** What can be judged may still lack a benchmark that it may be held against. */
export type MissingRule = (typeof missingRules)[number] | "not-comparable";

/** One thing that stands in the way of a judgement: the rule, what to do, and when the answer will come. */
export interface Missing {
  rule: MissingRule;
  what: string;
  /** A day that sorts, "2026-08-02", with "around" before it where it is foreseen from the present pace. */
  knownWhen: string | null;
}

/** A missing thing with the headline of a verdict that rests on it. */
export interface Gap extends Missing {
  headline: string;
}

/** Makes a gap; `knownWhen` only where time alone decides. */
export function gap(rule: MissingRule, headline: string, what: string, knownWhen: string | null = null): Gap {
  return { rule, headline, what, knownWhen };
}
