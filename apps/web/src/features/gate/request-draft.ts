import type { CriterionKey, Decision } from "./queries.ts";
import { t } from "../../words.ts";

/** What is typed into a request: reasons by criterion, null of one that was let pass and is not any more. */
export interface RequestDraft {
  decision: Decision;
  reason: string;
  overrides: Partial<Record<string, string | null>>;
}

export type ReadRequest =
  | {
      kind: "request";
      request: {
        decision: Decision;
        reason: string;
        overrides: { criterion: CriterionKey; reason: string }[];
      };
    }
  | { kind: "faults"; faults: Record<string, string> };

/**
 * A request as it is sent, or what is missing by field. Only criteria that stand in the way are let pass: one that was
 * met meanwhile is left out.
 */
export function readRequest(
  { decision, reason, overrides }: RequestDraft,
  open: readonly CriterionKey[],
): ReadRequest {
  const passing = open.flatMap((criterion) => {
    const why = overrides[criterion];
    return why === undefined || why === null ? [] : [{ criterion, reason: why.trim() }];
  });
  const faults: Record<string, string> = {
    ...(reason.trim() === "" ? { reason: t`Say why it is asked for` } : {}),
    ...Object.fromEntries(
      passing
        .filter((one) => one.reason === "")
        .map(({ criterion }) => [`overrides.${criterion}`, t`Say why it may pass`]),
    ),
  };
  if (Object.keys(faults).length > 0) return { kind: "faults", faults };
  return { kind: "request", request: { decision, reason: reason.trim(), overrides: passing } };
}
