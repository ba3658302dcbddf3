import { wilsonInterval } from "@liftledger/baselines/hold-out/wilson-interval";
import type { PublishedFigure } from "./benchmark-library/published-figure.ts";
import {
  pilotsReachingScale,
  pilotsScrapped,
  productionWithReturns,
} from "./benchmark-library/programme-figures.ts";
import { headlineLevel } from "./engine-version.ts";
import { countByName, type Counted } from "./count-by-name.ts";
import { quotient, type Explanation } from "./explanation.ts";
import { percentText, statedPercent } from "./percent-text.ts";
import type { PhaseEntry } from "./phase.ts";

/** How far an initiative has come. */
export interface Journey {
  phaseHistory: readonly PhaseEntry[];
  /** The day it was given up or retired; null while it runs or since it graduated. */
  endedOn: string | null;
  /** Whether its return has been measured and more likely than not is positive. */
  hasMeasuredReturn: boolean;
}

/** What the funnel asks of an initiative. */
export interface FunnelInitiative extends Journey {
  initiativeId: string;
  name: string;
}

/** A rate of the portfolio, against the industry's. */
export type FunnelRate =
  | { kind: "no-value"; reason: string }
  | {
      kind: "rate";
      count: number;
      of: number;
      rate: number;
      /** Wilson, since initiatives are few. */
      interval: { low: number; high: number; level: number };
      published: PublishedFigure;
      /**
       * "no-difference" while the published rate lies within the interval, and of fewer than five; "not-comparable" where
       * the published rate counts something else.
       */
      against: "lower" | "no-difference" | "higher" | "not-comparable";
      sentence: string;
      tree: Explanation;
    };

/** The three rates by which programmes are measured, and the pilots that are still running. */
export interface PortfolioFunnel {
  /** Of the initiatives that entered Pilots, those that reached Scale or beyond. Industry: 4 of 33. */
  reachedScale: FunnelRate;
  /** Of all initiatives, those at production scale with a measured return. Published: 21%, of companies. */
  returnsAtScale: FunnelRate;
  /** Of the initiatives that entered Pilots, those given up before Scale. Industry: 46%. */
  scrapped: FunnelRate;
  /** Entered Pilots, neither at Scale nor given up: they can still change the rates. */
  undecided: number;
  undecidedTree: Explanation;
}

/**
 * The portfolio's funnel on a day. The published rates come from other companies and other definitions of a pilot:
 * each is held against an interval, so that three initiatives prove nothing.
 *
 * @example
 * portfolioFunnel(initiatives, "2026-06-30").reachedScale // { kind: "rate", count: 2, of: 5, rate: 0.4, … }
 */
export function portfolioFunnel(
  initiatives: readonly FunnelInitiative[],
  until: string,
  level: number = headlineLevel,
): PortfolioFunnel {
  const { begun, pilots, scaled, scrapped, undecided, paying } = countedInFunnel(initiatives, until);
  const rate = (name: string, counted: Counted[], published: PublishedFigure) =>
    funnelRate({ name, unit: "pilots", counted, among: pilots, published, counts: "pilots", level });
  return {
    reachedScale: rate("reached Scale", scaled, pilotsReachingScale),
    returnsAtScale: funnelRate({
      name: "are at scale with a measured return",
      unit: "initiatives",
      counted: paying,
      among: begun,
      published: productionWithReturns,
      counts: "companies",
      level,
    }),
    scrapped: rate("were given up before Scale", scrapped, pilotsScrapped),
    undecided: undecided.length,
    undecidedTree: countByName("In pilots still", undecided, byHistory),
  };
}

const byHistory = "phase histories";

/** Which had begun by a day; of them entered Pilots, and of those reached Scale, were given up or go on; and those that pay. */
function countedInFunnel(initiatives: readonly FunnelInitiative[], until: string) {
  const begun: Counted[] = [];
  const pilots: Counted[] = [];
  const scaled: Counted[] = [];
  const scrapped: Counted[] = [];
  const undecided: Counted[] = [];
  const paying: Counted[] = [];
  for (const { initiativeId, name, phaseHistory, endedOn, hasMeasuredReturn } of initiatives) {
    const one = { initiativeId, name };
    const [hasBegun, wasPilot, atScale] = reachedBy(phaseHistory, until);
    if (!hasBegun) continue;
    const isOver = endedOn !== null && endedOn <= until;
    begun.push(one);
    if (wasPilot) {
      pilots.push(one);
      (atScale ? scaled : isOver ? scrapped : undecided).push(one);
    }
    if (atScale && !isOver && hasMeasuredReturn) paying.push(one);
  }
  return { begun, pilots, scaled, scrapped, undecided, paying };
}

/** Whether any phase was entered by a day, whether Pilots was, and whether Scale or Transform was. */
function reachedBy(phaseHistory: readonly PhaseEntry[], until: string): [boolean, boolean, boolean] {
  const reached: [boolean, boolean, boolean] = [false, false, false];
  for (const { phase, enteredOn } of phaseHistory) {
    if (enteredOn > until) continue;
    reached[0] = true;
    if (phase === "pilots") reached[1] = true;
    if (phase === "scale" || phase === "transform") reached[2] = true;
  }
  return reached;
}

/** Of fewer one would prove something by itself: Wilson's lower end of 1 of 1 is 38%. */
const fewestToCompare = 5;

interface RateQuestion {
  name: string;
  unit: string;
  /** By name: those that are counted, and all they are counted among. */
  counted: readonly Counted[];
  among: readonly Counted[];
  published: PublishedFigure;
  /** What the published rate is a share of. */
  counts: string;
  level: number;
}

/**
 * A share of what is counted, with its likely range, against what is published of it. A published share of companies says
 * nothing of a share of initiatives: it stands beside it, and is not compared.
 */
export function funnelRate(question: RateQuestion): FunnelRate {
  const { name, unit, counted, among, published, level } = question;
  const [count, of] = [counted.length, among.length];
  const wilson = wilsonInterval({ successes: count, count: of, level });
  if (wilson.kind === "no-value")
    return { kind: "no-value", reason: `There are no ${unit} yet, so there is no such rate.` };
  const interval = { low: wilson.low, high: wilson.high, level };
  const against = againstPublished(question, interval);
  const tree = quotient(
    `Share of ${unit} that ${name}`,
    "ratio",
    countByName(`The ${unit} that ${name}`, counted, byHistory),
    countByName(`All ${unit}`, among, byHistory),
  );
  const range = `likely ${percentText(interval.low, [])} to ${percentText(interval.high, [])}`;
  const printed = published.asPrinted ?? statedPercent(Number(published.low));
  const theirs = `the published ${printed} (${published.publisher})`;
  const reading = {
    lower: `lower than ${theirs}`,
    higher: `higher than ${theirs}`,
    "no-difference": `too few to tell apart from ${theirs}`,
    "not-comparable": `beside it stands ${printed}, “${published.what}” (${published.publisher}), a share of ${question.counts} and so not compared`,
  }[against];
  return {
    kind: "rate",
    count,
    of,
    rate: count / of,
    interval,
    published,
    against,
    sentence: `${count} of ${of} ${of === 1 ? unit.replace(/s$/u, "") : unit} ${count === 1 ? inSingular(name) : name} (${range}): ${reading}.`,
    tree,
  };
}

/** What several did or were, said of one. */
function inSingular(name: string): string {
  return name.replace(/^were /u, "was ").replace(/^are /u, "is ");
}

function againstPublished(
  { unit, among, published, counts }: RateQuestion,
  { low, high }: { low: number; high: number },
): Extract<FunnelRate, { kind: "rate" }>["against"] {
  const industry = Number(published.low);
  if (counts !== unit) return "not-comparable";
  if (among.length < fewestToCompare) return "no-difference";
  if (high < industry) return "lower";
  return low > industry ? "higher" : "no-difference";
}
