import type { BaselineChoice } from "@liftledger/baselines/choose-baseline";
import type { PlaceboCheck } from "@liftledger/baselines/placebo-check";

/**
 * How a lift is known: A randomised hold-out, B comparison series, C interrupted time series, D before and
 * after, E estimate. What is measured against a series' own history reaches C at best.
 */
export type EvidenceGrade = "A" | "B" | "C" | "D" | "E";

/** A grade with the plain reasons for it. */
export interface GradedEvidence {
  grade: EvidenceGrade;
  reasons: string[];
}

/**
 * Grades a lift measured against the series' own past. The ladder gives the best that the length of the
 * history allows; C also wants a placebo check that passed, so one that failed or could not be made leaves
 * D. The check is null where the ladder asks for none.
 */
export function gradeEvidence(choice: BaselineChoice, placebo: PlaceboCheck | null): GradedEvidence {
  const reasons = [...choice.reasons];
  if (placebo?.kind === "checked" && !placebo.passed) {
    const { folds, falseAlarms } = placebo;
    reasons.push(
      `The placebo check failed: of ${folds} pretended starts ${falseAlarms} showed an effect where there was none.`,
    );
  }
  if (choice.bestGrade !== "C") return { grade: choice.bestGrade, reasons };
  if (placebo?.kind === "checked") return { grade: placebo.passed ? "C" : "D", reasons };
  const history =
    placebo === null
      ? "There was no placebo check"
      : `A placebo check needs ${placebo.needed} periods before the start and ${placebo.found} are there`;
  reasons.push(`${history}, so this stays a before-and-after comparison.`);
  return { grade: "D", reasons };
}

/** The weaker of several grades: a sum is known no better than its worst part. */
export function weakestGrade(grades: readonly (EvidenceGrade | null)[]): EvidenceGrade | null {
  return grades.reduce<EvidenceGrade | null>(
    (weakest, grade) => (grade === null || (weakest !== null && weakest >= grade) ? weakest : grade),
    null,
  );
}
