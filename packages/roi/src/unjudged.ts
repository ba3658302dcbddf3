import type { Position } from "./benchmark.ts";
import type { Verdict, VerdictStatus } from "./judgement.ts";
import type { Gap, MissingRule } from "./missing.ts";

/** The rules whose verdict has a name of its own; all others are "not judged". */
const statusOf: Partial<Record<MissingRule, VerdictStatus>> = {
  "no-cost": "no-cost",
  "no-data": "no-data",
  "too-early": "too-early",
};

/** The verdict on what cannot be judged: the first gap says why, all of them what to do. */
export function unjudged(gaps: readonly Gap[], position: Position | "unknown"): Verdict {
  const [first] = gaps;
  return {
    status: first === undefined ? "no-data" : (statusOf[first.rule] ?? "not-judged"),
    headline: first?.headline ?? "No data yet",
    reason: first === undefined ? "There is nothing to judge by yet." : withAnswer(first),
    missing: gaps.map(({ rule, what, knownWhen }) => ({ rule, what, knownWhen })),
    qualifiers: [],
    position,
    probabilities: null,
  };
}

/** What is missing and, where time brings it, when: "… 5 of 8 weeks are in. The answer comes on 2026-12-13." */
export function withAnswer({ what, knownWhen }: Gap): string {
  if (knownWhen === null) return what;
  return `${what} The answer comes ${knownWhen.startsWith("around") ? "" : "on "}${knownWhen}.`;
}
