import { ApiProblem } from "@liftledger/contracts/client";
import { formatSentence } from "./format-sentence.ts";

/**
 * What the server found wrong, by field, so that each message stands where it can be mended. Fields are
 * paths joined by points, without the part of the request they stand in: "outcome.change", "costLines.2.amount".
 */
export function fieldProblems(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  const found: Record<string, string> = {};
  for (const detail of error.problem.details ?? [])
    found[fieldPath(detail.field)] ??= formatSentence(detail.message);
  return found;
}

function fieldPath(field: string): string {
  return field.replaceAll(/\[(\w+)\]/g, ".$1").replace(/^(body|query|params)\./, "");
}
