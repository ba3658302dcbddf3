import { changeBetween } from "@liftledger/kpis/change";
import { percentText } from "../percent-text.ts";
import { adoptionOn } from "./adoption.ts";
import type { FailureFacts } from "./failure-facts.ts";
import { signal, type Signal } from "./signal.ts";
import { isFound, thresholds } from "./thresholds.ts";

/** Culture and skills: training left out of the budget, people who do not log, a tool that nobody new takes up. */
export function cultureSignals(facts: FailureFacts, day: string): Signal[] {
  return [untrained(facts), silent(facts), flat(facts, day)].filter((found) => found !== null);
}

function untrained({ training }: FailureFacts): Signal | null {
  if (training === null || isFound("monthsOfCost", training.months)) return null;
  if (!isFound("trainingShare", training.share)) return null;
  const limit = thresholds.trainingShare.value;
  return signal("trainingShare", "training-share", training.share, {
    text: `Training is ${percentText(training.share, [0, limit])} of what was spent; early adopters spend from ${percentText(limit)}`,
    clearsWhen: `Training is at least ${percentText(limit)} of what was spent.`,
  });
}

function silent({ contributors }: FailureFacts): Signal | null {
  if (contributors === null || contributors.expected === 0) return null;
  const { expected, logged } = contributors;
  if (!isFound("loggingShare", logged / expected)) return null;
  const who = expected === 1 ? "The one person who is" : `${logged} of ${expected} people who are`;
  return signal("loggingShare", "contributors", logged / expected, {
    text:
      expected === 1
        ? `${who} to log did not in the last four weeks`
        : `${who} to log did in the last four weeks, under half`,
    clearsWhen: "At least half of those who are to log did so in the last four weeks.",
  });
}

/** The last four weeks against the four before them, each pooled: one week says little. */
function flat({ adoption }: FailureFacts, day: string): Signal | null {
  if (adoption === null) return null;
  const found = adoptionOn(adoption, day);
  if (found.kind === "unknown" || found.before === null) return null;
  const [now, before] = [found.now.share, found.before.share];
  if (!isFound("adoptionEnough", now)) return null;
  const { relative } = changeBetween(before, now);
  // From nobody there is no percentage: nobody still is flat, anybody is growth.
  const gain = relative.kind === "value" ? relative.value : now > 0 ? Number.MAX_VALUE : 0;
  if (!isFound("adoptionGain", gain)) return null;
  const { adoptionGain, adoptionEnough } = thresholds;
  return signal("adoptionGain", "adoption", gain, {
    text: flatText(now, before),
    clearsWhen: `Adoption grows by ${percentText(adoptionGain.value)} in four weeks, or reaches ${percentText(adoptionEnough.value)}.`,
  });
}

/** What became of adoption that is not growth; two shares that read alike are said once. */
function flatText(now: number, before: number): string {
  const [share, was] = [percentText(now, [thresholds.adoptionEnough.value]), percentText(before)];
  if (now === before) return `Adoption did not rise: ${share} use it, as many as four weeks before`;
  const isMore = now > before;
  if (share !== was)
    return `Adoption ${isMore ? "is flat" : "fell"}: ${share} use it, ${was} did four weeks before`;
  return isMore
    ? `Adoption is flat: ${share} use it, hardly more than four weeks before`
    : `Adoption did not rise: ${share} use it, slightly fewer than four weeks before`;
}
