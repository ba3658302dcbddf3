import type { PhaseEntry } from "../phase.ts";
import type { AdoptionWeek } from "./adoption.ts";

/** How the records of one series stand on a day. */
export interface SeriesRecord {
  name: string;
  periodType: "week" | "month";
  /** Periods expected so far, and how many of them are there. */
  expected: number;
  present: number;
  /** Of the periods judged for time, how many were recorded late. */
  judged: number;
  late: number;
  /** The most periods missing in a row. */
  longestGap: number;
}

/** What is known of a running initiative on a day. Null is "not known" and never makes a finding. */
export interface FailureFacts {
  initiativeId: string;
  name: string;
  phaseHistory: readonly PhaseEntry[];
  /** The day it graduated, was retired or was stopped; nothing is found from that day on. */
  endedOn: string | null;
  /** Who takes it over in production; null where nobody is named. */
  handOverOwner: string | null;
  /** Manual workarounds that people have logged and that are still needed. */
  workarounds: number;
  series: readonly SeriesRecord[];
  securityReview:
    | { kind: "none" }
    | { kind: "opened"; openedOn: string; closedOn: string | null }
    | { kind: "not-needed"; because: string }
    | null;
  /** Training's share of what was spent since the start, a ratio, and of how many months there is a cost. */
  training: { share: number; months: number } | null;
  /** The people who are to log, and how many of them did in the last four weeks. */
  contributors: { expected: number; logged: number } | null;
  /** The weeks of the series that tells who used it, of those who could; null where none is named. */
  adoption: readonly AdoptionWeek[] | null;
}
