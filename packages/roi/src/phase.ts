import { lastDay, periodIndex } from "@liftledger/kpis/period";

/** The four phases of an initiative, in the order in which they are entered. */
export const phases = ["foundation", "pilots", "scale", "transform"] as const;

export type Phase = (typeof phases)[number];

/** The phases that are entered through a gate. */
export type GatePhase = Exclude<Phase, "foundation">;

/** How a person reads a phase. */
export const phaseNames: Record<Phase, string> = {
  foundation: "Foundation",
  pilots: "Pilots",
  scale: "Scale",
  transform: "Transform",
};

/** One entry of an initiative's phase history: the phase and the ISO date on which it was entered. */
export interface PhaseEntry {
  phase: Phase;
  enteredOn: string;
}

/**
 * The phase an initiative was in at the end of a day, with the entry before it. The history may come in any
 * order; on one day the later phase counts. Undefined before the first entry.
 */
export function phaseAt(
  history: readonly PhaseEntry[],
  date: string,
): { current: PhaseEntry; previous: PhaseEntry | null } | undefined {
  const entered = history
    .filter((entry) => entry.enteredOn <= date)
    .toSorted((a, b) =>
      a.enteredOn === b.enteredOn
        ? phases.indexOf(a.phase) - phases.indexOf(b.phase)
        : a.enteredOn < b.enteredOn
          ? -1
          : 1,
    );
  const current = entered.at(-1);
  return current === undefined ? undefined : { current, previous: entered.at(-2) ?? null };
}

/**
 * Whole months from one ISO date to a later one: 15 January to 14 March is one month. A month that has no such
 * day is over on its last one: 31 August to 28 February is six.
 */
export function wholeMonthsBetween(from: string, to: string): number {
  const months = periodIndex(to.slice(0, 7)) - periodIndex(from.slice(0, 7));
  const isOver = to.slice(8) >= from.slice(8) || to === lastDay(to.slice(0, 7));
  return isOver ? months : months - 1;
}

/** The phase on a day; before the first entry, the first one. Throws a RangeError without any entry. */
export function phaseOn(history: readonly PhaseEntry[], date: string) {
  const found = phaseAt(history, date);
  if (found !== undefined) return found;
  const first = history.toSorted((a, b) => (a.enteredOn < b.enteredOn ? -1 : 1))[0];
  if (first === undefined) throw new RangeError("an initiative has at least one phase");
  return { current: first, previous: null };
}
