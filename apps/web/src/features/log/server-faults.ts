import { ApiProblem } from "@liftledger/contracts/client";
import type { NewSnapshot } from "@liftledger/contracts/series";
import type { CellName } from "./log-entries.ts";

export const faultKey = (seriesId: string, period: string, cell: CellName): string =>
  `${seriesId} ${period} ${cell}`;

/** The server's faults by cell. A row is named by its place among the snapshots that were sent. */
export function faultsByCell(error: unknown, sent: readonly NewSnapshot[]): Map<string, string> {
  const faults = new Map<string, string>();
  if (!(error instanceof ApiProblem)) return faults;
  for (const { field, message, row } of error.problem.details ?? []) {
    const snapshot = sent[row ?? Number(/snapshots[.[](\d+)/.exec(field)?.[1] ?? Number.NaN)];
    if (snapshot === undefined) continue;
    const cell: CellName = field.endsWith("denominator") ? "denominator" : "numerator";
    faults.set(faultKey(snapshot.seriesId, snapshot.period, cell), message);
  }
  return faults;
}
