import { setImmediate as letOthersRun } from "node:timers/promises";
import { undoneImportIds } from "@liftledger/database/imports";
import { seriesOfImport } from "@liftledger/database/series-of-import";
import type { Series } from "@liftledger/database/series";
import { insertSnapshots, isValue, revisionsOfSeries, type Snapshot } from "@liftledger/database/snapshots";
import { insertSnapshotsBeside, placeOfSource, revisionsBeside } from "@liftledger/database/snapshots-beside";
import type { Writer } from "@liftledger/database/transaction";
import { countedPeriods } from "../../claims/counted-periods.ts";
import type { Context } from "../../context.ts";
import { entryOf } from "../../entry-of.ts";
import { mustOwnSeries } from "../../own-things.ts";
import { dayOf } from "../../organisations/day-of.ts";
import { personNames } from "../../people/person-names.ts";
import { refuseClosed } from "../../periods/closed-months.ts";
import { allSeries } from "../../series/all-series.ts";
import { kpisOfSeries } from "../../series/series-view.ts";
import { besideAfter, revisionAfter, type TakeBack } from "../../snapshots/take-back.ts";
import type { UndoRequest, UndoTally } from "./undone.ts";

/** Read and written in one go: some milliseconds of work, while others wait. */
const seriesAtOnce = 50;

/** Takes back the numbers of an import that are still the latest, and names those that are not. */
export async function undoCells(
  ctx: Context,
  tx: Writer,
  { importId, reason }: UndoRequest,
  tally: UndoTally,
): Promise<void> {
  const undone = await undoneImportIds(tx, ctx.organisationId);
  undone.add(importId);
  const { personId: recordedBy } = ctx.actor;
  const how: TakeBack = { recordedAt: ctx.now, recordedBy, reason, restore: true, undone };
  const series = await allSeries(ctx, tx);
  for (let start = 0; start < series.length; start += seriesAtOnce) {
    const some = series.slice(start, start + seriesAtOnce);
    const ids = some.map(({ seriesId }) => seriesId);
    const written = [...(await seriesOfImport(tx, ctx.organisationId, importId, ids))];
    if (written.length > 0) {
      await mustOwnSeries(ctx, tx, written);
      const own = some.filter(({ seriesId }) => written.includes(seriesId));
      await undoSeries(ctx, tx, { importId, own, how, tally });
    }
    await letOthersRun();
  }
}

interface SomeSeries {
  importId: string;
  own: readonly Series[];
  how: TakeBack;
  tally: UndoTally;
}

async function undoSeries(
  ctx: Context,
  tx: Writer,
  { importId, own, how, tally }: SomeSeries,
): Promise<void> {
  const ids = own.map(({ seriesId }) => seriesId);
  const counted = await revisionsOfSeries(tx, ctx.organisationId, ids);
  const beside = await revisionsBeside(tx, ctx.organisationId, ids);
  const besideByPlace = Map.groupBy(beside, placeOf);
  const ofImport = writtenBy(counted, placeOf, importId);
  const taken = ofImport.filter(({ last }) => last.importId === importId && isValue(last));
  const last = taken.map((one) => one.last);
  const addsUp = await countedPeriods(ctx, tx, last);
  const periods = [...Map.groupBy(last, ({ period }) => period)];
  const places = periods.map(([period, there]) => ({
    period,
    field: "importId",
    addsUp: there.some(addsUp),
  }));
  await refuseClosed(ctx, tx, places);
  const after = taken.map(({ revisions, last }) => revisionAfter(revisions, last, how));
  const takenBeside = writtenBy(beside, placeOfSource, importId)
    .filter(({ last }) => last.importId === importId && isValue(last))
    .map(({ revisions, last }) => revisionAfter(revisions, last, how));
  // What counted and stood beside in one word, written by somebody else: with the one the other goes.
  const alsoBeside = taken.flatMap(({ last }) => {
    const said = besideAfter(besideByPlace.get(placeOf(last)) ?? [], last, how) ?? [];
    return [said]
      .flat()
      .filter((one) => !takenBeside.some((two) => placeOfSource(two) === placeOfSource(one)));
  });
  await insertSnapshots(tx, ctx.organisationId, after);
  await insertSnapshotsBeside(tx, ctx.organisationId, [...takenBeside, ...alsoBeside]);
  tally.periods.restored += after.filter(isValue).length;
  tally.periods.emptied += after.filter((one) => !isValue(one)).length;
  tally.periods.beside += takenBeside.length;
  for (const { seriesId } of [...after, ...takenBeside]) tally.seriesIds.add(seriesId);
  const corrected = ofImport.filter(({ last }) => last.importId !== importId && isValue(last));
  await nameCorrected(ctx, tx, { own, corrected: corrected.map(({ last }) => last), tally });
}

/** The places with a revision of an import: all their revisions, and the last. */
function writtenBy(all: readonly Snapshot[], place: (of: Snapshot) => string, importId: string) {
  return [...Map.groupBy(all, place).values()].flatMap((revisions) => {
    const last = revisions.at(-1);
    return last !== undefined && revisions.some((one) => one.importId === importId)
      ? [{ revisions, last }]
      : [];
  });
}

async function nameCorrected(
  ctx: Context,
  tx: Writer,
  { own, corrected, tally }: { own: readonly Series[]; corrected: readonly Snapshot[]; tally: UndoTally },
): Promise<void> {
  if (corrected.length === 0) return;
  const kpis = await kpisOfSeries(ctx, tx, own);
  const scopes = new Map(own.map(({ seriesId, scope }) => [seriesId, scope]));
  const nameOf = await personNames(ctx, tx);
  for (const { seriesId, period, revision, recordedAt, recordedBy } of corrected) {
    tally.stays(
      `${entryOf(kpis, seriesId).name}, ${entryOf(scopes, seriesId)}, ${period}`,
      `revision ${revision} was written since, by ${nameOf(recordedBy)} on ${dayOf(ctx, recordedAt)}`,
    );
  }
}

function placeOf({ seriesId, period }: Snapshot): string {
  return `${seriesId} ${period}`;
}
