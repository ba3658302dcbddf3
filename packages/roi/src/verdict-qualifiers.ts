import { periodsInWords } from "@liftledger/kpis/data-quality/finding";
import { addDays, daysBetween, monthOf } from "@liftledger/kpis/iso-date";
import { addPeriods, lastDay } from "@liftledger/kpis/period";
import { bandText, type Band } from "./benchmark.ts";
import type { Judgement, Qualifier } from "./judgement.ts";
import { percentText } from "./percent-text.ts";
import { phaseNames, wholeMonthsBetween } from "./phase.ts";

/** For so many months after entering a phase an initiative is ramping. */
const rampMonths = 6;
/** Under so many closed months of the phase a verdict is provisional. */
const provisionalMonths = 3;

/** What qualifiers need of the verdict beside the judgement. */
interface Judged {
  band: Band;
  roi: number;
  /** How the verdict would read against the band of the phase being left; null where that has none. */
  againstPrevious: { band: Band; headline: string } | null;
  /** How it would read against the organisation's own hurdle; null where it has none. */
  againstOwn: { band: Band; headline: string; reason: string } | null;
  /** How it would read against the published band, where it is judged by the organisation's own. */
  againstPublished: { band: Band; headline: string } | null;
}

/** What a reader should hold beside the verdict; none of it changes the verdict. */
export function qualifiersOf(judgement: Judgement, judged: Judged): Qualifier[] {
  const { band } = judged;
  const qualifiers: (Qualifier | null)[] = [
    dependsOnBasis(judgement, judged),
    provisional(judgement),
    ramping(judgement, judged),
    ownHurdle(judged),
    publishedBand(judged),
    costNotBooked(judgement),
    band.caveat === "" ? null : { key: "band-basis", text: band.caveat },
  ];
  return qualifiers.filter((qualifier) => qualifier !== null);
}

/** Says which of the two counts and when both would say the same, at the pace of the phase. */
function dependsOnBasis(judgement: Judgement, { band, roi }: Judged): Qualifier | null {
  const { inPhaseRoi, phase } = judgement;
  if (inPhaseRoi === null || inPhaseRoi >= band.floor === roi >= band.floor) return null;
  const [all, inPhase] = [percentText(roi, [0, band.floor]), percentText(inPhaseRoi, [0, band.floor])];
  const name = phaseNames[phase.phase];
  const months = monthsUntilAgreed(judgement, { floor: band.floor, roi, inPhaseRoi });
  return {
    key: "depends-on-basis",
    text: `Depends on the basis: ${all} since the first spend, ${inPhase} since ${name} began. The verdict counts all since the first spend; what lies before ${name} makes the difference. ${agreedText(judgement.until, months)}`,
  };
}

/** Further than this a pace says nothing. */
const foreseenMonths = 36;
const daysInMonth = 365.25 / 12;

function agreedText(until: string, months: number | null): string {
  if (months === null) return "Both say the same once most of the cost is of this phase.";
  if (months > foreseenMonths)
    return "At the pace since it began both will not say the same within three years.";
  const day = addDays(until, Math.ceil(months * daysInMonth));
  return `At the pace since it began both will say the same around ${day}.`;
}

/**
 * In how many months the return since the first spend comes to the side of the floor on which that of the phase is, at
 * the pace of the phase: what it lies off the floor, over what each month brings off the floor of its own cost. Null
 * where nothing was spent in the phase yet.
 */
function monthsUntilAgreed(
  { cost, inPhaseCost = 0, phase, until, countedUntil = until }: Judgement,
  { floor, roi, inPhaseRoi }: { floor: number; roi: number; inPhaseRoi: number },
): number | null {
  const monthsInPhase = (daysBetween(phase.enteredOn, countedUntil) + 1) / daysInMonth;
  const aMonth = ((inPhaseRoi - floor) * inPhaseCost) / monthsInPhase;
  const months = -((roi - floor) * cost) / aMonth;
  return monthsInPhase > 0 && inPhaseCost > 0 && Number.isFinite(months) ? Math.max(0, months) : null;
}

/** Says which months are to be closed, and from when they can be. */
function provisional({ closedMonthsInPhase, monthsToClose = [], until }: Judgement): Qualifier | null {
  if (closedMonthsInPhase >= provisionalMonths) return null;
  const are = closedMonthsInPhase === 1 ? "is" : "are";
  const text = `Provisional: ${closedMonthsInPhase} of ${provisionalMonths} months of this phase ${are} closed by finance`;
  const last = monthsToClose.at(-1);
  if (last === undefined) return { key: "provisional", text: `${text}.` };
  const pronoun = monthsToClose.length === 1 ? "it is" : "they are";
  const when =
    lastDay(last) < until ? "which can be done now" : `from ${addDays(lastDay(last), 1)} at the earliest`;
  return {
    key: "provisional",
    text: `${text}. What is missing is the close of ${periodsInWords(monthsToClose)}: the verdict is final once ${pronoun} closed, ${when}.`,
  };
}

/**
 * The whole months of a phase that are still to be closed, the earliest first, for its verdict to be final; none where
 * enough are.
 */
export function monthsToClose(enteredOn: string, closed: readonly string[]): string[] {
  const first = enteredOn.endsWith("-01") ? monthOf(enteredOn) : addPeriods(monthOf(enteredOn), 1);
  const missing = provisionalMonths - closed.length;
  const candidates = Array.from({ length: provisionalMonths + closed.length }, (_, step) =>
    addPeriods(first, step),
  );
  return candidates.filter((month) => !closed.includes(month)).slice(0, Math.max(0, missing));
}

/** A gate judges against the band of the phase being left, so that verdict stands beside the new one. */
function ramping({ phase, until }: Judgement, { againstPrevious }: Judged): Qualifier | null {
  const months = Math.max(0, wholeMonthsBetween(phase.enteredOn, until));
  if (months >= rampMonths) return null;
  const since = `Ramping: in ${phaseNames[phase.phase]} for ${months} of ${rampMonths} months`;
  if (againstPrevious === null) return { key: "ramping", text: `${since}.` };
  const { band, headline } = againstPrevious;
  return { key: "ramping", text: `${since}; against ${bandText(band)} it would read “${headline}”.` };
}

function ownHurdle({ againstOwn }: Judged): Qualifier | null {
  if (againstOwn === null) return null;
  const { band, headline, reason } = againstOwn;
  return {
    key: "own-hurdle",
    text: `Against ${bandText(band)}, set by ${band.publisher}, it would read “${headline}”. ${reason}`,
  };
}

/** Whoever judges by a bar of their own shows the public one beside it. */
function publishedBand({ againstPublished }: Judged): Qualifier | null {
  if (againstPublished === null) return null;
  const { band, headline } = againstPublished;
  return {
    key: "published-band",
    text: `Against the published ${bandText(band)}, ${band.publisher}, it would read “${headline}”.`,
  };
}

function costNotBooked({ countedUntil, waitingForCostOf = [] }: Judgement): Qualifier | null {
  if (countedUntil === undefined || waitingForCostOf.length === 0) return null;
  return {
    key: "cost-not-booked",
    text: `Counted up to ${countedUntil}: the cost of ${periodsInWords(waitingForCostOf)} is not recorded yet, so what those months brought is left out as well.`,
  };
}
