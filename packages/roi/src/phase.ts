/** The four phases of an initiative, in the order in which they are entered. */
export const phases = ["foundation", "pilots", "scale", "transform"] as const;

export type Phase = (typeof phases)[number];

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

/** Whole months from one ISO date to a later one: 15 January to 14 March is one month. */
export function wholeMonthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}
