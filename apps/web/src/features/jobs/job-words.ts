import type { Job } from "@liftledger/contracts/job";

/** How the last run of a job went, in words; null before the first. */
export function lastRunWords({ outcome, did, error }: Job): string | null {
  if (outcome === null) return null;
  if (outcome === "failed") return `Failed: ${error}`;
  const counted = Object.entries(did ?? {})
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`);
  return counted.length === 0 ? "Done: there was nothing to do" : `Done: ${counted.join(", ")}`;
}
