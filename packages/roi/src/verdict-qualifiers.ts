import { formatIsoDate } from "@liftledger/kpis/iso-date";
import { bandText, type Band } from "./benchmark.ts";
import type { Judgement, Qualifier } from "./judgement.ts";
import { monthList } from "./month-list.ts";
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

function dependsOnBasis({ inPhaseRoi, phase }: Judgement, { band, roi }: Judged): Qualifier | null {
  if (inPhaseRoi === null || inPhaseRoi >= band.floor === roi >= band.floor) return null;
  const [all, inPhase] = [percentText(roi, [0, band.floor]), percentText(inPhaseRoi, [0, band.floor])];
  return {
    key: "depends-on-basis",
    text: `Depends on the basis: ${all} since the first spend, ${inPhase} since ${phaseNames[phase.phase]} began`,
  };
}

function provisional({ closedMonthsInPhase }: Judgement): Qualifier | null {
  if (closedMonthsInPhase >= provisionalMonths) return null;
  const are = closedMonthsInPhase === 1 ? "is" : "are";
  return {
    key: "provisional",
    text: `Provisional: ${closedMonthsInPhase} of ${provisionalMonths} months of this phase ${are} closed by finance`,
  };
}

/** A gate judges against the band of the phase being left, so that verdict stands beside the new one. */
function ramping({ phase, until }: Judgement, { againstPrevious }: Judged): Qualifier | null {
  const months = Math.max(0, wholeMonthsBetween(phase.enteredOn, until));
  if (months >= rampMonths) return null;
  const since = `Ramping: in ${phaseNames[phase.phase]} for ${months} of ${rampMonths} months`;
  if (againstPrevious === null) return { key: "ramping", text: since };
  const { band, headline } = againstPrevious;
  return { key: "ramping", text: `${since}; against ${bandText(band)} it would read “${headline}”` };
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
    text: `Against the published ${bandText(band)}, ${band.publisher}, it would read “${headline}”`,
  };
}

function costNotBooked({ countedUntil, waitingForCostOf = [] }: Judgement): Qualifier | null {
  if (countedUntil === undefined || waitingForCostOf.length === 0) return null;
  const day = formatIsoDate(countedUntil, "en-GB");
  return {
    key: "cost-not-booked",
    text: `Counted up to ${day}: the cost of ${monthList(waitingForCostOf)} is not recorded yet, so what those months brought is left out as well`,
  };
}
