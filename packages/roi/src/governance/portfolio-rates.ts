import { mostAbandoned } from "../benchmark-library/programme-figures.ts";
import { benchmarkOf } from "../benchmark.ts";
import { countByName, type Counted } from "../count-by-name.ts";
import { labelled, leaf, quotient, sum, type Explanation } from "../explanation.ts";
import { phaseStays, type PhaseStay } from "../phase-duration.ts";
import { phaseNames, phases, type Phase } from "../phase.ts";
import {
  funnelRate,
  portfolioFunnel,
  type FunnelInitiative,
  type FunnelRate,
  type PortfolioFunnel,
} from "../portfolio-funnel.ts";
import { headlineLevel } from "../engine-version.ts";

/** How long initiatives stay in a phase, against how long it is published to take. */
export interface PhaseTime {
  phase: Phase;
  /** In it on the day, and left by then. */
  now: number;
  left: number;
  /** Half of those who left it took no longer; null while none has. */
  medianMonths: number | null;
  benchmarkMonths: readonly [shortest: number, longest: number];
  /** Of those in it, how many have been for longer than the longest. */
  over: number;
  sentence: string;
  /** The counts by name, and the median by the stays in the middle; null while there is none. */
  trees: { now: Explanation; left: Explanation; over: Explanation; medianMonths: Explanation | null };
}

/** The funnel by phase: graduation, scrap and time in phase, each against what is published. */
export interface PortfolioRates extends PortfolioFunnel {
  /** Of all initiatives, those given up in any phase. Published: 42% (of companies gave up most of theirs). */
  abandoned: FunnelRate;
  times: PhaseTime[];
}

/**
 * The rates by which a portfolio is governed, on a day: graduation against 4 of 33, scrap against 46%, giving up beside 42% and measured
 * returns at scale beside 21%, both of companies, and the time in each phase against its published months.
 *
 * @example portfolioRates(initiatives, "2026-06-30").times[1]?.medianMonths // 4.5
 */
export function portfolioRates(initiatives: readonly FunnelInitiative[], until: string): PortfolioRates {
  const begun = initiatives.filter(({ phaseHistory }) =>
    phaseHistory.some(({ enteredOn }) => enteredOn <= until),
  );
  const ended = begun.filter(({ endedOn }) => endedOn !== null && endedOn <= until);
  const stays = begun.map(({ initiativeId, name, phaseHistory, endedOn }) => {
    const isOver = endedOn !== null && endedOn <= until;
    // Its last stay ended with it: it is in no phase any more.
    return { initiativeId, name, stays: phaseStays(phaseHistory, isOver ? endedOn : until), isOver };
  });
  return {
    ...portfolioFunnel(initiatives, until),
    abandoned: funnelRate({
      name: "were given up",
      unit: "initiatives",
      counted: ended,
      among: begun,
      published: mostAbandoned,
      counts: "companies",
      level: headlineLevel,
    }),
    times: phases.map((phase) => timeIn(phase, stays)),
  };
}

type NamedStay = PhaseStay & Counted;

/** The stays of an initiative, and whether it ended with the last of them. */
interface Stays extends Counted {
  stays: readonly PhaseStay[];
  isOver: boolean;
}

function timeIn(phase: Phase, all: readonly Stays[]): PhaseTime {
  const left: NamedStay[] = [];
  const now: NamedStay[] = [];
  for (const { initiativeId, name, stays, isOver } of all)
    for (const stay of stays) {
      if (stay.phase !== phase) continue;
      if (stay.leftOn !== null) left.push({ ...stay, initiativeId, name });
      else if (!isOver) now.push({ ...stay, initiativeId, name });
    }
  const { durationMonths: benchmarkMonths, publisher } = benchmarkOf(phase);
  const [shortest, longest] = benchmarkMonths;
  const over = now.filter(({ against }) => against === "over");
  const counted = (label: string, stays: readonly NamedStay[]) =>
    countByName(label, stays, "phase histories");
  const trees = {
    now: counted(`In ${phaseNames[phase]} now`, now),
    left: counted(`Stays in ${phaseNames[phase]} that ended`, left),
    over: counted(`In ${phaseNames[phase]} for longer than ${longest} months`, over),
    medianMonths: medianTree(`Median months in ${phaseNames[phase]}`, left),
  };
  const medianMonths = trees.medianMonths === null ? null : Number(trees.medianMonths.value);
  const took =
    medianMonths === null
      ? "none has left it yet"
      : tookText(left.length, Math.round(medianMonths * 10) / 10);
  const sentence = `${phaseNames[phase]}: ${now.length} in it, ${over.length} for longer than ${longest} months; ${took}; published are ${shortest} to ${longest} (${publisher}).`;
  const counts = { now: now.length, left: left.length, over: over.length };
  return { phase, ...counts, medianMonths, benchmarkMonths, sentence, trees };
}

/** The months of the stay in the middle, or half of what the two in the middle took together; null of none. */
function medianTree(label: string, stays: readonly NamedStay[]): Explanation | null {
  const sorted = stays.toSorted((one, other) => one.months - other.months);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) return null;
  const months = ({ tree, name }: NamedStay) => labelled(tree, name);
  if (low === high) return labelled(low.tree, `${label}: ${low.name}`);
  const both = sum("Both in the middle", "count", [months(low), months(high)]);
  const two = leaf("Stays in the middle", "2", "count", { kind: "measured", text: "phase histories" });
  return quotient(label, "count", both, two);
}

function tookText(left: number, months: number): string {
  const time = `${months} ${months === 1 ? "month" : "months"}`;
  return left === 1 ? `the one that left took ${time}` : `half of the ${left} that left took up to ${time}`;
}
