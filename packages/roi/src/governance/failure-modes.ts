import { cultureSignals } from "./culture-signals.ts";
import { dataSignals } from "./data-signals.ts";
import { chasmSignals, reviewSignals } from "./deployment-signals.ts";
import type { FailureFacts } from "./failure-facts.ts";
import type { Signal } from "./signal.ts";
import { playbookStep, type PlaybookKey } from "./playbook.ts";

/** The four ways in which pilots die. */
export const failureModes = {
  chasm: {
    name: "Pilot-to-production chasm",
    find: chasmSignals,
    helps: ["business-case", "workflows", "governance"],
  },
  "data-foundation": { name: "Data foundation", find: dataSignals, helps: ["data"] },
  "security-review": { name: "Security review", find: reviewSignals, helps: ["governance"] },
  "culture-and-skills": {
    name: "Culture and skills",
    find: cultureSignals,
    helps: ["people"],
  },
} as const satisfies Record<
  string,
  {
    name: string;
    find: (facts: FailureFacts, day: string) => Signal[];
    helps: readonly PlaybookKey[];
  }
>;

/** Which step is against which sign, where a mode has several of both. */
const stepAgainst: Readonly<Record<string, PlaybookKey>> = {
  "time-in-phase": "business-case",
  workarounds: "workflows",
  "hand-over-owner": "governance",
};

export type FailureMode = keyof typeof failureModes;

/** One failure mode found in one initiative. */
export interface FailureFinding {
  mode: FailureMode;
  name: string;
  initiativeId: string;
  /** "Chat: The phase Pilots has lasted 7 months; it takes up to 6 (Hashmeta). And 1 more." */
  headline: string;
  /** What shows it, each with its figures, its limit, its source and when it clears. */
  signals: Signal[];
  /** What usually helps: the steps of the playbook, each with what is gone once it has helped. */
  helps: { step: PlaybookKey; name: string; what: string; shownBy: string }[];
  /** It clears when every signal has. */
  clearsWhen: string[];
}

/**
 * The failure modes of an initiative on a day, found from what is logged: one finding a mode, with every signal of
 * it. An initiative that has begun nothing or has ended has none, and what is not known makes none. Every limit is
 * in `thresholds`.
 *
 * @example
 * findFailures({ ...facts, securityReview: { kind: "none" } }, "2026-06-30")[0]?.mode // "security-review"
 */
export function findFailures(facts: FailureFacts, day: string): FailureFinding[] {
  if (facts.endedOn !== null && facts.endedOn <= day) return [];
  return (Object.keys(failureModes) as FailureMode[]).flatMap((mode) => {
    const { name, find, helps } = failureModes[mode];
    const signals = find(facts, day);
    if (signals.length === 0) return [];
    const [first] = signals;
    const more = signals.length - 1;
    const because = `${first?.text ?? ""}${more === 0 ? "" : ` And ${more} more.`}`;
    return {
      mode,
      name,
      initiativeId: facts.initiativeId,
      headline: `${facts.name}: ${because}`,
      signals,
      helps: helps.map((step) => {
        const { name: stepName, what } = playbookStep(step);
        const own = signals.find(({ key }) => stepAgainst[key] === step);
        return { step, name: stepName, what, shownBy: (own ?? first)?.clearsWhen ?? what };
      }),
      clearsWhen: signals.map((signal) => signal.clearsWhen),
    };
  });
}
