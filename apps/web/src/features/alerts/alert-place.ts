import type { Alert } from "@liftledger/contracts/alert";

/** The page on which something is done about an alert. */
export type AlertPlace = "log" | "approvals" | "gate" | "roadmap" | "initiative";

/**
 * Where something is done about it while it lasts; once it has ended nothing is asked any more, so that only the page of
 * what it was about is left. Null where there is none.
 */
export function alertPlace({
  rule,
  endedAt,
  initiativeId,
}: Pick<Alert, "rule" | "endedAt" | "initiativeId">): AlertPlace | null {
  if (endedAt === null && rule === "missing-week") return "log";
  if (endedAt === null && rule === "case-waiting") return "approvals";
  if (initiativeId === null) return null;
  if (rule === "gate-due") return "gate";
  return rule === "roadmap-late" ? "roadmap" : "initiative";
}
