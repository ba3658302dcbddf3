import { secondsLeft, type ImportProgress } from "@liftledger/use-cases/imports/import-progress";

const barWidth = 24;
const secondsBetweenLines = 0.1;

/**
 * One line that shows how far an import is: a bar, the rows, their rate and the time that is left.
 *
 * @example
 * progressLine({ stage: "writing", rows: 300_000, fraction: 0.5 }, { total: 6, stage: 3 });
 * // "writing    [████████████            ]  50 %  300,000 rows, 100,000 a second, about 6 s left"
 */
export function progressLine(
  { stage, rows, fraction }: ImportProgress,
  seconds: { total: number; stage: number },
): string {
  const filled = Math.round(fraction * barWidth);
  const bar = "█".repeat(filled) + " ".repeat(barWidth - filled);
  const rate = seconds.stage < 0.5 ? null : Math.round(rows / seconds.stage);
  const left = secondsLeft(fraction, seconds.total);
  const parts = [
    `${rows.toLocaleString("en")} rows`,
    ...(rate === null ? [] : [`${rate.toLocaleString("en")} a second`]),
    ...(left === null ? [] : [`about ${left} s left`]),
  ];
  const share = `${Math.floor(fraction * 100)} %`.padStart(5);
  return `${stage.padEnd(10)} [${bar}] ${share}  ${parts.join(", ")}`;
}

/** What shows progress on a terminal, in one line that `clear` takes away; nothing where nobody looks. */
export function progressOnTerminal(
  terminal: { isTTY?: boolean; write(text: string): unknown },
  seconds: () => number,
) {
  const start = seconds();
  let [stage, stageStart, shown] = ["", start, -Infinity];
  const clear = "\r\u001B[2K";
  return {
    onProgress(progress: ImportProgress) {
      if (terminal.isTTY !== true) return;
      const now = seconds();
      if (progress.stage !== stage) [stage, stageStart] = [progress.stage, now];
      else if (now - shown < secondsBetweenLines) return;
      shown = now;
      terminal.write(clear + progressLine(progress, { total: now - start, stage: now - stageStart }));
    },
    clear() {
      if (terminal.isTTY === true) terminal.write(clear);
    },
  };
}
