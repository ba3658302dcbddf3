import { benchmarkOf, type Position } from "./benchmark.ts";
import type { Judgement, Verdict } from "./judgement.ts";
import { wholeMonthsBetween } from "./phase.ts";

/**
 * The verdict of Foundation, which has no band: no return is expected of it, and what is told is how long it
 * has lasted against the benchmark. What is missing for a later judgement is listed all the same.
 */
export function foundationVerdict(
  { phase, until, missing }: Pick<Judgement, "phase" | "until" | "missing">,
  position: Position | "unknown",
): Verdict {
  const months = Math.max(0, wholeMonthsBetween(phase.enteredOn, until));
  const [shortest, longest] = benchmarkOf("foundation").durationMonths;
  const isLate = months > longest;
  const lasted = `${months} ${months === 1 ? "month" : "months"}`;
  return {
    status: "no-return-expected",
    headline: "No return expected yet",
    reason:
      `Foundation promises minimal direct returns. It has lasted ${lasted}; the benchmark is ${shortest} to ` +
      `${longest} months${isLate ? ", so its gate review is overdue" : ""}.`,
    missing: missing.map(({ rule, what, knownWhen }) => ({ rule, what, knownWhen })),
    qualifiers: isLate
      ? [
          {
            key: "overdue",
            text: `Overdue: in Foundation for ${lasted}, the benchmark is ${shortest}–${longest}`,
          },
        ]
      : [],
    position,
    probabilities: null,
  };
}
