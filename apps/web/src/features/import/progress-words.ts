import type { ImportProgress } from "@liftledger/contracts/import-run";
import { formatCount } from "../../components/format-number.ts";

const doing: Record<ImportProgress["stage"], string> = {
  waiting: "Waiting for another import to end",
  reading: "Reading",
  writing: "Writing",
  committing: "Making it durable",
};

/** "Writing, 300,000 rows so far, about 12 s left"; before anything is known, that the file is on its way. */
export function progressWords(progress: ImportProgress | undefined): string {
  if (progress === undefined) return "Sending the file";
  const { stage, rows, secondsLeft } = progress;
  const parts = [
    doing[stage],
    ...(rows === 0 || stage === "waiting" ? [] : [`${formatCount(rows)} rows so far`]),
    ...(secondsLeft === null ? [] : [`about ${timeWords(secondsLeft)} left`]),
  ];
  return parts.join(", ");
}

function timeWords(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
