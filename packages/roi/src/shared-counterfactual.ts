/** An initiative that claims a series, and the day on which it began to work on it, as ISO dates. */
export interface ClaimStart {
  initiative: string;
  startsOn: string;
}

/** The baseline of a series: the last day it stands on, and the day it was frozen, null while it is a draft. */
export interface BaselineDates {
  endsOn: string;
  frozenOn: string | null;
}

/** Whether all claims on a series can stand on one counterfactual. */
export type SharedCounterfactual =
  | { kind: "shared" }
  /** Computed from clean periods, but fixed when somebody could already see how it would come out. */
  | { kind: "frozen-late"; reason: string }
  /** The baseline holds what an initiative did: grade D at best. */
  | { kind: "contaminated"; by: string[]; reason: string };

/**
 * All claims on a series divide one lift, against one counterfactual that was frozen before the first of them began. A
 * baseline that reaches past the start of any claimant holds part of the effect it is to be compared with: it is
 * contaminated, whoever refers to it.
 *
 * @example
 * sharedCounterfactual([{ initiative: "Chat", startsOn: "2025-03-03" }], { endsOn: "2025-03-09", frozenOn: "2025-03-01" })
 * // contaminated by Chat
 */
export function sharedCounterfactual(
  claims: readonly ClaimStart[],
  { endsOn, frozenOn }: BaselineDates,
): SharedCounterfactual {
  const by = claims.filter(({ startsOn }) => startsOn <= endsOn).map(({ initiative }) => initiative);
  if (by.length > 0) {
    const names = by.join(", ");
    return {
      kind: "contaminated",
      by,
      reason: `${names} already worked on this series before the baseline ends on ${endsOn}: it is contaminated, grade D at best.`,
    };
  }
  const first = claims.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0];
  if (first === undefined || (frozenOn !== null && frozenOn <= first.startsOn)) return { kind: "shared" };
  const when = frozenOn === null ? "is not frozen yet" : `was frozen on ${frozenOn}`;
  return {
    kind: "frozen-late",
    reason: `The baseline ${when}, and ${first.initiative} began on ${first.startsOn}: freeze it before the first claim begins.`,
  };
}
