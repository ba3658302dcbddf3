import { ApiProblem } from "@liftledger/contracts/client";
import { formatSentence } from "./format-sentence.ts";
import { t } from "../words.ts";

/** What browsers say when a request got no answer. */
const noAnswer = /fetch|network|load failed/i;

/** Whether a request got no answer at all. */
export function isWithoutAnswer(error: unknown): boolean {
  return error instanceof TypeError && noAnswer.test(error.message);
}

/** One sentence on what failed, for a person: the server's own words, or that it did not answer. */
export function problemText(error: unknown): string {
  if (error instanceof ApiProblem)
    return formatSentence(error.problem.detail === "" ? error.problem.title : error.problem.detail);
  if (isWithoutAnswer(error)) return t`The server did not answer. Is it running, and are you connected?`;
  return error instanceof Error ? error.message : t`Something failed, and it did not say what.`;
}
