import type { Band, Verdict } from "@liftledger/contracts/evaluation";
import { t } from "../../words.ts";

type Status = Verdict["status"];
type Phase = Band["phase"];

/** Shape and colour of a verdict. Colour never stands alone: the shape differs too, and the word is beside it. */
export interface VerdictLook {
  shape: "down" | "diamond" | "circle" | "up" | "ring";
  colour: string;
}

const below = { shape: "down", colour: "var(--ll-cost)" } as const;
const waiting = { shape: "ring", colour: "var(--ll-quiet)" } as const;

export const verdictLooks: Record<Status, VerdictLook> = {
  "losing-money": below,
  below,
  watch: { shape: "diamond", colour: "var(--ll-watch)" },
  "on-track": { shape: "circle", colour: "var(--ll-actual)" },
  above: { shape: "up", colour: "var(--ll-actual)" },
  "too-early": waiting,
  "not-judged": waiting,
  "no-cost": waiting,
  "no-data": waiting,
  "no-return-expected": waiting,
};

/** Marks of about 10 units around the origin. */
export const markPaths: Record<VerdictLook["shape"], string> = {
  down: "M-5.2 -4.2 H5.2 L0 5 Z",
  diamond: "M0 -5.8 L5.8 0 L0 5.8 L-5.8 0 Z",
  circle: "M-4.6 0 a4.6 4.6 0 1 0 9.2 0 a4.6 4.6 0 1 0 -9.2 0 Z",
  up: "M-5.2 4.2 H5.2 L0 -5 Z",
  ring: "M-4.2 0 a4.2 4.2 0 1 0 8.4 0 a4.2 4.2 0 1 0 -8.4 0 Z",
};

/** Whether the derived figures still wait, so that only counts are shown. */
export function isWaiting(status: Status): boolean {
  return verdictLooks[status].shape === "ring";
}

/** What stands in place of a return that waits; undefined where it may be shown. */
export function waitingWord(status: Status): string | undefined {
  if (!isWaiting(status)) return undefined;
  return status === "too-early"
    ? t`Too early`
    : status === "no-return-expected"
      ? t`None yet`
      : t`Not judged`;
}

export const phaseNames: Record<Phase, string> = {
  foundation: t`Foundation`,
  pilots: t`Pilots`,
  scale: t`Scale`,
  transform: t`Transform`,
};

/** The phase of an initiative; of a candidate that it is an idea still. */
export const phaseWord = ({ phase, status }: { phase: Phase; status: string }): string =>
  status === "candidate" ? t`Idea` : phaseNames[phase];

/** How the lift is known, in a word. */
export const evidenceWords = {
  A: t`tested`,
  B: t`compared`,
  C: t`trend`,
  D: t`before and after`,
  E: t`guess`,
} as const;

/** What each word means, in a sentence. */
export const evidenceSentences = {
  A: t`Part of the audience, chosen at random, went without.`,
  B: t`Held against a series the initiative does not touch.`,
  C: t`The weeks before, long enough to see a trend, and a check on weeks where nothing happened.`,
  D: t`The weeks before against the weeks after.`,
  E: t`Nobody measured it: somebody's estimate.`,
} as const;
