import type { SourceOfRecordSet } from "@liftledger/contracts/source-of-record";
import { closesInForce } from "@liftledger/database/periods";
import { sameQuantities } from "@liftledger/database/place-cell";
import { getSeries, updateSourceOfRecord } from "@liftledger/database/series";
import { insertSnapshots, isValue, latestRevisions, type Snapshot } from "@liftledger/database/snapshots";
import { keepDisplaced, latestBeside } from "@liftledger/database/snapshots-beside";
import type { Writer } from "@liftledger/database/transaction";
import { countedPeriods } from "../claims/counted-periods.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { closedSentences } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { seriesViews } from "../series/series-view.ts";

/** A number of the source that is named, and the one of another source that it takes the place of. */
interface Takeover {
  before: Snapshot;
  after: Snapshot;
}

/**
 * Names the source whose numbers count in a series wherever it has any. What it said so far beside another source
 * becomes the next revision, and the other's number stands beside it; a period of a closed month is left as it is, and
 * one that counts in the sums of a closed month.
 */
export async function setSourceOfRecord(
  ctx: Context,
  { seriesId, version, source }: { seriesId: string; version: number; source: string | null },
): Promise<SourceOfRecordSet> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getSeries(tx, ctx.organisationId, seriesId);
    await updateSourceOfRecord(tx, ctx.organisationId, { seriesId, version, sourceOfRecord: source });
    const after = await getSeries(tx, ctx.organisationId, seriesId);
    const { open, closed } = await takeovers(ctx, tx, after);
    const beside = await latestBeside(tx, ctx.organisationId, [seriesId]);
    await keepDisplaced(tx, ctx.organisationId, open.map((one) => one.before).filter(isValue), beside);
    await insertSnapshots(
      tx,
      ctx.organisationId,
      open.map((one) => one.after),
    );
    const taken = open.map((one) => one.after.period);
    audit({ action: "setSourceOfRecord", noun: "series", id: seriesId, before, after: { ...after, taken } });
    if (open.length > 0) {
      audit({
        action: "setSourceOfRecord",
        noun: "snapshots",
        id: seriesId,
        before: { snapshots: open.map((one) => one.before) },
        after: { snapshots: open.map((one) => one.after) },
      });
    }
    return { series: onlyRow(await seriesViews(ctx, tx, [after])), taken, closed };
  });
}

/** The periods in which the named source says other than what counts: those that can change, and the closed ones. */
async function takeovers(
  ctx: Context,
  tx: Writer,
  { seriesId, sourceOfRecord }: { seriesId: string; sourceOfRecord: string | null },
): Promise<{ open: Takeover[]; closed: string[] }> {
  if (sourceOfRecord === null) return { open: [], closed: [] };
  const counted = await latestRevisions(tx, ctx.organisationId, [seriesId]);
  const told = await latestBeside(tx, ctx.organisationId, [seriesId]);
  const byPeriod = new Map(
    told
      .filter((one) => one.source === sourceOfRecord && isValue(one))
      .map((snapshot) => [snapshot.period, snapshot]),
  );
  const all = counted.flatMap((before): Takeover[] => {
    const said = byPeriod.get(before.period);
    if (said === undefined || (isValue(before) && sameQuantities(said, before))) return [];
    const { personId: recordedBy } = ctx.actor;
    const after = { ...said, revision: before.revision + 1, recordedAt: ctx.now, recordedBy };
    return [{ before, after }];
  });
  const say = await closedSentences(ctx, tx, await closesInForce(tx, ctx.organisationId));
  const addsUp = await countedPeriods(
    ctx,
    tx,
    all.map(({ before }) => before),
  );
  const isClosed = ({ before }: Takeover) => say(before.period, addsUp(before)) !== null;
  return {
    open: all.filter((one) => !isClosed(one)),
    closed: all.filter(isClosed).map(({ before }) => before.period),
  };
}
