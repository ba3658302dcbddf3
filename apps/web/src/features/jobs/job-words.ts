import type { Job } from "@liftledger/contracts/job";
import { formatCount } from "../../components/format-number.ts";
import { form, plural, t } from "../../words.ts";

/**
 * When a job is due, as a person says it: "every 15 minutes", "each day at 03:10 UTC". Any other schedule stays as the
 * server wrote it.
 */
export function scheduleWords(schedule: string): string {
  const [minute = "", hour = "", ...rest] = schedule.split(" ");
  const step = /^\*\/(\d{1,2})$/.exec(minute)?.[1];
  const isWhole = (text: string) => /^\d{1,2}$/.test(text);
  if (rest.join(" ") !== "* * *") return t`${schedule} (UTC)`;
  if (minute === "*" && hour === "*") return t`every minute`;
  if (step !== undefined && hour === "*") return t`every ${formatCount(Number(step))} minutes`;
  if (isWhole(minute) && hour === "*") return t`each hour at minute ${minute}`;
  if (isWhole(minute) && isWhole(hour)) {
    return t`each day at ${`${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`} UTC`;
  }
  return t`${schedule} (UTC)`;
}

/** What the jobs count, each as a person says it; a count without words here is told under its own name. */
const didWords: Readonly<Record<string, (count: number) => string>> = {
  initiatives: (count) => plural(count, form`${count} initiative`, form`${count} initiatives`),
  evaluated: (count) => t`${count} evaluated anew`,
  looked: (count) => plural(count, form`${count} condition looked at`, form`${count} conditions looked at`),
  raised: (count) => plural(count, form`${count} alert raised`, form`${count} alerts raised`),
  recovered: (count) => plural(count, form`${count} alert ended`, form`${count} alerts ended`),
  digests: (count) => plural(count, form`${count} digest`, form`${count} digests`),
  sent: (count) => t`${count} sent`,
  failed: (count) => t`${count} failed`,
  givenUp: (count) => t`${count} given up`,
  keys: (count) => plural(count, form`${count} answer forgotten`, form`${count} answers forgotten`),
  sessions: (count) => plural(count, form`${count} session`, form`${count} sessions`),
  verifications: (count) =>
    plural(count, form`${count} step of signing in`, form`${count} steps of signing in`),
  tries: (count) => plural(count, form`${count} count of tries`, form`${count} counts of tries`),
  links: (count) => plural(count, form`${count} link`, form`${count} links`),
  folders: (count) => plural(count, form`${count} folder`, form`${count} folders`),
};

/** How the last run of a job went, in words; null before the first. */
export function lastRunWords({ outcome, did, error }: Job): string | null {
  if (outcome === null) return null;
  if (outcome === "failed") return t`Failed: ${error ?? ""}`;
  const counted = Object.entries(did ?? {})
    .filter(([, count]) => count > 0)
    .map(([what, count]) => didWords[what]?.(count) ?? `${formatCount(count)} ${what}`);
  return counted.length === 0 ? t`Done: there was nothing to do` : t`Done: ${counted.join(", ")}`;
}
