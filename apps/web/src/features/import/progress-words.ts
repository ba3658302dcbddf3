import type { ImportProgress } from "@liftledger/contracts/import-run";
import { formatCount } from "../../components/format-number.ts";
import { t } from "../../words.ts";

const doing: Record<ImportProgress["stage"], string> = {
  waiting: t`Waiting for another import to end`,
  reading: t`Reading`,
  writing: t`Writing`,
  committing: t`Making it durable`,
};

/** "Writing, 300,000 rows so far, about 12 s left"; before anything is known, that the file is on its way. */
export function progressWords(progress: ImportProgress | undefined): string {
  if (progress === undefined) return t`Sending the file`;
  const { stage, rows, secondsLeft } = progress;
  const parts = [
    doing[stage],
    ...(rows === 0 || stage === "waiting" ? [] : [t`${formatCount(rows)} rows so far`]),
    ...(secondsLeft === null ? [] : [t`about ${timeWords(secondsLeft)} left`]),
  ];
  return parts.join(", ");
}

function timeWords(seconds: number): string {
  return seconds < 90 ? t`${seconds} s` : t`${Math.round(seconds / 60)} min`;
}
