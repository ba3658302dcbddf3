import type { Job } from "@liftledger/contracts/job";
import { t } from "../../words.ts";

/** How the last run of a job went, in words; null before the first. */
export function lastRunWords({ outcome, did, error }: Job): string | null {
  if (outcome === null) return null;
  if (outcome === "failed") return t`Failed: ${error ?? ""}`;
  const counted = Object.entries(did ?? {})
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`);
  return counted.length === 0 ? t`Done: there was nothing to do` : t`Done: ${counted.join(", ")}`;
}
