import type { BaselineChoice } from "@liftledger/baselines/choose-baseline";
import type { PlaceboCheck } from "@liftledger/baselines/placebo-check";
import { countOf } from "@liftledger/kpis/unit";
import type { Measurement } from "./measurement.ts";

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
 * Grades a lift measured against a baseline. The ladder gives the best that history and design allow. C also wants a
 * placebo check that passed, so one that could not be made leaves D. A comparison series (B) carries its own proof
 * where none can be made. A check that failed leaves D whatever the design: the method sees effects where there are
 * none. The check is null where the ladder asks for none. A history without any noise (`noiseSeen` false) is graded as
 * an estimate: its interval is a point and knows nothing of chance, and what was measured varies.
 */
export function gradeEvidence(
  choice: BaselineChoice,
  placebo: PlaceboCheck | null,
  noiseSeen = true,
): GradedEvidence {
  const reasons = [...choice.reasons];
  const { bestGrade } = choice;
  if (!noiseSeen) return { grade: "E", reasons: [...reasons, NO_NOISE] };
  if (placebo?.kind === "checked" && !placebo.passed) {
    const { folds, falseAlarms } = placebo;
    reasons.push(
      `The placebo check failed: of ${folds} pretended starts ${falseAlarms} showed an effect where there was none.`,
    );
    return { grade: bestGrade < "D" ? "D" : bestGrade, reasons };
  }
  if (bestGrade !== "C" || placebo?.kind === "checked") return { grade: bestGrade, reasons };
  const history =
    placebo === null
      ? "There was no placebo check"
      : `A placebo check needs ${placebo.needed} periods before the start and ${placebo.found} are there`;
  reasons.push(`${history}, so this stays a before-and-after comparison.`);
  return { grade: "D", reasons };
}

const NO_NOISE =
  "Before the start nothing varies, to the last digit: the likely range is a single point and says nothing of chance. " +
  "Measured values vary, so look at where these come from.";

/**
 * Grades what brings its own comparison; null for what rests on the series' baseline. A timed sample is D from 20 items on either side.
 */
export function gradeMeasurement(measurement: Measurement | undefined): GradedEvidence | null {
  if (measurement?.kind === "timed-sample")
    return gradeOf({
      method: "timed-sample",
      itemsBefore: measurement.before.items,
      itemsAfter: measurement.after.items,
    });
  if (measurement?.kind !== "hold-out") return null;
  const { sampleRatioPassed, analysedAsRandomised } = measurement;
  return gradeOf({ method: "hold-out", sampleRatioPassed, analysedAsRandomised });
}

/** What decides a grade, by the way a lift came to be known. */
export type EvidenceFacts =
  | { method: "hold-out"; sampleRatioPassed: boolean; analysedAsRandomised: boolean }
  | ({ method: "comparison-series" | "own-history" } & HistoryFacts)
  | { method: "timed-sample"; itemsBefore: number; itemsAfter: number }
  | { method: "estimate" | "benchmark" };

interface HistoryFacts {
  periodType: "week" | "month";
  prePeriods: number;
  contaminated: boolean;
  /** Null where no placebo check was made. */
  placeboPassed: boolean | null;
}

/** Items a timed sample needs on either side. */
const neededItems = 20;
/** Periods before the start for any interval, for a comparison series, for an interrupted time series. */
const leastPeriods = 3;
const neededForComparison = { week: 8, month: 12 };
const neededWeeks = 26;

/**
 * The evidence grade of plain facts, with its reasons:
 *
 * - A, a randomised hold-out that was split and analysed as planned; B where other units were analysed than
 *   randomised, D where the split did not hold;
 * - B, a comparison series over 8 weeks or 12 months before the start or more, and C, an interrupted time series of 26
 *   weeks or more with a placebo check that passed; a check that failed, and another initiative on the series by
 *   then, leave D;
 * - D, before and after with three periods or more, or a timed sample of 20 items on either side; else E;
 * - E, an estimate or a typed benchmark.
 *
 * Throws a RangeError for numbers of periods or items that are none.
 *
 * @example gradeOf({ method: "timed-sample", itemsBefore: 20, itemsAfter: 19 }).grade // "E"
 */
export function gradeOf(facts: EvidenceFacts): GradedEvidence {
  switch (facts.method) {
    case "hold-out":
      return gradeOfHoldOut(facts);
    case "timed-sample":
      return gradeOfSample(facts);
    case "estimate":
      return graded("E", "An estimate: nothing was measured.");
    case "benchmark":
      return graded("E", "A typed benchmark is an assumption: it was measured elsewhere.");
    default:
      return gradeOfHistory(facts);
  }
}

function gradeOfHoldOut({
  sampleRatioPassed,
  analysedAsRandomised,
}: Extract<EvidenceFacts, { method: "hold-out" }>) {
  if (!sampleRatioPassed)
    return graded(
      "D",
      "A randomised hold-out.",
      "The groups do not have the sizes they were to have, so they differ for a reason nobody knows: no better than before and after.",
    );
  if (!analysedAsRandomised)
    return graded(
      "B",
      "A randomised hold-out.",
      "What was analysed is not what was randomised: the comparison stands, and its interval is too narrow.",
    );
  return graded("A", "A randomised hold-out, split and analysed as planned.");
}

function gradeOfSample({ itemsBefore, itemsAfter }: Extract<EvidenceFacts, { method: "timed-sample" }>) {
  requireCount(itemsBefore, "items");
  requireCount(itemsAfter, "items");
  const sample = `A timed sample of ${itemsBefore} items before the start and ${itemsAfter} after it`;
  return itemsBefore >= neededItems && itemsAfter >= neededItems
    ? graded("D", `${sample}.`)
    : graded("E", `${sample}; ${neededItems} on either side would make it a measurement.`);
}

function gradeOfHistory(
  facts: HistoryFacts & { method: "comparison-series" | "own-history" },
): GradedEvidence {
  const { periodType, prePeriods, contaminated, placeboPassed } = facts;
  requireCount(prePeriods, `${periodType}s`);
  const compares = facts.method === "comparison-series";
  const name = compares ? "A comparison series" : "The series against its own history";
  if (prePeriods < leastPeriods)
    return graded(
      "E",
      `${name}, with ${countOf(prePeriods, periodType, "en-GB")} before the start: too few to know the noise.`,
    );
  const isLong = compares
    ? prePeriods >= neededForComparison[periodType]
    : periodType === "week" && prePeriods >= neededWeeks;
  const downgrades = [
    !isLong && `${prePeriods} ${periodType}s before the start are too few for more than before and after.`,
    contaminated &&
      "Another initiative already worked on this series before the start: the baseline is contaminated, grade D at best.",
    placeboPassed === false && "The placebo check failed: the method sees effects here where there are none.",
    placeboPassed === null && !compares && "There was no placebo check.",
  ].filter((reason) => reason !== false);
  if (downgrades.length > 0) return graded("D", `${name}.`, ...downgrades);
  const checked = placeboPassed === true ? ", with a placebo check that passed" : "";
  return graded(compares ? "B" : "C", `${name} over ${prePeriods} ${periodType}s${checked}.`);
}

function requireCount(count: number, of: string): void {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`${count} is no number of ${of}`);
}

function graded(grade: EvidenceGrade, ...reasons: string[]): GradedEvidence {
  return { grade, reasons };
}

/** The weaker of several grades: a sum is known no better than its worst part. */
export function weakestGrade(grades: readonly (EvidenceGrade | null)[]): EvidenceGrade | null {
  return grades.reduce<EvidenceGrade | null>(
    (weakest, grade) => (grade === null || (weakest !== null && weakest >= grade) ? weakest : grade),
    null,
  );
}
