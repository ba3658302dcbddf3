import { z } from "zod";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import { LoggedSnapshots, LogSheet, LogSnapshots, YearSheet, YearSheetQuery } from "./series.ts";
import { RetractedSnapshots, RetractSnapshots } from "./snapshot-retraction.ts";
import { SetSourceOfRecord, SourceOfRecordSet } from "./source-of-record.ts";
import { PeriodText } from "./values.ts";

const seriesParams = z.object({ seriesId: Id });

/** What goes into the endpoints of snapshots and what comes out; a part of the table in `endpoints.ts`. */
export const snapshotEndpoints = {
  listSnapshots: {
    summary: "The latest snapshot of each period, as known at an instant",
    params: seriesParams,
    ...lists.listSnapshots,
    status: 200,
  },
  listSnapshotRevisions: {
    summary: "Every revision of one period",
    params: z.object({ seriesId: Id, period: PeriodText }),
    ...lists.listSnapshotRevisions,
    status: 200,
  },
  setSourceOfRecord: {
    summary: "Name the source whose numbers count in a series wherever it has any",
    params: seriesParams,
    body: SetSourceOfRecord,
    output: SourceOfRecordSet,
    status: 200,
    idempotent: true,
  },
  listSourceComparisons: {
    summary: "The periods that several sources reported: what counts, what stands beside, the difference",
    ...lists.listSourceComparisons,
    status: 200,
  },
  logSnapshots: {
    summary: "Log one snapshot or up to 1,000: all are written, or none",
    body: LogSnapshots,
    output: LoggedSnapshots,
    status: 200,
    idempotent: true,
  },
  retractSnapshots: {
    summary: "Take logged numbers back: nothing, or what stood before, counts from now on",
    body: RetractSnapshots,
    output: RetractedSnapshots,
    status: 200,
    idempotent: true,
  },
  getLogSheet: {
    summary: "What there is to log for one period",
    query: z.object({ period: PeriodText.optional() }),
    output: LogSheet,
    status: 200,
  },
  getYearSheet: {
    summary: "What there is to log of a whole year, week by week or month by month",
    query: YearSheetQuery,
    output: YearSheet,
    status: 200,
  },
} as const;
