import type { LoggedSnapshots, LogSheet, NewSnapshot } from "@liftledger/contracts/series";
import type { RetractedSnapshots } from "@liftledger/contracts/snapshot-retraction";
import { loggedByHand } from "./logged-by-hand.ts";

/** The sheet as it is after an undo. */
export function withoutUndone(sheet: LogSheet, undone: RetractedSnapshots): LogSheet {
  const counted = undone.rows.filter(({ beside, period }) => beside === null && period === sheet.period);
  const bySeries = new Map(counted.map((row) => [row.seriesId, row]));
  const rows = sheet.rows.map((row) => {
    const told = bySeries.get(row.seriesId);
    if (told === undefined) return row;
    return { ...row, current: told.now === null ? null : { ...told.now, revision: told.revision } };
  });
  return { ...sheet, rows };
}

/** The sheet as it is after a write, so that no cell blinks while the server is asked again. */
export function withWritten(
  sheet: LogSheet,
  written: LoggedSnapshots,
  sent: readonly NewSnapshot[],
): LogSheet {
  // What was kept beside another source's number is not what the sheet shows.
  const counted = written.rows.filter(({ result }) => result !== "beside");
  const revisions = new Map(counted.map((row) => [`${row.seriesId} ${row.period}`, row.revision]));
  const pairs = new Map(sent.map((snapshot) => [`${snapshot.seriesId} ${snapshot.period}`, snapshot]));
  const rows = sheet.rows.map((row) => {
    const place = `${row.seriesId} ${sheet.period}`;
    const pair = pairs.get(place);
    const revision = revisions.get(place);
    if (pair === undefined || revision === undefined) return row;
    const { numerator, denominator = "1" } = pair;
    return { ...row, current: { numerator, denominator, revision, source: loggedByHand }, takenBack: null };
  });
  return { ...sheet, rows };
}
