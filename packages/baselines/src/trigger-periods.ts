import { FLAT_DESIGN } from "./baseline-design.ts";
import { ratioLift } from "./ratio-lift.ts";
import type { Direction, RatioPoint } from "./ratio-point.ts";
import { mixtureProbabilityAbove, scaleMixture } from "./student-mixture.ts";

/** The periods, by number, that made somebody start the initiative. */
export type Trigger = { readonly from: number; readonly to: number };

export type WithoutTrigger = {
  readonly kept: readonly RatioPoint[];
  readonly leftOut: readonly RatioPoint[];
  /** What to tell the person who misses them; null where nothing was left out. */
  readonly reason: string | null;
};

/**
 * The pre-period without the periods that triggered the start. An initiative that begins because of a bad
 * month is followed by better ones with or without it: measured against that month, chance looks like
 * success (42 % false alarms on the four weeks before a start, 4 % on 26 weeks without them).
 *
 * Throws RangeError for a trigger that ends before it begins.
 *
 * @example withoutTriggerPeriods(pre, { from: 22, to: 25 }).kept // the periods before 22
 */
export function withoutTriggerPeriods(pre: readonly RatioPoint[], trigger: Trigger | null): WithoutTrigger {
  if (trigger === null) return { kept: pre, leftOut: [], reason: null };
  const { from, to } = trigger;
  if (!(from <= to)) throw new RangeError(`a trigger from period ${from} to period ${to} is empty`);
  const isTrigger = ({ index }: RatioPoint): boolean => index >= from && index <= to;
  const leftOut = pre.filter(isTrigger);
  if (leftOut.length === 0) return { kept: pre, leftOut, reason: null };
  const which =
    leftOut.length === 1
      ? "The period that triggered the start is"
      : `The ${leftOut.length} periods that triggered the start are`;
  return {
    kept: pre.filter((point) => !isTrigger(point)),
    leftOut,
    reason: `${which} left out of the baseline: after a bad spell things get better by themselves, and that would count as success.`,
  };
}

export type TriggerSuspicion =
  | {
      readonly kind: "suspected";
      readonly trigger: Trigger;
      /** The chance of periods as bad as these, by the periods before them. */
      readonly chance: number;
      readonly reason: string;
    }
  | { readonly kind: "unsuspicious"; readonly chance: number }
  | { readonly kind: "not-enough-history"; readonly needed: number; readonly found: number };

export type SuspicionRequest = {
  readonly pre: readonly RatioPoint[];
  readonly direction: Direction;
  readonly periodType: "week" | "month";
};

/** A bad spell is looked for in the last month, and judged by so many periods before it. */
const SPELL: Readonly<Record<"week" | "month", { length: number; before: number }>> = {
  week: { length: 4, before: 8 },
  month: { length: 1, before: 6 },
};

/** Spells this improbable are asked about. */
const IMPROBABLE = 0.1;

/**
 * Whether the last month before the start was so much worse than the periods before it that it may have
 * triggered the start. It is a question to put to people, not a finding: only they know why they began.
 *
 * @example suspectTrigger({ pre, direction: 1, periodType: "week" }).kind // "unsuspicious"
 */
export function suspectTrigger({ pre, direction, periodType }: SuspicionRequest): TriggerSuspicion {
  const { length, before } = SPELL[periodType];
  const notEnough = { kind: "not-enough-history", needed: length + before, found: pre.length } as const;
  if (pre.length < length + before) return notEnough;
  const spell = pre.slice(-length);
  const lift = ratioLift({ pre: pre.slice(0, -length), post: spell, direction, design: FLAT_DESIGN });
  if (lift.kind !== "interval") return notEnough;
  // The chance of worse turned round: a history without noise that goes on as it was is not worse.
  const chance = 1 - mixtureProbabilityAbove(scaleMixture(lift.incrementalUnitsDistribution(), -1), 0);
  if (chance >= IMPROBABLE) return { kind: "unsuspicious", chance };
  const what =
    length === 1
      ? `The last ${periodType} before the start was`
      : `The last ${length} ${periodType}s before the start were`;
  return {
    kind: "suspected",
    trigger: { from: (spell[0] as RatioPoint).index, to: (spell.at(-1) as RatioPoint).index },
    chance,
    reason: `${what} unusually bad. If that is why the initiative began, leave ${length === 1 ? "it" : "them"} out of the baseline.`,
  };
}
