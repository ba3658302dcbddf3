import { composeDesign, YEARLY_SEASON, designParts, type BaselineDesign } from "./baseline-design.ts";
import { LADDERS, type LadderRow, type Rung } from "./ladder.ts";

/** How control series enter: each weighed by regression, or one subtracted as it is (difference in differences). */
export type ControlMethod = "weigh" | "subtract";

export type BaselineSituation = {
  readonly periodType: "week" | "month";
  /** Mature periods before the start, less those that triggered it. */
  readonly prePeriods: number;
  /** Whether another initiative already worked on the series in the pre-period. */
  readonly contaminated?: boolean;
  /** Series over the same periods that the initiative does not touch, the best first. */
  readonly controls?: readonly string[];
  /**
   * What was asked to be done with the control series: weighed by regression, or the best one subtracted as it is. The
   * ladder decides where left out, and where there is too little to weigh by.
   */
  readonly method?: ControlMethod;
  /** Of the control series those that an initiative claims itself, so that they no longer show what would have been. */
  readonly claimedControls?: readonly string[];
  /** Whether a randomised hold-out runs. */
  readonly holdOut?: boolean;
  /** A trend somebody declared: the day it was declared and the day of the start, as ISO dates. */
  readonly declaredTrend?: { readonly declaredOn: string; readonly startsOn: string };
  /** Periods before the start younger than the KPI's maturation window; they are not in `prePeriods`. */
  readonly immaturePeriods?: number;
  /** Periods left out because they triggered the start; they are not in `prePeriods`. */
  readonly triggerPeriods?: number;
  /** The design a baseline was frozen with: it stays, and the ladder says what it is rather than choose again. */
  readonly frozenDesign?: BaselineDesign;
  /** Whether somebody typed a benchmark to go by until there is something better. */
  readonly typedBenchmark?: boolean;
};

/** What the data allows: one rung of the ladder. */
export type BaselineChoice = {
  readonly rung: Rung;
  /** What the lift is best read from: design beats length, so a hold-out or a control series comes first. */
  readonly source: "hold-out" | "control-series" | "own-history" | "typed-benchmark" | "nothing";
  /** null where no lift can be computed. */
  readonly design: BaselineDesign | null;
  readonly hasInterval: boolean;
  /** The badge "indicative": an interval that rests on very little. */
  readonly indicative: boolean;
  /** The best evidence grade this baseline can earn; B and C still need a passed placebo check. */
  readonly bestGrade: "B" | "C" | "D" | "E";
  /** Plain sentences for the person who asks why. */
  readonly reasons: readonly string[];
  /** Whether the rolling placebo check is run. */
  readonly placebo: boolean;
  /** The line to show beside the lift, to see how much hangs on the method. */
  readonly sensitivity: "newey-west" | null;
  /** Mature periods since the start before anything is judged. */
  readonly leastPeriodsAfter: number;
};

/** Pre-periods that each control series must be paid for with. */
const PERIODS_A_CONTROL = 10;

/**
 * The ladder: what a history of this length allows, with what else there is, and why. More history never
 * lowers the rung. Throws RangeError for a number of periods that is not whole or negative.
 *
 * @example chooseBaseline({ periodType: "week", prePeriods: 104 }).design // two harmonics of 52.18 weeks
 */
export function chooseBaseline(situation: BaselineSituation): BaselineChoice {
  const { periodType, prePeriods } = situation;
  refuseNoCount(prePeriods);
  const { rows, leastPeriodsAfter } = LADDERS[periodType];
  const row = rows.findLast(({ from }) => prePeriods >= from) as LadderRow;
  const { rung, season } = row;
  const { frozenDesign } = situation;
  const frozen = frozenDesign === undefined ? null : designParts(frozenDesign);
  const controls = frozen === null ? controlsFor(situation, row) : controlsOf(frozen, row);
  const trend = frozen === null ? trendFor(situation, row) : trendOf(frozen);
  const lowRung = rung === "none" || rung === "point";
  const design =
    frozenDesign ??
    composeDesign({
      trend: trend.taken,
      season: season ? designParts(YEARLY_SEASON).season : null,
      controls: controls.weighed,
      difference: controls.difference,
    });
  const controlled = controls.weighed.length > 0 || controls.difference !== null;
  const earned = controlled && rung !== "indicative" ? "B" : row.bestGrade;
  const isTouched = situation.contaminated === true || (situation.claimedControls ?? []).length > 0;
  const bestGrade = isTouched && earned < "D" ? "D" : earned;
  return {
    rung,
    source: sourceOf(situation, rung, controlled),
    design: rung === "none" ? null : design,
    hasInterval: !lowRung,
    indicative: rung === "indicative",
    bestGrade,
    reasons: [...row.reasons, ...controls.reasons, ...trend.reasons, ...circumstances(situation, rung)],
    placebo: row.bestGrade === "C",
    sensitivity: row.bestGrade === "C" ? "newey-west" : null,
    leastPeriodsAfter,
  };
}

type Parts = ReturnType<typeof designParts>;
type ChosenControls = { weighed: readonly string[]; difference: string | null; reasons: readonly string[] };

/** With enough periods controls are weighed by regression; with few, or where asked, the best one is subtracted as it is. */
function controlsFor(
  { controls = [], method, prePeriods }: BaselineSituation,
  row: LadderRow,
): ChosenControls {
  const [best, ...others] = controls;
  if (best === undefined || row.rung === "none" || row.rung === "point") {
    return { weighed: [], difference: null, reasons: [] };
  }
  if (!row.regression || method === "subtract") {
    const reasons = row.regression
      ? [subtractedSentence(best)]
      : [`Too few periods to tell how closely ${best} moves with this series. ${subtractedSentence(best)}`];
    if (others.length > 0) reasons.push(`Only one series is subtracted: ${others.join(", ")} left out.`);
    return { weighed: [], difference: best, reasons };
  }
  const weighed = controls.slice(0, Math.floor(prePeriods / PERIODS_A_CONTROL));
  const reasons = [weighedSentence(weighed)];
  const left = controls.slice(weighed.length);
  if (left.length > 0) {
    reasons.push(
      `Each control series needs ${PERIODS_A_CONTROL} periods before the start: ${left.join(", ")} left out.`,
    );
  }
  return { weighed, difference: null, reasons };
}

/** The control series of a design that stands, as long as there is an interval to speak of. */
function controlsOf({ controls, difference }: Parts, { rung }: LadderRow): ChosenControls {
  if (rung === "none" || rung === "point") return { weighed: [], difference: null, reasons: [] };
  const reasons = controls.length === 0 ? [] : [weighedSentence(controls)];
  if (difference !== null) reasons.push(subtractedSentence(difference));
  return { weighed: controls, difference, reasons };
}

function weighedSentence(names: readonly string[]): string {
  const what = names.length === 1 ? "a control series" : "control series";
  return `What moves ${names.join(", ")} as well is taken out: ${what} the initiative does not touch.`;
}

function subtractedSentence(name: string): string {
  return `The movement of ${name}, which the initiative does not touch, is subtracted as it is (difference in differences).`;
}

type ChosenTrend = { taken: boolean; reasons: readonly string[] };

function trendFor({ declaredTrend }: BaselineSituation, { regression }: LadderRow): ChosenTrend {
  if (declaredTrend === undefined) return { taken: false, reasons: [] };
  const { declaredOn, startsOn } = declaredTrend;
  if (!(declaredOn < startsOn)) {
    const reason = `A trend counts only where it was declared before the start on ${startsOn}; this one was declared on ${declaredOn}.`;
    return { taken: false, reasons: [reason] };
  }
  if (!regression) {
    return { taken: false, reasons: ["There are too few periods to follow the declared trend."] };
  }
  return {
    taken: true,
    reasons: [`It follows a straight trend, declared on ${declaredOn}, before the start.`],
  };
}

function trendOf({ trend }: Parts): ChosenTrend {
  return {
    taken: trend,
    reasons: trend ? ["It follows a straight trend, declared when it was frozen."] : [],
  };
}

function sourceOf(
  { holdOut = false, typedBenchmark = false }: BaselineSituation,
  rung: Rung,
  controlled: boolean,
): BaselineChoice["source"] {
  if (holdOut) return "hold-out";
  if (controlled) return "control-series";
  if (rung !== "none") return "own-history";
  return typedBenchmark ? "typed-benchmark" : "nothing";
}

/** What else has to be said of how the history came about. */
function circumstances(situation: BaselineSituation, rung: Rung): string[] {
  const { holdOut, typedBenchmark, immaturePeriods = 0, triggerPeriods = 0, contaminated } = situation;
  const { claimedControls = [] } = situation;
  refuseNoCount(immaturePeriods);
  refuseNoCount(triggerPeriods);
  const reasons: string[] = [];
  if (holdOut) {
    reasons.push(
      "A randomised hold-out runs: design beats length, so the lift is read from it and this baseline is a second opinion.",
    );
  }
  if (typedBenchmark && rung === "none") {
    reasons.push("The benchmark that was typed in is an assumption, not a measurement: grade E.");
  }
  if (immaturePeriods > 0) {
    reasons.push(`${periods(immaturePeriods)} too young to be complete, and left out.`);
  }
  if (triggerPeriods > 0) {
    reasons.push(
      `${periods(triggerPeriods)} left out because what ${triggerPeriods === 1 ? "it" : "they"} showed triggered the start: after a bad spell things get better by themselves.`,
    );
  }
  if (contaminated) {
    reasons.push(
      "Another initiative already worked on this series before the start: the baseline is contaminated, grade D at best.",
    );
  }
  if (claimedControls.length > 0) {
    reasons.push(
      `An initiative claims ${claimedControls.join(", ")} itself, so it no longer shows what would have happened without one: grade D at best.`,
    );
  }
  return reasons;
}

function periods(count: number): string {
  return count === 1 ? "1 period before the start is" : `${count} periods before the start are`;
}

function refuseNoCount(count: number): void {
  if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`${count} is no number of periods`);
}
