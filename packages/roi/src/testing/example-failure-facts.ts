import type { FailureFacts, SeriesRecord } from "../governance/failure-facts.ts";
import { exampleAdoption } from "./example-adoption.ts";

/** A series of which nothing is missing and nothing came late. */
export function exampleSeriesRecord(differences: Partial<SeriesRecord> = {}): SeriesRecord {
  return {
    name: "Lead conversion",
    periodType: "week",
    expected: 20,
    present: 20,
    judged: 20,
    late: 0,
    longestGap: 0,
    ...differences,
  };
}

/** An initiative in Pilots since 15 January 2026 in which nothing is to be found. */
export function exampleFailureFacts(differences: Partial<FailureFacts> = {}): FailureFacts {
  return {
    initiativeId: "chat",
    name: "Chat",
    phaseHistory: [
      { phase: "foundation", enteredOn: "2025-11-15" },
      { phase: "pilots", enteredOn: "2026-01-15" },
    ],
    endedOn: null,
    handOverOwner: "Ines Duarte",
    workarounds: 0,
    series: [exampleSeriesRecord()],
    securityReview: { kind: "opened", openedOn: "2025-12-01", closedOn: null },
    training: { share: 0.18, months: 4 },
    contributors: { expected: 4, logged: 4 },
    adoption: exampleAdoption([10, 12, 14, 16, 18, 20, 22, 24], { of: 40, to: "2026-W15" }),
    ...differences,
  };
}
