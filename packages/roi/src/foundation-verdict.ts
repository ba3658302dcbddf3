import { benchmarkOf, type Position } from "./benchmark.ts";
import type { Judgement, Verdict } from "./judgement.ts";
import { isOverMonths, monthsBetween, monthsText } from "./phase-duration.ts";

/**
 * The verdict of Foundation, which has no band: no return is expected of it. What is told is how long it has
 * lasted against the benchmark, and how much of what Pilots need is ready, where that was scored. What is missing
 * for a later judgement is listed all the same.
 */
export function foundationVerdict(
  { phase, until, missing, readiness }: Pick<Judgement, "phase" | "until" | "missing" | "readiness">,
  position: Position | "unknown",
): Verdict {
  const [shortest, longest] = benchmarkOf("foundation").durationMonths;
  const months = until < phase.enteredOn ? 0 : monthsBetween(phase.enteredOn, until);
  const isLate = isOverMonths(phase.enteredOn, until, longest);
  const lasted = monthsText(months, longest);
  return {
    status: "no-return-expected",
    headline: "No return expected yet",
    reason:
      `Foundation promises minimal direct returns. It has lasted ${lasted}; the benchmark is ${shortest} to ` +
      `${longest} months${isLate ? ", so its gate review is overdue" : ""}.${readinessText(readiness)}`,
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

function readinessText(readiness: Judgement["readiness"]): string {
  if (readiness === undefined || readiness === null) return "";
  const { ready, of, open } = readiness;
  if (open.length === 0) return ` All ${of} gaps are closed: ready for the gate into Pilots.`;
  return ` ${ready} of ${of} gaps ${ready === 1 ? "is" : "are"} closed; still open: ${open.join(", ")}.`;
}
