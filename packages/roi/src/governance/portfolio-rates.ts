import { median } from "@liftledger/kpis/robust-outliers";
import { mostAbandoned } from "../benchmark-library/programme-figures.ts";
import { benchmarkOf } from "../benchmark.ts";
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
  const stays = begun.map(({ phaseHistory, endedOn }) => {
    const isOver = endedOn !== null && endedOn <= until;
    // Its last stay ended with it: it is in no phase any more.
    return { stays: phaseStays(phaseHistory, isOver ? endedOn : until), isOver };
  });
  return {
    ...portfolioFunnel(initiatives, until),
    abandoned: funnelRate({
      name: "were given up",
      unit: "initiatives",
      count: ended.length,
      of: begun.length,
      published: mostAbandoned,
      counts: "companies",
      level: headlineLevel,
    }),
    times: phases.map((phase) => timeIn(phase, stays)),
  };
}

function timeIn(phase: Phase, all: readonly { stays: readonly PhaseStay[]; isOver: boolean }[]): PhaseTime {
  const left: PhaseStay[] = [];
  const now: PhaseStay[] = [];
  for (const { stays, isOver } of all)
    for (const stay of stays) {
      if (stay.phase !== phase) continue;
      if (stay.leftOn !== null) left.push(stay);
      else if (!isOver) now.push(stay);
    }
  const { durationMonths: benchmarkMonths, publisher } = benchmarkOf(phase);
  const medianMonths = left.length === 0 ? null : median(left.map(({ months }) => months));
  const over = now.filter(({ against }) => against === "over").length;
  const [shortest, longest] = benchmarkMonths;
  const took =
    medianMonths === null
      ? "none has left it yet"
      : tookText(left.length, Math.round(medianMonths * 10) / 10);
  const sentence = `${phaseNames[phase]}: ${now.length} in it, ${over} for longer than ${longest} months; ${took}; published are ${shortest} to ${longest} (${publisher}).`;
  return { phase, now: now.length, left: left.length, medianMonths, benchmarkMonths, over, sentence };
}

function tookText(left: number, months: number): string {
  const time = `${months} ${months === 1 ? "month" : "months"}`;
  return left === 1 ? `the one that left took ${time}` : `half of the ${left} that left took up to ${time}`;
}
