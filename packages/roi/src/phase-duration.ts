import { daysBetween } from "@liftledger/kpis/iso-date";
import { addPeriods, lastDay } from "@liftledger/kpis/period";
import { benchmarkOf } from "./benchmark.ts";
import { leaf, quotient, sum, type Explanation } from "./explanation.ts";
import { phaseNames, phases, wholeMonthsBetween, type Phase, type PhaseEntry } from "./phase.ts";

/** One stay in a phase, against how long the benchmark has that phase take. */
export interface PhaseStay {
  phase: Phase;
  enteredOn: string;
  /** The day the next phase was entered; null for the phase it is in. */
  leftOn: string | null;
  /** Full months, and the part of the next one by its days. */
  months: number;
  benchmarkMonths: readonly [shortest: number, longest: number];
  /** Over from the day after the longest duration; under while the shortest is not reached. */
  against: "under" | "within" | "over";
  sentence: string;
  /** The months, counted by the calendar. */
  tree: Explanation;
}

/** Whether an initiative has been in Pilots for longer than the benchmark has them take. */
export type StuckInPilots =
  | { kind: "stuck"; months: number; sentence: string }
  | { kind: "not-stuck"; reason: string };

/**
 * The stays of an initiative in its phases up to a day, oldest first, each against the benchmark's duration of
 * that phase. The history may come in any order; entries after the day are left out; entering the phase one is
 * in already is no new stay, and of two entries on one day the later phase counts.
 *
 * @example
 * phaseStays([{ phase: "pilots", enteredOn: "2025-01-15" }], "2025-08-01")[0]?.against // "over"
 */
export function phaseStays(history: readonly PhaseEntry[], until: string): PhaseStay[] {
  const entries = inOrder(history.filter(({ enteredOn }) => enteredOn <= until));
  const moves = entries.filter(({ enteredOn }, place) => entries[place + 1]?.enteredOn !== enteredOn);
  const begun = moves.filter(({ phase }, place) => moves[place - 1]?.phase !== phase);
  return begun.map(({ phase, enteredOn }, place) => {
    const leftOn = begun[place + 1]?.enteredOn ?? null;
    return stayOf(phase, enteredOn, leftOn, leftOn ?? until);
  });
}

/**
 * Whether the initiative is stuck in Pilots on a day: in that phase, and for longer than the benchmark's longest
 * (six months). On the day that makes it six months it is not.
 */
export function stuckInPilots(history: readonly PhaseEntry[], until: string): StuckInPilots {
  const stay = phaseStays(history, until).at(-1);
  if (stay === undefined) return { kind: "not-stuck", reason: "It has entered no phase yet." };
  if (stay.phase !== "pilots") return { kind: "not-stuck", reason: `It is in ${phaseNames[stay.phase]}.` };
  if (stay.against !== "over") return { kind: "not-stuck", reason: stay.sentence };
  const [, longest] = stay.benchmarkMonths;
  return {
    kind: "stuck",
    months: stay.months,
    sentence: `Stuck in Pilots: in it for ${monthsText(stay.months, longest)}, and pilots take up to ${longest}. Decide: scale it, change it or stop it.`,
  };
}

/** Whether more than so many months have passed from one ISO date to another. */
export function isOverMonths(from: string, to: string, months: number): boolean {
  return to > addMonths(from, months);
}

/** Months as people say them; "over 3 months" where the limit lies behind and the next month does not. */
export function monthsText(months: number, limit: number): string {
  const whole = Math.floor(months + 1e-9);
  const text = `${whole} ${whole === 1 ? "month" : "months"}`;
  return whole === limit && months > limit ? `over ${text}` : text;
}

/** Months from one ISO date to a later one: whole ones, and the rest by the days of the month under way. */
export function monthsBetween(from: string, to: string): number {
  const { whole, days, of } = calendarMonths(from, to);
  return whole + days / of;
}

/** Whole months, and the days of the next one that have passed, of so many. */
function calendarMonths(from: string, to: string): { whole: number; days: number; of: number } {
  const whole = wholeMonthsBetween(from, to);
  const begun = addMonths(from, whole);
  return { whole, days: daysBetween(begun, to), of: daysBetween(begun, addMonths(from, whole + 1)) };
}

function monthsTree(phase: Phase, from: string, to: string): Explanation {
  const { whole, days, of } = calendarMonths(from, to);
  const counted = (label: string, count: number) =>
    leaf(label, String(count), "count", { kind: "measured", text: `calendar, ${from} to ${to}` });
  const under = quotient(
    "Part of the next month",
    "count",
    counted("Days of it that have passed", days),
    counted("Days it has", of),
  );
  return sum(`Months in ${phaseNames[phase]}`, "count", [counted("Whole months", whole), under]);
}

function stayOf(phase: Phase, enteredOn: string, leftOn: string | null, end: string): PhaseStay {
  const benchmarkMonths = benchmarkOf(phase).durationMonths;
  const [shortest, longest] = benchmarkMonths;
  const isOver = isOverMonths(enteredOn, end, longest);
  const against = isOver ? "over" : end < addMonths(enteredOn, shortest) ? "under" : "within";
  const months = monthsBetween(enteredOn, end);
  const has = leftOn === null ? "so far" : "in all";
  const position = { under: "under", within: "within", over: "over" }[against];
  return {
    phase,
    enteredOn,
    leftOn,
    months,
    benchmarkMonths,
    against,
    sentence: `${phaseNames[phase]}: ${monthsText(months, longest)} ${has}, ${position} the ${shortest} to ${longest} months of the benchmark (${benchmarkOf(phase).publisher}).`,
    tree: monthsTree(phase, enteredOn, end),
  };
}

/** The same day so many months on, or the month's last where it has no such day. */
export function addMonths(date: string, months: number): string {
  const month = addPeriods(date.slice(0, 7), months);
  const last = lastDay(month);
  const same = `${month}-${date.slice(8)}`;
  return same < last ? same : last;
}

function inOrder(history: readonly PhaseEntry[]): PhaseEntry[] {
  return history.toSorted((a, b) =>
    a.enteredOn === b.enteredOn
      ? phases.indexOf(a.phase) - phases.indexOf(b.phase)
      : a.enteredOn < b.enteredOn
        ? -1
        : 1,
  );
}
