import { FLAT_DESIGN, YEARLY_SEASON, type BaselineDesign } from "./baseline-design.ts";

export type BaselineSituation = {
  readonly periodType: "week" | "month";
  /** Mature periods before the start. */
  readonly prePeriods: number;
  /** Whether another initiative already worked on the series in the pre-period. */
  readonly contaminated?: boolean;
};

/** What the data allows: one rung of the ladder. */
export type BaselineChoice = {
  readonly rung: Rung;
  /** null where no lift can be computed. */
  readonly design: BaselineDesign | null;
  readonly hasInterval: boolean;
  /** The badge "indicative": an interval that rests on very little. */
  readonly indicative: boolean;
  /** The best evidence grade this history can earn; C still needs a passed placebo check. */
  readonly bestGrade: "C" | "D" | "E";
  /** Plain sentences for the person who asks why. */
  readonly reasons: readonly string[];
  /** Whether the rolling placebo check is run. */
  readonly placebo: boolean;
};

export type Rung = "none" | "point" | "indicative" | "short" | "half-year" | "year" | "seasonal";

type LadderRow = Omit<BaselineChoice, "reasons"> & { readonly from: number; readonly reason: string };

const NO_HISTORY =
  "There is no period before the start, so there is no lift: a hold-out, a staggered start or a control series would give one.";
const POINT_ONLY = "One or two periods before the start give a point, but no idea of the noise around it.";
const NO_SEASON = "Less than two years of history cannot show a yearly season.";

/** Weekly series; each row holds from its number of pre-periods up to the next row's. */
const WEEKLY_LADDER: readonly LadderRow[] = [
  row(0, "none", null, "E", NO_HISTORY),
  row(1, "point", FLAT_DESIGN, "E", POINT_ONLY),
  row(
    3,
    "indicative",
    FLAT_DESIGN,
    "D",
    "Three to seven weeks before the start: the interval is indicative.",
  ),
  row(
    8,
    "short",
    FLAT_DESIGN,
    "D",
    "Under 26 weeks before the start: a flat baseline, without trend or season.",
  ),
  row(26, "half-year", FLAT_DESIGN, "C", `A flat baseline on half a year or more. ${NO_SEASON}`),
  row(52, "year", FLAT_DESIGN, "C", `A flat baseline on a year or more. ${NO_SEASON}`),
  row(
    104,
    "seasonal",
    YEARLY_SEASON,
    "C",
    "Two years or more before the start: a yearly season is part of the baseline.",
  ),
];

/**
 * Monthly series. Grade C is counted in weeks of placebo-checked history, which a monthly series of
 * ordinary length cannot have: D at best.
 */
const MONTHLY_LADDER: readonly LadderRow[] = [
  row(0, "none", null, "E", NO_HISTORY),
  row(1, "point", FLAT_DESIGN, "E", POINT_ONLY),
  row(3, "indicative", FLAT_DESIGN, "D", "Under twelve months before the start: the interval is indicative."),
  row(12, "short", FLAT_DESIGN, "D", `A flat baseline on twelve months or more. ${NO_SEASON}`),
];

const CONTAMINATED =
  "Another initiative already worked on this series before the start: the baseline is contaminated, grade D at best.";

/**
 * The ladder: what a history of this length allows, and why. Throws RangeError for a number of
 * periods that is not whole or negative.
 *
 * @example chooseBaseline({ periodType: "week", prePeriods: 104 }).design // two harmonics of 52.18 weeks
 */
export function chooseBaseline(situation: BaselineSituation): BaselineChoice {
  const { periodType, prePeriods, contaminated = false } = situation;
  if (!(Number.isSafeInteger(prePeriods) && prePeriods >= 0)) {
    throw new RangeError(`${prePeriods} is no number of periods`);
  }
  const ladder = periodType === "week" ? WEEKLY_LADDER : MONTHLY_LADDER;
  const reached = ladder.findLast(({ from }) => prePeriods >= from) as LadderRow;
  const { from: _, reason, ...choice } = reached;
  const bestGrade = contaminated && choice.bestGrade === "C" ? "D" : choice.bestGrade;
  return { ...choice, bestGrade, reasons: contaminated ? [reason, CONTAMINATED] : [reason] };
}

function row(
  from: number,
  rung: Rung,
  design: BaselineDesign | null,
  bestGrade: "C" | "D" | "E",
  reason: string,
): LadderRow {
  return {
    from,
    rung,
    design,
    hasInterval: design !== null && rung !== "point",
    indicative: rung === "indicative",
    bestGrade,
    reason,
    placebo: bestGrade === "C",
  };
}
