import type { PlaceboCheck } from "@liftledger/baselines/placebo-check";
import type { PeriodType } from "@liftledger/kpis/period";
import { countOf } from "@liftledger/kpis/unit";
import type { EvidenceGrade } from "@liftledger/roi/evidence-grade";

export interface RaisedFrom {
  grade: EvidenceGrade | null;
  contaminated: boolean;
  prePeriods: number;
  periodType: PeriodType;
  placebo: PlaceboCheck | null;
}

/** The weeks before the start from which a placebo check can be made of a flat baseline. */
const weeksForPlacebo = 34;
const periodsForInterval = 3;

/**
 * What would make the evidence of a lift better, the easiest first: more history, a clean window, and at the end the
 * design that beats all history.
 */
export function whatWouldRaise(from: RaisedFrom): string[] {
  const { grade, contaminated, periodType, placebo } = from;
  if (grade === "A") return [];
  const steps = [...historySteps(from)];
  if (contaminated) {
    steps.push(
      "A window that ends before another initiative began on this series would no longer be contaminated.",
    );
  }
  if (placebo?.kind === "checked" && !placebo.passed) {
    steps.push(
      `Leave out ${periodType}s in which something else happened, such as a sale or an outage: the check on quiet times may then pass.`,
    );
  }
  return [
    ...steps,
    "A randomised hold-out would make it “tested”, the best there is: part of the audience goes without.",
  ];
}

function historySteps({ grade, prePeriods, periodType, placebo }: RaisedFrom): string[] {
  if (prePeriods < periodsForInterval) {
    const missing = countOf(periodsForInterval - prePeriods, periodType, "en-GB");
    return [`${missing} more from before the start would give a likely range: import or log older numbers.`];
  }
  if (periodType === "month") {
    return ["Logged by the month it stays “before and after”; by the week it could become “trend”."];
  }
  const needed = placebo?.kind === "not-enough-history" ? placebo.needed : weeksForPlacebo;
  if (prePeriods >= needed || (grade !== null && grade <= "C")) return [];
  const missing = countOf(needed - prePeriods, "week", "en-GB");
  return [
    `${missing} more from before the start would allow a check on quiet times, and with it “trend”: import or log older numbers.`,
  ];
}
