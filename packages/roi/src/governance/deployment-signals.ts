import { isOverMonths, monthsBetween, monthsText, phaseStays } from "../phase-duration.ts";
import { phaseNames, type PhaseEntry } from "../phase.ts";
import type { FailureFacts } from "./failure-facts.ts";
import { signal, type Signal } from "./signal.ts";
import { isFound, thresholds } from "./thresholds.ts";

/** The chasm before production: too long in a phase, nobody to hand over to, people who work around it. */
export function chasmSignals(facts: FailureFacts, day: string): Signal[] {
  const stay = phaseStays(facts.phaseHistory, day).at(-1);
  if (stay === undefined || !(stay.phase === "foundation" || stay.phase === "pilots")) return [];
  const signals: Signal[] = [];
  const limitKey = stay.phase === "pilots" ? "monthsInPilots" : "monthsInFoundation";
  const limit = thresholds[limitKey].value;
  const name = phaseNames[stay.phase];
  if (isOverMonths(stay.enteredOn, day, limit)) {
    signals.push(
      signal(limitKey, "time-in-phase", stay.months, {
        text: `The phase ${name} has lasted ${monthsText(stay.months, limit)}; it takes up to ${limit}`,
        clearsWhen: `It leaves ${name}: through the gate, or because it is stopped.`,
      }),
    );
  }
  if (stay.phase === "foundation") return signals;
  const ownerLimit = thresholds.monthsWithoutHandOverOwner.value;
  if (facts.handOverOwner === null && isOverMonths(stay.enteredOn, day, ownerLimit)) {
    signals.push(
      signal("monthsWithoutHandOverOwner", "hand-over-owner", stay.months, {
        text: `After ${monthsText(stay.months, ownerLimit)} in Pilots nobody is named to take it over in production; pilots may end after ${ownerLimit} months`,
        clearsWhen: "Somebody is named who takes it over in production.",
      }),
    );
  }
  if (isFound("workarounds", facts.workarounds)) {
    const count = facts.workarounds;
    signals.push(
      signal("workarounds", "workarounds", count, {
        text: `${count} manual workarounds are still needed; ${thresholds.workarounds.value} or more mean that people work around it`,
        clearsWhen: `Fewer than ${thresholds.workarounds.value} manual workarounds are still needed.`,
      }),
    );
  }
  return signals;
}

/** The security review: not there or late when the pilot had begun, or open for too long. */
export function reviewSignals({ securityReview, phaseHistory }: FailureFacts, day: string): Signal[] {
  const pilot = firstPilot(phaseHistory, day);
  if (securityReview === null || securityReview.kind === "not-needed") return [];
  const limit = thresholds.monthsInReview.value;
  if (securityReview.kind === "none" || securityReview.openedOn > day) {
    if (pilot === undefined) return [];
    return [
      signal("monthsInReview", "review-missing", null, {
        text: `The pilot began on ${pilot} and no security review is open; opened late, it stalls a deployment for ${limit} months and more`,
        clearsWhen: "The review is opened, and has ended.",
      }),
    ];
  }
  const { openedOn, closedOn } = securityReview;
  if (closedOn !== null && closedOn <= day) return [];
  const signals: Signal[] = [];
  if (pilot !== undefined && openedOn > pilot) {
    signals.push(
      signal("monthsInReview", "review-late", null, {
        text: `The security review was opened on ${openedOn}, after the pilot began on ${pilot}; opened late, it stalls a deployment for ${limit} months and more`,
        clearsWhen: "The review has ended.",
      }),
    );
  }
  if (isOverMonths(openedOn, day, limit)) {
    const months = monthsBetween(openedOn, day);
    signals.push(
      signal("monthsInReview", "review-open", months, {
        text: `The security review has been open for ${monthsText(months, limit)}; from ${limit} on it stalls the deployment`,
        clearsWhen: "The review has ended.",
      }),
    );
  }
  return signals;
}

function firstPilot(history: readonly PhaseEntry[], day: string): string | undefined {
  return history
    .filter(({ phase, enteredOn }) => phase === "pilots" && enteredOn <= day)
    .map(({ enteredOn }) => enteredOn)
    .toSorted()[0];
}
