import { compareDecimals, isDecimal, normaliseDecimal } from "@liftledger/numerics/decimal";
import { isIsoDate, type IsoDate } from "./iso-date.ts";
import type { Kpi } from "./kpi.ts";
import { withinSentence } from "./within-sentence.ts";

/** What an initiative promises: a KPI, which way, by how many percent, by when. */
export type Outcome = {
  readonly kpi: Pick<Kpi, "name" | "direction">;
  readonly change: "increase" | "decrease";
  /** Relative change in percent as a plain decimal above 0: "15" is 15 percent, not 15 points. */
  readonly percent: string;
  readonly by: IsoDate;
};

/** The sentence, or the reason why the outcome is refused. */
export type OutcomeSentence =
  | { readonly kind: "sentence"; readonly text: string }
  | { readonly kind: "refused"; readonly field: "change" | "percent" | "by"; readonly reason: string };

/**
 * The business outcome in one sentence with a number, its day as it sorts: who shows it says it by `sayDays`. Refused, with the field and the reason, when the
 * direction would make the KPI worse, when the percentage is not above 0, when more than everything is
 * to be taken away, or when the date does not exist.
 *
 *     outcomeSentence({ kpi: leadCycleTime, change: "decrease", percent: "15", by: "2027-03-31" })
 *     // { kind: "sentence", text: "Reduce lead-to-opportunity cycle time by 15 percent by 2027-03-31" }
 */
export function outcomeSentence({ kpi, change, percent, by }: Outcome): OutcomeSentence {
  const better = kpi.direction === "higher" ? "increase" : "decrease";
  if (change !== better) {
    return refused(
      "change",
      `${kpi.name} is better when ${kpi.direction}; '${verbs[change]}' would make it worse.`,
    );
  }
  if (!isDecimal(percent)) return refused("percent", `'${percent}' is not a number; write it as 15 or 12.5.`);
  if (compareDecimals(percent, "0") <= 0) {
    return refused(
      "percent",
      `The change must be above 0 percent; '${verbs[change]}' already says which way.`,
    );
  }
  if (change === "decrease" && compareDecimals(percent, "100") > 0) {
    return refused("percent", `${kpi.name} cannot fall by more than 100 percent.`);
  }
  if (!isIsoDate(by)) return refused("by", `'${by}' is not a day of the calendar; write it as 2027-03-31.`);
  const verb = change === "increase" ? "Increase" : "Reduce";
  return {
    kind: "sentence",
    text: `${verb} ${withinSentence(kpi.name)} by ${normaliseDecimal(percent)} percent by ${by}`,
  };
}

// One word for one thing: the sentence says "reduce", and so does what is said about it.
const verbs = { increase: "increase", decrease: "reduce" } as const;

function refused(field: "change" | "percent" | "by", reason: string): OutcomeSentence {
  return { kind: "refused", field, reason };
}
