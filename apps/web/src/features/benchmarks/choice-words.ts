import type { BenchmarkChoice } from "@liftledger/contracts/benchmark-set";
import { t } from "../../words.ts";

/** The last choice for somebody that is in force on a day; null is the organisation. Newest choices come first. */
export function choiceInForce(
  choices: readonly BenchmarkChoice[],
  which: { initiativeId: string | null; purpose: BenchmarkChoice["purpose"]; day: string },
): BenchmarkChoice | undefined {
  return lastChoices(choices, which).find(({ validFrom }) => validFrom <= which.day);
}

/** The version that a next choice is made from; 0 where there was none. */
export function lastVersion(
  choices: readonly BenchmarkChoice[],
  which: { initiativeId: string | null; purpose: BenchmarkChoice["purpose"] },
): number {
  return lastChoices(choices, which)[0]?.version ?? 0;
}

/** What somebody is judged by, in words: "Board hurdles", "the published benchmarks". */
export function judgedByWords({ judgedBy, set }: Pick<BenchmarkChoice, "judgedBy" | "set">): string {
  if (judgedBy === "organisation") return t`what the organisation has chosen`;
  return judgedBy === "own" && set !== null ? set : t`the published benchmarks`;
}

function lastChoices(
  choices: readonly BenchmarkChoice[],
  { initiativeId, purpose }: { initiativeId: string | null; purpose: BenchmarkChoice["purpose"] },
): BenchmarkChoice[] {
  return choices
    .filter((choice) => choice.initiativeId === initiativeId && choice.purpose === purpose)
    .toSorted((one, other) => other.version - one.version);
}
