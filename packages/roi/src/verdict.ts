import { bandOf, bandText, benchmarkOf, positionOf, type Band, type Position } from "./benchmark.ts";
import type { Distribution } from "./distribution.ts";
import { phaseNames, wholeMonthsBetween, type PhaseEntry } from "./phase.ts";

export type VerdictStatus =
  | "no-data"
  | "no-cost"
  | "not-judged"
  | "too-early"
  | "no-return-expected"
  | "losing-money"
  | "below"
  | "watch"
  | "on-track"
  | "above";

/** One thing that stands in the way of a judgement: the rule, what to do, and when the answer will come. */
export interface Missing {
  rule: MissingRule;
  what: string;
  knownWhen: string | null;
}

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
export type MissingRule = (typeof missingRules)[number];

export interface Verdict {
  status: VerdictStatus;
  headline: string;
  reason: string;
  missing: Missing[];
  qualifiers: { key: string; text: string }[];
  position: Position | "unknown";
  probabilities: {
    netBenefitPositive: number;
    atLeastFloor: number | null;
    atLeastCeiling: number | null;
    inBand: number | null;
  } | null;
}

/** What the three questions are asked of. Amounts in the currency's major unit. */
export interface Judgement {
  /** Everything that stands in the way, found by `whatIsMissing`. */
  missing: readonly Missing[];
  /** Realised value to date, uncertain; null where there is none. */
  realisedValue: Distribution | null;
  cost: number;
  /** ROI since the current phase was entered, a ratio; null where undefined. */
  inPhaseRoi: number | null;
  phase: PhaseEntry;
  previousPhase: PhaseEntry | null;
  /** Months of the current phase that finance has closed. */
  closedMonthsInPhase: number;
  /** Names of guardrails that worsened. */
  worsenedGuardrails: readonly string[];
  /** The valuation date. */
  until: string;
}

const losing = 0.1;
const below = 0.1;
const onTrack = 0.5;
const lossAllowed = 0.2;
const above = 0.9;
const rampMonths = 6;
const provisionalMonths = 3;

/**
 * The verdict, by three questions in this order. Can it be judged? Does it pay? (*Losing money* when
 * P(net benefit > 0) < 10 %.) Does it meet its phase, on cumulative net ROI to date? (*Below* when
 * P(ROI ≥ floor) < 10 %, *above* when P(ROI ≥ ceiling) ≥ 90 %, *on track* when P(ROI ≥ floor) ≥ 50 % and
 * P(net benefit < 0) ≤ 20 %, else *watch*; a worsened guardrail caps it at watch.) Foundation has no band.
 * Where the point lies is `position`, which never replaces the verdict.
 */
export function judge(judgement: Judgement): Verdict {
  const { phase, realisedValue, cost } = judgement;
  const band = bandOf(phase.phase);
  const roi = realisedValue !== null && cost > 0 ? realisedValue.mean / cost - 1 : null;
  const position = roi === null ? "unknown" : positionOf(roi, band);
  if (band === null) return foundationVerdict(judgement, position);
  const [first] = judgement.missing;
  if (first !== undefined || realisedValue === null || roi === null) return unjudged(judgement, position);

  const chances = chancesOf(realisedValue, cost, band);
  const answer = againstBand(chances, roi, band, judgement.worsenedGuardrails);
  return {
    ...answer,
    missing: [],
    qualifiers: qualifiersOf(judgement, band, roi),
    position,
    probabilities: chances,
  };
}

type Chances = NonNullable<Verdict["probabilities"]>;

function chancesOf(value: Distribution, cost: number, band: Band): Chances & { atLeastFloor: number } {
  const atLeast = (ratio: number) => value.probabilityAtLeast((1 + ratio) * cost);
  const atLeastFloor = atLeast(band.floor);
  const atLeastCeiling = band.ceiling === null ? null : atLeast(band.ceiling);
  return {
    netBenefitPositive: atLeast(0),
    atLeastFloor,
    atLeastCeiling,
    inBand: atLeastFloor - (atLeastCeiling ?? 0),
  };
}

/** Questions two and three, for one band. */
function againstBand(
  chances: Chances & { atLeastFloor: number },
  roi: number,
  band: Band,
  worsenedGuardrails: readonly string[],
): Pick<Verdict, "status" | "headline" | "reason"> {
  const { netBenefitPositive: pays, atLeastFloor, atLeastCeiling } = chances;
  const range = `the benchmark of ${bandText(band)}`;
  const floor = `at least ${percent(band.floor)}`;
  if (pays < losing) {
    return {
      status: "losing-money",
      headline: "Losing money",
      reason: `The chance that it has paid back its cost is ${chance(pays)}.`,
    };
  }
  if (atLeastFloor < below) {
    const paying = roi > 0;
    return {
      status: "below",
      headline: paying ? "Paying, under the benchmark" : "Below benchmark",
      reason: `The chance of ${floor} is ${chance(atLeastFloor)}; ${range} starts there.`,
    };
  }
  const isAbove = atLeastCeiling !== null && atLeastCeiling >= above;
  const isOnTrack = atLeastFloor >= onTrack && 1 - pays <= lossAllowed;
  if ((isAbove || isOnTrack) && worsenedGuardrails.length > 0) {
    return {
      status: "watch",
      headline: "Watch: a guardrail worsened",
      reason: `It would meet ${range}, but ${worsenedGuardrails.join(" and ")} got worse since the start.`,
    };
  }
  if (isAbove) {
    return {
      status: "above",
      headline: "Above benchmark",
      reason: `The chance of ${percent(band.ceiling ?? 0)} or more is ${chance(atLeastCeiling ?? 0)}: ready for the next gate.`,
    };
  }
  if (isOnTrack) {
    return {
      status: "on-track",
      headline: "On track",
      reason: `The chance of ${floor} is ${chance(atLeastFloor)}, and of a loss ${chance(1 - pays)}.`,
    };
  }
  return {
    status: "watch",
    headline: "Watch",
    reason:
      atLeastFloor >= onTrack
        ? `The chance of ${floor} is ${chance(atLeastFloor)}, but of a loss ${chance(1 - pays)}.`
        : `The chance of ${floor} is ${chance(atLeastFloor)}: the likely range reaches ${range}, the middle does not.`,
  };
}

function unjudged(judgement: Judgement, position: Verdict["position"]): Verdict {
  const missing = [...judgement.missing];
  const [first] = missing;
  const status =
    first === undefined || first.rule === "no-data"
      ? "no-data"
      : first.rule === "no-cost"
        ? "no-cost"
        : first.rule === "too-early"
          ? "too-early"
          : "not-judged";
  return {
    status,
    headline: unjudgedHeadlines[first?.rule ?? "no-data"],
    reason: first === undefined ? "Nothing has been measured yet." : withDate(first),
    missing,
    qualifiers: [],
    position,
    probabilities: null,
  };
}

const unjudgedHeadlines: Record<MissingRule, string> = {
  "no-cost": "No cost yet",
  "no-data": "No data yet",
  "no-frozen-baseline": "Not judged: baseline not frozen",
  "not-valued": "Not judged: not valued yet",
  unmeasured: "Not judged: a benefit is not measured",
  "counted-twice": "Not judged: counted twice",
  "cost-coverage": "Not judged: costs are missing",
  "benefit-coverage": "Not judged: costs lag behind benefits",
  "no-interval": "Not judged: too little history",
  volume: "Not judged: volume left the baseline's range",
  "too-early": "Too early to tell",
};

function withDate({ what, knownWhen }: Missing): string {
  return knownWhen === null ? what : `${what} The answer comes on ${knownWhen}.`;
}

function foundationVerdict({ phase, until, missing }: Judgement, position: Verdict["position"]): Verdict {
  const months = Math.max(0, wholeMonthsBetween(phase.enteredOn, until));
  const [shortest, longest] = benchmarkOf("foundation").durationMonths;
  const late = months > longest;
  return {
    status: "no-return-expected",
    headline: "No return expected yet",
    reason:
      `Foundation promises minimal direct returns. It has lasted ${months} ${months === 1 ? "month" : "months"}; ` +
      `the benchmark is ${shortest} to ${longest}${late ? ", so it is overdue for its gate" : ""}.`,
    missing: [...missing],
    qualifiers: late
      ? [{ key: "overdue", text: `In Foundation for ${months} months against ${shortest}–${longest}` }]
      : [],
    position,
    probabilities: null,
  };
}

/** What a reader should hold beside the verdict; none of it changes the verdict. */
function qualifiersOf(judgement: Judgement, band: Band, roi: number): { key: string; text: string }[] {
  const { inPhaseRoi, phase, previousPhase, until, closedMonthsInPhase } = judgement;
  const qualifiers: { key: string; text: string }[] = [];
  if (inPhaseRoi !== null && inPhaseRoi >= band.floor !== roi >= band.floor) {
    qualifiers.push({
      key: "depends-on-basis",
      text: `Depends on the basis: ${percent(roi)} since the start, ${percent(inPhaseRoi)} since ${phaseNames[phase.phase]} began`,
    });
  }
  if (closedMonthsInPhase < provisionalMonths) {
    qualifiers.push({
      key: "provisional",
      text: `Provisional: ${closedMonthsInPhase} of ${provisionalMonths} months of this phase are closed by finance`,
    });
  }
  const ramp = rampQualifier(judgement, wholeMonthsBetween(phase.enteredOn, until), previousPhase, roi);
  if (ramp !== null) qualifiers.push(ramp);
  qualifiers.push({ key: "band-basis", text: band.caveat });
  return qualifiers;
}

/** For six months after a phase is entered, the verdict against the band of the phase it left stands beside it. */
function rampQualifier(judgement: Judgement, months: number, previous: PhaseEntry | null, roi: number) {
  const band = previous === null ? null : bandOf(previous.phase);
  if (months >= rampMonths || previous === null || judgement.realisedValue === null) return null;
  const name = phaseNames[judgement.phase.phase];
  if (band === null)
    return { key: "ramping", text: `Ramping: in ${name} for ${months} of ${rampMonths} months` };
  const chances = chancesOf(judgement.realisedValue, judgement.cost, band);
  const { headline } = againstBand(chances, roi, band, judgement.worsenedGuardrails);
  return {
    key: "ramping",
    text: `Ramping: in ${name} for ${months} of ${rampMonths} months; against ${bandText(band)} it would read "${headline}"`,
  };
}

/** A chance in words a person uses: "7 in 10", "under 1 in 100". */
export function chance(probability: number): string {
  if (probability < 0.01) return "under 1 in 100";
  if (probability > 0.99) return "over 99 in 100";
  if (probability < 0.095 || probability > 0.905) return `${Math.round(probability * 100)} in 100`;
  return `${Math.round(probability * 10)} in 10`;
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`.replace("-", "−");
}
